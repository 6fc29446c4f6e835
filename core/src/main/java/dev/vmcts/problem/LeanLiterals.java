package dev.vmcts.problem;

/** Finds the ends of Lean's names, strings and character literals: what looks like a comment in them is none. */
final class LeanLiterals {

  private LeanLiterals() {}

  /** The index behind the name, string or character literal that starts at an index; that index itself if none does. */
  static int end(String text, int at) {
    char c = text.charAt(at);
    if (c == '"') {
      return endOfString(text, at);
    } else if (c == '\'') {
      return endOfCharacter(text, at);
    } else if (c == 'r' && text.startsWith("\"", endOfHashes(text, at))) {
      return endOfRawString(text, at);
    }
    return Character.isJavaIdentifierStart(c) ? endOfName(text, at) : at;
  }

  /** A name may hold primes, so that one in it starts no character literal. */
  private static int endOfName(String text, int at) {
    int i = at;
    while (i < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(i)) || text.charAt(i) == '\'')) {
      i++;
    }
    return i;
  }

  private static int endOfString(String text, int at) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  private static int endOfHashes(String text, int at) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) == '#') {
      i++;
    }
    return i;
  }

  private static int endOfRawString(String text, int at) {
    int quote = endOfHashes(text, at);
    String end = "\"" + text.substring(at + 1, quote);
    int close = text.indexOf(end, quote + 1);
    return close < 0 ? text.length() : close + end.length();
  }

  private static int endOfCharacter(String text, int at) {
    int close = text.startsWith("'\\", at)
        ? text.indexOf('\'', at + 3)
        : at + 1 + Character.charCount(text.codePointAt(Math.min(at + 1, text.length() - 1)));
    return close > 0 && close < text.length() && text.charAt(close) == '\'' ? close + 1 : at;
  }
}
