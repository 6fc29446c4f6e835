package dev.vmcts.llm.llamacpp;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
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

  /** So many batches guesses that take time are tried without regard to what they cost, with so many tokens. */
  private static final int TRIAL = 32;

  private static final int TRIAL_TOKENS = 4;

  /** Where they did not pay, they are tried again after so many batches, then after twice as many, and so on. */
  private static final int FIRST_PAUSE = 256;

  private static final int LONGEST_PAUSE = 1 << 15;

  private final Drafter drafter;
  private final LongSupplier nanos;
  private final DraftCost cost = new DraftCost();
  /** How often the next token is the guessed one, by the guess's grade. */
  private final Share[] right = new Share[Guess.GRADES];

  private final Share rightOfAny = new Share();

  /** What a guess took, and how many tokens it had, on average. */
  private double guessSeconds;

  private double guessTokens;
  private int trial = TRIAL;
  private int pause = FIRST_PAUSE;
  private int sinceTrial;

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
    Arrays.setAll(right, grade -> new Share());
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
    int wanted = writers == 0 ? 0 : Math.min(MOST, text.left() - 1);
    Guess guess = Guess.NONE;
    if (wanted > 0) {
      guess = drafter.isFree()
          ? drafter.guess(text.tokens(), text.length(), wanted)
          : dear(text, slot.draft(), wanted);
    }
    slot.draft().set(guess, choose(guess, most));
  }

  /** How many tokens of a guess are computed. */
  private int choose(Guess guess, int most) {
    int count = cost.wantsPlain()
        ? 0
        : best(i -> right[guess.grade(i)].value(), 0, Math.min(most, guess.length()));
    tokens += count;
    double chance = 1;
    for (int i = 0; i < count; i++) {
      chance *= right[guess.grade(i)].value();
      expected += chance;
    }
    return count;
  }

  /** A guess that takes time, of as many tokens as pay for it. */
  private Guess dear(Writing text, SlotDraft draft, int wanted) {
    int most = cost.wantsPlain() ? 0 : Math.min(wanted, worthGuessing());
    if (most <= 0) {
      return Guess.NONE;
    }
    long start = nanos.getAsLong();
    Guess guess = drafter.guess(text.tokens(), text.length(), most);
    // The first guess of a text has to read its prompt.
    if (draft.begun()) {
      guessSeconds += WEIGHT * ((nanos.getAsLong() - start) / 1e9 - guessSeconds);
      guessTokens += WEIGHT * (guess.length() - guessTokens);
    }
    return guess;
  }

  private int worthGuessing() {
    if (trial > 0) {
      trial--;
      return TRIAL_TOKENS;
    }
    double each = guessTokens == 0 ? 0 : guessSeconds / guessTokens;
    int best = best(i -> rightOfAny.value(), each, MOST);
    if (best > 0) {
      pause = FIRST_PAUSE;
    } else if (++sinceTrial >= pause) {
      sinceTrial = 0;
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      trial = TRIAL;
    }
    return best;
  }

  /**
   * How many guessed tokens let the batch give the most tokens a second.
   *
   * @param chance that a guessed token is right if those before it are, by its place
   * @param each what guessing a token takes, in seconds
   */
  private int best(IntToDoubleFunction chance, double each, int most) {
    double least = LEAST_GAIN;
    double all = 1;
    double gained = 0;
    int best = 0;
    for (int count = 1; count <= most; count++) {
      all *= chance.applyAsDouble(count - 1);
      gained += all;
      double rate = (expected + gained) / (cost.seconds(writers, tokens + count) + count * each);
      double gain = rate * cost.seconds(writers, tokens) / expected;
      if (gain > least) {
        least = gain;
        best = count;
      }
    }
    if (best > 0) {
      cost.pays();
    }
    return best;
  }

  /** A batch of so many tokens was computed. */
  void computed(int size) {
    long now = nanos.getAsLong();
    if (writers > 0) {
      cost.add(writers, size, (now - planned) / 1e9);
      seconds = (now - begun) / 1e9;
    }
  }

  /** A guess of a grade was compared with what was drawn. */
  void compared(int grade, boolean same) {
    right[grade].add(same);
    rightOfAny.add(same);
  }

  /** The seconds that a text has got its tokens sooner than without guesses, from the batch computed last. */
  double saved(int drawn) {
    return writers > 0 ? (drawn * cost.plain(writers) - seconds) / writers : 0;
  }

  /** A text has come to its end. */
  void ended(Writing text) {
    drafter.ended(text.tokens(), text.promptLength(), text.length());
  }
}
