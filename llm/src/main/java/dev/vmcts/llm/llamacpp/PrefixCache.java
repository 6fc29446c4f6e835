package dev.vmcts.llm.llamacpp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes whose keys and values are resident, so that a prompt is computed only from where it leaves them.
 *
 * <p>One row per sequence of the native cache; branches share the cells of their common prefix. The least recently used
 * row makes room. For one thread.
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

    private Row(int sequence) {
      this.sequence = sequence;
    }

    int sequence() {
      return sequence;
    }

    int length() {
      return length;
    }

    private int common(int[] prompt) {
      int mismatch = Arrays.mismatch(tokens, 0, length, prompt, 0, prompt.length);
      return mismatch < 0 ? length : mismatch;
    }

    private void set(Row from, int count) {
      tokens = Arrays.copyOf(from.tokens, Math.max(64, count));
      length = count;
    }

    /** Says that a token was computed at the end of this row. */
    void append(int token) {
      if (length == tokens.length) {
        tokens = Arrays.copyOf(tokens, length * 2);
      }
      tokens[length++] = token;
    }
  }

  private final Cells cells;
  private final Row[] rows;
  private long clock;

  PrefixCache(Cells cells, int sequences) {
    this.cells = cells;
    this.rows = new Row[sequences];
    Arrays.setAll(rows, Row::new);
  }

  /**
   * A row that holds the longest resident prefix of a prompt, but never its last token: that one is computed to see
   * what follows it.
   *
   * @param prompt at least one token
   */
  Row claim(int[] prompt) {
    Row best = rows[0];
    int shared = -1;
    for (Row row : rows) {
      int common = Math.min(row.common(prompt), prompt.length - 1);
      if (common > shared || (common == shared && row.length < best.length)) {
        best = row;
        shared = common;
      }
    }
    Row claimed = best;
    if (best.length > shared && rows.length > 1) {
      claimed = leastRecent(shared > 0 ? best : null);
      drop(claimed);
      if (shared > 0) {
        cells.share(best.sequence, claimed.sequence, shared);
        claimed.set(best, shared);
        best.lastUse = ++clock;
      }
    } else if (best.length > shared) {
      cells.truncate(best.sequence, shared);
      best.length = shared;
    }
    claimed.lastUse = ++clock;
    return claimed;
  }

  /** Frees the cells that only the least recently used row needs; false when nothing but the kept row is resident. */
  boolean evict(Row kept) {
    Row victim = null;
    for (Row row : rows) {
      if (row != kept && row.length > 0 && (victim == null || row.lastUse < victim.lastUse)) {
        victim = row;
      }
    }
    if (victim == null) {
      return false;
    }
    drop(victim);
    return true;
  }

  /** Forgets a row, whatever the native cache holds of it. */
  void drop(Row row) {
    cells.truncate(row.sequence, 0);
    row.length = 0;
  }

  private Row leastRecent(@Nullable Row kept) {
    Row found = null;
    for (Row row : rows) {
      if (row != kept && (found == null || rank(row) < rank(found))) {
        found = row;
      }
    }
    if (found == null) {
      throw new IllegalStateException("no row besides the kept one");
    }
    return found;
  }

  private static long rank(Row row) {
    return row.length == 0 ? -1 : row.lastUse;
  }
}
