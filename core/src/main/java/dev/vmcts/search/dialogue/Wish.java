package dev.vmcts.search.dialogue;

/** What a person wants done at a place. */
public sealed interface Wish {

  /** Stand after a candidate. */
  record Take(int number) implements Wish {}

  /** Add one or more steps of the person's own, and stand after the last that the verifier accepts. */
  record Write(String text) implements Wish {}

  /** Ask the model for so many more steps. */
  record More(int count) implements Wish {
    public More {
      if (count < 1) {
        throw new IllegalArgumentException("candidates is " + count + "; allowed: 1 or more");
      }
    }
  }

  /** Stand one step earlier. */
  record Up() implements Wish {}

  /** Never go to a candidate, nor propose it here, again. */
  record Prune(int number) implements Wish {}

  /**
   * Search on below the place, as a tree search does, until a program is accepted or either is spent.
   *
   * @param tokens sampled tokens
   * @param seconds wall time
   */
  record Run(long tokens, double seconds) implements Wish {

    /** As many tokens as the search has. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** As much time as the search has. */
    public static final double NO_END = Double.MAX_VALUE;

    public Run {
      if (tokens < 1 || !(seconds > 0)) {
        throw new IllegalArgumentException(
            "a run of " + tokens + " tokens, " + seconds + " s; allowed: more than 0");
      }
    }

    /** Whether nobody waits for its end. */
    public boolean endless() {
      return tokens == NO_LIMIT && seconds == NO_END;
    }
  }

  /** End the dialogue: with the program that was accepted, if there is one. */
  record Quit() implements Wish {}
}
