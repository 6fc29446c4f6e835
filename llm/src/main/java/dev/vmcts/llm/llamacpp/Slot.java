package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.llamacpp.Decoder.Piece;
import dev.vmcts.llm.llamacpp.PrefixCache.Row;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is worked on: its text, and the row that holds what was computed of it. For one thread. */
final class Slot {

  private final Writing writing;
  private @Nullable Row row;
  private boolean begun;
  private long prefix;
  private int recomputed;
  private final SlotDraft draft = new SlotDraft();
  /** Whether drafted tokens were computed behind the end of the row. */
  private boolean ahead;

  /** A request that waits. */
  Slot(Writing writing) {
    this.writing = writing;
  }

  Writing writing() {
    return writing;
  }

  /** The tokens so far. */
  int[] tokens() {
    return Arrays.copyOf(writing.tokens(), writing.length());
  }

  /** How many tokens are to be computed before the next one can be drawn; of a request with a row. */
  int pending() {
    return writing.length() - held().length();
  }

  /** How many tokens another text begins with, too. */
  int common(int[] other) {
    int mismatch = Arrays.mismatch(writing.tokens(), 0, writing.length(), other, 0, other.length);
    return mismatch < 0 ? other.length : mismatch;
  }

  /** Takes a row of the cache; false while there is none. What is kept of the prompt counts as computed before. */
  boolean claim(PrefixCache cache, PrefixKeeper keeper, ComputedPrefixes before) {
    Optional<Row> claimed = cache.claim(tokens());
    if (claimed.isEmpty()) {
      return false;
    }
    row = claimed.get();
    if (!begun) {
      long hash = 0;
      for (int i = 0, loaded = keeper.begin(tokens(), row); i < loaded; i++) {
        hash = ComputedPrefixes.extend(hash, writing.tokens()[i]);
        before.add(hash);
      }
    }
    prefix = ComputedPrefixes.of(writing.tokens(), row.length());
    if (!begun) {
      writing.begin(row.length());
      begun = true;
    }
    return true;
  }

  /** Gives the row back, if there is one. */
  void release(PrefixCache cache) {
    if (row != null) {
      dropAhead(cache);
      cache.release(row);
      row = null;
    }
  }

  /** Whether a piece is of what this request computes now. */
  boolean owns(Piece piece) {
    return row == piece.row();
  }

  /** How the text is guessed to go on. */
  SlotDraft draft() {
    return draft;
  }

  /** The next tokens to compute, and if those are all of the text, those that are drafted. */
  Piece piece(int count) {
    int[] tokens = writing.tokens();
    int length = writing.length();
    boolean all = count == pending();
    if (!all || count > 1) {
      draft.set(Guess.NONE, 0);
    }
    return new Piece(
        held(),
        at -> at < length ? tokens[at] : draft.token(at - length),
        count + draft.count(),
        all ? 1 + draft.count() : 0);
  }

  /** Notes that a piece was computed. */
  void computed(Piece piece, ComputedPrefixes before) {
    computed(piece.count() - draft.count(), before);
    draft.computed();
    ahead = draft.count() > 0;
  }

  /** Whether the token that was drawn last was drafted, so that the next one can be drawn at once. */
  boolean accepts(Drafting drafting, ComputedPrefixes before) {
    boolean takenBack = pending() != 1;
    boolean accepted =
        !takenBack && draft.accepts(writing.tokens()[writing.length() - 1], drafting);
    if (accepted) {
      computed(1, before);
    }
    return accepted;
  }

  /** Drops what was computed behind a token that is not the drafted one. */
  void dropAhead(PrefixCache cache) {
    if (ahead) {
      cache.restore(held());
      ahead = false;
    }
  }

  private void computed(int count, ComputedPrefixes before) {
    for (int i = 0; i < count; i++) {
      int at = held().length();
      int token = writing.tokens()[at];
      held().append(token);
      prefix = ComputedPrefixes.extend(prefix, token);
      if (!before.add(prefix) && at < writing.promptLength()) {
        recomputed++;
      }
    }
  }

  /** Lets the row forget what the text has taken back, and its last token, so that what follows that one is seen again. */
  void shorten(PrefixCache cache) {
    int kept = writing.length() - 1;
    if (held().length() > kept) {
      cache.shorten(held(), kept);
      prefix = ComputedPrefixes.of(writing.tokens(), kept);
    }
  }

  /** How many of the prompt's tokens were computed although they had been before. */
  int recomputed() {
    return recomputed;
  }

  private Row held() {
    if (row == null) {
      throw new IllegalStateException("request " + writing.request() + " has no row");
    }
    return row;
  }
}
