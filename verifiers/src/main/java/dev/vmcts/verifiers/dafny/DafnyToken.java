package dev.vmcts.verifiers.dafny;

/**
 * A piece of Dafny source text.
 *
 * @param kind what sort of piece it is
 * @param start index of its first character in the text that was read
 * @param end index after its last character
 * @param text its characters
 */
record DafnyToken(Kind kind, int start, int end, String text) {

  /** The sorts of token. White space is none. */
  enum Kind {
    /** An identifier or a keyword. */
    WORD,
    /** A natural, decimal or hexadecimal number. */
    NUMBER,
    /** A character or string literal with its quotes. */
    LITERAL,
    /** An operator, a bracket, or any other character. */
    SYMBOL,
    /** A comment to its end. */
    COMMENT,
    /** A comment or string that the text does not close. */
    OPEN
  }

  boolean isSymbol(String wanted) {
    return kind == Kind.SYMBOL && text.equals(wanted);
  }

  boolean isWord(String wanted) {
    return kind == Kind.WORD && text.equals(wanted);
  }

  /** Whether it opens a bracket of any sort. */
  boolean opens() {
    return isSymbol("(") || isSymbol("[") || isSymbol("{");
  }

  /** Whether it closes a bracket of any sort. */
  boolean closes() {
    return isSymbol(")") || isSymbol("]") || isSymbol("}");
  }
}
