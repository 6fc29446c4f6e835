package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.Drafts;

/** What is guessed of one text, as far as it is in the next batch, and what came of such guesses. For one thread. */
final class SlotDraft {

  private boolean begun;
  private Guess guess = Guess.NONE;
  private int count;
  private int compared;
  private int computedEver;
  private int acceptedEver;
  private double savedSeconds;

  /** Sets a new guess, of which the first tokens are computed in the next batch. */
  void set(Guess guessed, int first) {
    begun |= guessed.length() > 0;
    guess = guessed;
    count = first;
    compared = 0;
  }

  /** Whether something was ever guessed of the text. */
  boolean begun() {
    return begun;
  }

  /** How many tokens the next batch has of it. */
  int count() {
    return count;
  }

  int token(int index) {
    return guess.token(index);
  }

  /** Says that the tokens were computed. */
  void computed() {
    computedEver += count;
  }

  /**
   * Compares the next guessed token, if there is one, with the one that was drawn.
   *
   * @return whether it is that one and was computed
   */
  boolean accepts(int drawn, Drafting drafting) {
    int at = compared++;
    if (at >= guess.length()) {
      return false;
    }
    boolean same = token(at) == drawn;
    drafting.compared(guess.grade(at), same);
    if (!same || at >= count) {
      return false;
    }
    acceptedEver++;
    return true;
  }

  /** Adds to the time that guesses have saved. */
  void save(double seconds) {
    savedSeconds += seconds;
  }

  /** What came of all guesses so far. */
  Drafts sum() {
    return begun ? new Drafts(computedEver, acceptedEver, savedSeconds) : Drafts.NONE;
  }
}
