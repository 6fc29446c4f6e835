package dev.vmcts.llm.llamacpp;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Decides how many of the tokens that a drafter guesses are computed together with the token that a text is to go on
 * after: as many as let the batch give the most drawn tokens a second, by how often such guesses were right and what
 * batches took lately (after section 3.5 of Leviathan, Kalman and Matias, arXiv 2211.17192). Where guesses do not pay, that
 * is none; they are still compared with what is drawn, so that this can change.
 *
 * <p>A guess changes no text: each token is drawn as it would be without, and what was computed behind a token that was
 * guessed wrong is dropped. For one thread.
 */
final class Drafting {

  /** Most tokens of a guess. */
  private static final int MOST = 16;

  /** What guesses have to promise before they are computed: the estimates are no better than that. */
  private static final double LEAST_GAIN = 1.03;

  private static final double WEIGHT = 0.05;

  private final Drafter drafter;
  private final LongSupplier nanos;
  private final BatchCost cost = new BatchCost();
  /** How often the next token is the guessed one, by the guess's grade. */
  private final double[] right = new double[Guess.GRADES];

  private int writers;
  private int tokens;
  private double expected;
  private long begun;
  private long planned;
  private double seconds;

  /**
   * Drafting as a drafter guesses.
   *
   * @param nanos a clock, in nanoseconds
   */
  Drafting(Drafter drafter, LongSupplier nanos) {
    this.drafter = drafter;
    this.nanos = nanos;
    Arrays.fill(right, 0.5);
  }

  /** Drafts nothing. */
  static Drafting none() {
    return new Drafting(Drafter.NONE, () -> 0);
  }

  /**
   * A batch is planned.
   *
   * @param count how many texts get their next token, if nothing else is computed; 0 if something else is
   */
  void begin(int count) {
    writers = count;
    tokens = count;
    expected = count;
    begun = nanos.getAsLong();
  }

  /** The batch is planned, and computed now. */
  void planned() {
    planned = nanos.getAsLong();
  }

  /**
   * Guesses how the text of a slot goes on.
   *
   * @param most most tokens that the batch has room for, besides the one that is computed anyway
   */
  void guess(Slot slot, int most) {
    Writing text = slot.writing();
    Guess guess = writers == 0
        ? Guess.NONE
        : drafter.guess(text.tokens(), text.length(), Math.min(MOST, text.left() - 1));
    slot.draft().set(guess, best(guess, Math.min(most, guess.length())));
  }

  private int best(Guess guess, int most) {
    double least = LEAST_GAIN;
    double chance = 1;
    double gained = 0;
    double bestGain = 0;
    int best = 0;
    for (int count = 1; count <= most; count++) {
      chance *= right[guess.grade(count - 1)];
      gained += chance;
      double rate = (expected + gained) / cost.seconds(tokens + count);
      double gain = rate * cost.seconds(tokens) / expected;
      if (gain > least) {
        least = gain;
        best = count;
        bestGain = gained;
      }
    }
    tokens += best;
    expected += bestGain;
    return best;
  }

  /** A batch of so many tokens was computed. */
  void computed(int size) {
    long now = nanos.getAsLong();
    if (writers > 0) {
      cost.add(size, (now - planned) / 1e9);
      seconds = (now - begun) / 1e9;
    }
  }

  /** A guess of a grade was compared with what was drawn. */
  void compared(int grade, boolean same) {
    right[grade] += WEIGHT * ((same ? 1 : 0) - right[grade]);
  }

  /** The seconds that a text has got its tokens sooner than without guesses, from the batch computed last. */
  double saved(int drawn) {
    return writers > 0 ? (drawn * cost.seconds(writers) - seconds) / writers : 0;
  }

  /** A text has come to its end. */
  void ended(Writing text) {
    drafter.ended(text.tokens(), text.promptLength(), text.length());
  }
}
