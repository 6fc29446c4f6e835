package dev.vmcts.verifiers.lean;

/**
 * A token of a Lean text; comments and white space are none.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param column how many characters stand before it on its line
 * @param firstOfLine whether no token stands before it on its line
 */
record LeanToken(Kind kind, String text, int start, int end, int column, boolean firstOfLine) {

  /** The sorts of token. */
  enum Kind {
    /** A name, with its dots, or a word of the language. */
    WORD,
    NUMBER,
    STRING,
    SYMBOL,
    /** A string or comment that does not end. */
    UNFINISHED
  }

  /** Whether it is this word or symbol. */
  boolean is(String other) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(other);
  }

  /** How many brackets it opens, less those that it closes. */
  int depth() {
    if (kind != Kind.SYMBOL) {
      return 0;
    }
    return switch (text) {
      case "(", "[", "{", "⟨", "⦃", "@[", "#[" -> 1;
      case ")", "]", "}", "⟩", "⦄" -> -1;
      default -> 0;
    };
  }
}
