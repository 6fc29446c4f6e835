package dev.vmcts.llm.llamacpp;

/** Guesses how texts go on. For one thread. */
interface Drafter {

  /** Guesses nothing. */
  Drafter NONE = new Drafter() {
    @Override
    public Guess guess(int[] tokens, int length, int most) {
      return Guess.NONE;
    }

    @Override
    public void ended(int[] tokens, int promptLength, int length) {
      // Nothing is learned from it.
    }
  };

  /** Whether guesses take next to no time, so that there is no harm in guessing always. */
  default boolean isFree() {
    return true;
  }

  /**
   * Guesses the next tokens of a text.
   *
   * @param tokens the text; the array may be longer
   * @param length how many tokens it has, at least 1
   * @param most most tokens to guess
   */
  Guess guess(int[] tokens, int length, int most);

  /** Told of a text that has come to its end. */
  void ended(int[] tokens, int promptLength, int length);
}
