package dev.vmcts.llm.llamacpp;

/** How a text may go on: its next tokens, and how sure each of them is. Never changed. */
final class Guess {

  /** Number of grades. */
  static final int GRADES = 8;

  static final Guess NONE = new Guess(new int[0], new int[0]);

  private final int[] tokens;
  private final int[] grades;

  /**
   * A guess, which the arrays now belong to.
   *
   * @param tokens the next tokens
   * @param grades how sure each of them is, given those before it: 0 to {@code GRADES - 1}; what a grade is worth is found out
   */
  Guess(int[] tokens, int[] grades) {
    this.tokens = tokens;
    this.grades = grades;
  }

  int length() {
    return tokens.length;
  }

  int token(int index) {
    return tokens[index];
  }

  int grade(int index) {
    return grades[index];
  }
}
