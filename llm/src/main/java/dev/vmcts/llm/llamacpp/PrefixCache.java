package dev.vmcts.llm.llamacpp;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes whose keys and values are resident, so that a prompt is computed only from where it leaves them.
 *
 * <p>One row per sequence of the native cache; branches share the cells of their common prefix. A row that is claimed is
 * its claimer's until it is released: others share what it holds, but do not change it. The least recently used of the
 * other rows makes room.
 *
 * <p>What is kept slows what is written: llama.cpp computes the attention of every token over all cells up to the last one
 * that holds anything. So what nobody uses goes before room is needed, once keeping it has cost about what computing it
 * again does, which costs at most twice what knowing the future would (the rule of renting or buying skis: Karlin, Manasse,
 * Rudolph and Sleator, Competitive snoopy caching, Algorithmica 3, 1988). Prompts are kept for longer, since a search comes
 * back to its nodes, and what was written after them for less, since most of it is refused: until the same prompt is asked
 * again at the latest. For one thread.
 */
final class PrefixCache {

  /** The native cache, seen from here. */
  interface Cells {

    /** Lets sequence {@code to}, which is empty, share the first tokens of sequence {@code from}. */
    void share(int from, int to, int length);

    /** Drops the tokens of a sequence from a position on. */
    void truncate(int sequence, int length);
  }

  /** One resident prefix. */
  static final class Row {
    private final int sequence;
    private int[] tokens = new int[64];
    private int length;
    private long lastUse;
    /** How many tokens had been drawn then. */
    private long drawnBefore;

    /** How many of its tokens are of the prompt that it was claimed for. */
    private int prompt;

    private boolean claimed;

    private Row(int sequence) {
      this.sequence = sequence;
    }

    int sequence() {
      return sequence;
    }

    int length() {
      return length;
    }

    /** Whether it was claimed for a prompt and is nobody's now. */
    private boolean answered(int[] other, int shared) {
      return !claimed && prompt == other.length && shared == other.length - 1;
    }

    private int common(int[] prompt) {
      int mismatch = Arrays.mismatch(tokens, 0, length, prompt, 0, prompt.length);
      return Math.min(mismatch < 0 ? length : mismatch, prompt.length - 1);
    }

    private void set(Row from, int count) {
      tokens = Arrays.copyOf(from.tokens, Math.max(64, count));
      length = count;
    }

    /** Whether its tokens are these. */
    boolean holds(int[] others) {
      return Arrays.equals(tokens, 0, length, others, 0, others.length);
    }

    /** Says that a token was computed at the end of this row. */
    void append(int token) {
      if (length == tokens.length) {
        tokens = Arrays.copyOf(tokens, length * 2);
      }
      tokens[length++] = token;
    }
  }

  /** By how much longer than the patience a prompt is kept: measured, results/prefix-cache. */
  private static final int PROMPT = 5;

  /** What part of the patience the text after a prompt is kept for: measured there, too. */
  private static final int WRITTEN = 4;

  private final Cells cells;
  private final Row[] rows;
  private final long patience;
  private long clock;
  private long drawn;

  /**
   * An empty cache.
   *
   * @param patience how many tokens are drawn until keeping a token has cost what computing it again does: what reading a
   *     token of a prompt takes, by what its cell adds to the attention of one token
   */
  PrefixCache(Cells cells, int sequences, long patience) {
    this.cells = cells;
    this.patience = patience;
    this.rows = new Row[sequences];
    Arrays.setAll(rows, Row::new);
  }

  /** How many of a prompt's tokens, but for the last one, are resident. */
  int resident(int[] prompt) {
    return longest(prompt).common(prompt);
  }

  /**
   * A row that holds the longest resident prefix of a prompt, but never its last token: that one is computed to see
   * what follows it.
   *
   * @param prompt at least one token
   * @return the row, which is the caller's until it is released; empty while all rows are claimed
   */
  Optional<Row> claim(int[] prompt) {
    Row best = longest(prompt);
    int shared = best.common(prompt);
    Row row = best;
    if (best.answered(prompt, shared) && best.length > shared) {
      shorten(best, shared);
    }
    if (best.claimed || best.length > shared) {
      row = leastRecent(shared > 0 ? best : null);
      if (row == null && best.claimed) {
        return Optional.empty();
      }
      if (row == null) {
        row = best;
        cells.truncate(best.sequence, shared);
        best.length = shared;
      } else {
        drop(row);
        if (shared > 0) {
          cells.share(best.sequence, row.sequence, shared);
          row.set(best, shared);
          use(best);
        }
      }
    }
    use(row);
    row.claimed = true;
    row.prompt = prompt.length;
    return Optional.of(row);
  }

  /** Gives a claimed row back; what it holds stays resident until room is needed. */
  void release(Row row) {
    row.claimed = false;
    row.drawnBefore = drawn;
  }

  private void use(Row row) {
    row.lastUse = ++clock;
    row.drawnBefore = drawn;
  }

  /** Says that a token was drawn for a text; drops what has not been used for long. */
  void drew() {
    drawn++;
    for (Row row : rows) {
      if (!row.claimed && row.length > 0) {
        long unused = drawn - row.drawnBefore;
        if (unused / PROMPT > patience) {
          drop(row);
        } else if (unused * WRITTEN > patience && row.length > row.prompt) {
          shorten(row, row.prompt);
        }
      }
    }
  }

  private Row longest(int[] prompt) {
    Row best = rows[0];
    int shared = -1;
    for (Row row : rows) {
      int common = row.common(prompt);
      if (common > shared || (common == shared && row.length < best.length)) {
        best = row;
        shared = common;
      }
    }
    return best;
  }

  /**
   * Frees the cells that only the least recently used row needs, of those that nobody has claimed; false when none of
   * them holds anything.
   */
  boolean evict() {
    Row victim = null;
    for (Row row : rows) {
      if (!row.claimed && row.length > 0 && (victim == null || row.lastUse < victim.lastUse)) {
        victim = row;
      }
    }
    if (victim == null) {
      return false;
    }
    drop(victim);
    return true;
  }

  /** Lets a row forget all but its first tokens. */
  void shorten(Row row, int length) {
    cells.truncate(row.sequence, length);
    row.length = length;
  }

  /** Drops what was computed behind the end of a row, since that computation failed. */
  void restore(Row row) {
    cells.truncate(row.sequence, row.length);
  }

  private void drop(Row row) {
    cells.truncate(row.sequence, 0);
    row.length = 0;
  }

  /** The row that makes room, of those that nobody has claimed; null when there is none. */
  private @Nullable Row leastRecent(@Nullable Row kept) {
    Row found = null;
    for (Row row : rows) {
      if (row != kept && !row.claimed && (found == null || rank(row) < rank(found))) {
        found = row;
      }
    }
    return found;
  }

  private static long rank(Row row) {
    return row.length == 0 ? -1 : row.lastUse;
  }
}
