package dev.vmcts.verifiers.coq;

/**
 * A piece of Coq source text.
 *
 * @param kind what sort of piece it is
 * @param start index of its first character in the text that was read
 * @param end index after its last character
 * @param text its characters; of a {@link Kind#FIELD} without the dot
 */
record CoqToken(Kind kind, int start, int end, String text) {

  /** The sorts of token. White space is none. */
  enum Kind {
    /** An identifier without a dot, keywords and commands included. */
    IDENT,
    /** A dot with an identifier directly behind it, as the second half of {@code Nat.add}. */
    FIELD,
    /** A natural, decimal or hexadecimal number. */
    NUMBER,
    /** A string with its quotes. */
    STRING,
    /** A single character of another sort, or one of {@code ..} and {@code .(}. */
    SYMBOL,
    /** One or more equal bullet characters where a sentence may start. */
    BULLET,
    /** A brace where a sentence may start. */
    BRACE,
    /** A period, or three of them, that ends a sentence. */
    END,
    /** A comment, with what is nested in it. */
    COMMENT,
    /** A comment or string that the text does not close. */
    OPEN
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }

  boolean isSymbol(char c) {
    return kind == Kind.SYMBOL && text.length() == 1 && text.charAt(0) == c;
  }

  boolean isIdent(String name) {
    return is(Kind.IDENT, name);
  }
}
