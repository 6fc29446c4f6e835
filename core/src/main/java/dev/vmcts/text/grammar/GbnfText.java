package dev.vmcts.text.grammar;

import java.util.BitSet;

/** The text of a grammar, read from left to right. */
final class GbnfText {

  private final String text;
  private int at;

  GbnfText(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at == text.length();
  }

  boolean atLineEnd() {
    return !atEnd() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
  }

  /** Passes white space and comments over, and ends of lines if those do not count here. */
  void skip(boolean lines) {
    while (!atEnd()) {
      char c = text.charAt(at);
      if (c == '#') {
        while (!atEnd() && !atLineEnd()) {
          at++;
        }
      } else if (c == ' ' || c == '\t' || (lines && atLineEnd())) {
        at++;
      } else {
        return;
      }
    }
  }

  /** Goes on behind some signs if they are next. */
  boolean take(String signs) {
    boolean there = text.startsWith(signs, at);
    at += there ? signs.length() : 0;
    return there;
  }

  /** The name that is next; empty when none is. */
  String name() {
    int start = at;
    while (!atEnd() && isNamePart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  boolean isDigit() {
    return !atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** The number that is next. */
  int number(int from, int most) {
    int value = isDigit() ? 0 : -1;
    while (isDigit() && value <= most) {
      value = 10 * value + text.charAt(at++) - '0';
    }
    if (value < 0 || value > most) {
      throw error(
          from,
          value < 0
              ? "no number of repetitions; allowed: {m}, {m,} and {m,n}"
              : "too many repetitions; allowed: 0 to " + most);
    }
    return value;
  }

  /** The text up to the next quote, which is passed over. */
  String literal(int from) {
    StringBuilder literal = new StringBuilder();
    while (!take("\"")) {
      literal.appendCodePoint(character(from, "text"));
    }
    return literal.toString();
  }

  /** The characters of a set up to its bracket, which is passed over. */
  BitSet set(int from) {
    boolean others = take("^");
    BitSet set = new BitSet();
    while (!take("]")) {
      int start = at;
      int first = character(from, "set");
      int last = first;
      if (text.startsWith("-", at) && !text.startsWith("-]", at)) {
        at++;
        last = character(from, "set");
      }
      if (last < first) {
        throw error(start, "a range from a later character to an earlier one; turn it around");
      }
      set.set(first, last + 1);
    }
    if (others) {
      set.flip(0, Character.MAX_CODE_POINT + 1);
    }
    set.clear(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
    return set;
  }

  /** All characters. */
  static BitSet any() {
    BitSet any = new BitSet();
    any.set(0, Character.MAX_CODE_POINT + 1);
    any.clear(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
    return any;
  }

  private int character(int from, String what) {
    if (atEnd() || atLineEnd()) {
      throw error(from, "this " + what + " is not closed on its line; a line end is written \\n");
    }
    int start = at;
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    if (c != '\\') {
      return c;
    }
    char sign = atEnd() ? '\0' : text.charAt(at);
    at += atEnd() ? 0 : 1;
    return switch (sign) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'x' -> code(start, 2);
      case 'u' -> code(start, 4);
      case 'U' -> code(start, 8);
      case '\\', '"', '[', ']', '-', '^' -> sign;
      default ->
        throw error(
            start,
            "no such escape; allowed: \\n \\t \\r \\\\ \\\" \\[ \\] \\- \\^ \\xHH \\uHHHH \\UHHHHHHHH");
    };
  }

  private int code(int start, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = atEnd() ? -1 : Character.digit(text.charAt(at), 16);
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        throw error(start, "an escape of " + digits + " hexadecimal digits has others");
      }
      value = 16 * value + digit;
      at++;
    }
    if (value > Character.MAX_CODE_POINT
        || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
      throw error(start, "no character has this number; allowed: 0 to 10FFFF but D800 to DFFF");
    }
    return value;
  }

  /** What is next, for messages. */
  String shown() {
    if (atEnd()) {
      return "the end";
    }
    return atLineEnd()
        ? "the end of the line"
        : "'" + Character.toString(text.codePointAt(at)) + "'";
  }

  /** An error at a place; the message begins with its line and column, which count from 1. */
  IllegalArgumentException error(int place, String message) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < place; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    int column = text.codePointCount(start, place) + 1;
    return new IllegalArgumentException(line + ":" + column + ": " + message);
  }
}
