package dev.vmcts.problem;

/** Finds the ends of Dafny's words, strings and character literals: what looks like a comment or a brace in them is none. */
final class DafnyLiterals {

  private DafnyLiterals() {}

  /** The index behind the word, string or character literal that starts at an index; that index itself if none does. */
  static int end(String text, int at) {
    char c = text.charAt(at);
    if (c == '"') {
      return endOfString(text, at);
    } else if (text.startsWith("@\"", at)) {
      return endOfVerbatimString(text, at);
    } else if (isWordPart(c) && c != '\'') {
      return endOfWord(text, at);
    }
    return c == '\'' ? endOfCharacter(text, at) : at;
  }

  /** A word may hold quotes, so that one in it starts no character literal. */
  private static int endOfWord(String text, int at) {
    int i = at;
    while (i < text.length() && isWordPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWordPart(char c) {
    return Character.isJavaIdentifierPart(c) || c == '\'' || c == '?';
  }

  private static int endOfString(String text, int at) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  private static int endOfVerbatimString(String text, int at) {
    int i = at + 2;
    while (i < text.length()) {
      if (text.startsWith("\"\"", i)) {
        i += 2;
      } else if (text.charAt(i++) == '"') {
        return i;
      }
    }
    return text.length();
  }

  private static int endOfCharacter(String text, int at) {
    boolean escaped = text.startsWith("'\\", at);
    int close = at + (!escaped ? 2 : text.startsWith("'\\u", at) ? 7 : 3);
    boolean closed = close < text.length() && text.charAt(close) == '\'';
    return closed && !text.startsWith("''", at) ? close + 1 : at;
  }
}
