package dev.vmcts.llm.llamacpp;

/**
 * What batches without and with drafted tokens take. Both are measured by themselves: libraries compute one token in another
 * way than several, so neither says what the other takes. And both again from time to time, whichever of them pays, since
 * machines and texts change. For one thread.
 */
final class DraftCost {

  /** So many batches with drafts in a row are followed by one without. */
  private static final int PLAIN_EVERY = 32;

  /** What drafts cost is measured anew after so many batches without them, then after twice as many, and so on. */
  private static final int FIRST_PAUSE = 256;

  private static final int LONGEST_PAUSE = 1 << 15;

  /** So many batches have to tell what drafts cost; before, it is assumed. */
  private static final int TRIAL = 4;

  private static final double PLAIN_WEIGHT = 0.1;
  private static final double DRAFTED_WEIGHT = 0.02;

  private final BatchCost plain = new BatchCost(PLAIN_WEIGHT);
  private BatchCost drafted = new BatchCost(DRAFTED_WEIGHT);
  private int draftedInRow;
  private int plainInRow;
  private int pause = FIRST_PAUSE;

  /** What a batch takes in which each text gets one token, in seconds; 0 before the first batch. */
  double plain(int writers) {
    return plain.seconds(writers);
  }

  /** What a batch of so many tokens takes, drafted ones among them if it has more tokens than texts. */
  double seconds(int writers, int tokens) {
    return tokens > writers && isKnown() ? drafted.seconds(tokens) : plain(tokens);
  }

  /** Whether the next batch should have no drafts, even if they pay. */
  boolean wantsPlain() {
    return draftedInRow >= PLAIN_EVERY;
  }

  /** Takes the time of a batch, in seconds. */
  void add(int writers, int tokens, double seconds) {
    if (tokens > writers) {
      drafted.add(tokens, seconds);
      draftedInRow++;
      plainInRow = 0;
    } else {
      plain.add(tokens, seconds);
      draftedInRow = 0;
      if (++plainInRow >= pause && isKnown()) {
        drafted = new BatchCost(DRAFTED_WEIGHT);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  /** Says that drafts pay by what is known or assumed. */
  void pays() {
    pause = isKnown() ? FIRST_PAUSE : pause;
  }

  private boolean isKnown() {
    return drafted.batches() >= TRIAL;
  }
}
