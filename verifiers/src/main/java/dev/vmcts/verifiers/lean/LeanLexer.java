package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.lean.LeanToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts Lean text into tokens; comments, which nest, and white space are left out. */
final class LeanLexer {

  private static final List<String> SYMBOLS =
      List.of("<;>", "<|>", ":=", "=>", "->", "<-", "|>", "<|", "..", "@[", "#[", "::", "&&", "||");

  private final String text;
  private final List<LeanToken> tokens = new ArrayList<>();
  private int at;
  private int lineStart;
  private boolean fresh = true;

  private LeanLexer(String text) {
    this.text = text;
  }

  /** The tokens of a text; one that does not end is the last, and is marked so. */
  static List<LeanToken> lex(CharSequence text) {
    LeanLexer lexer = new LeanLexer(text.toString());
    while (lexer.at < lexer.text.length()) {
      lexer.next();
    }
    return List.copyOf(lexer.tokens);
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      at++;
      lineStart = at;
      fresh = true;
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("--", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/-", at)) {
      comment();
    } else if (c == '"') {
      add(Kind.STRING, endOfString(at));
    } else if (c == 'r' && rawHashes(at + 1) >= 0) {
      int hashes = rawHashes(at + 1);
      add(Kind.STRING, after("\"" + "#".repeat(hashes), at + hashes + 2));
    } else if (c == '\'' && endOfCharacter(at) > 0) {
      add(Kind.STRING, endOfCharacter(at));
    } else if (startsName(c)) {
      add(Kind.WORD, endOfName(at));
    } else if (Character.isDigit(c)) {
      add(Kind.NUMBER, endOfNumber(at));
    } else {
      String symbol = SYMBOLS.stream()
          .filter(s -> text.startsWith(s, at))
          .findFirst()
          .orElseGet(() -> text.substring(at, text.offsetByCodePoints(at, 1)));
      add(Kind.SYMBOL, at + symbol.length());
    }
  }

  /** Adds what ends there; an end of -1 means that it has none. */
  private void add(Kind kind, int found) {
    int end = found < 0 ? text.length() : found;
    String token = text.substring(at, end);
    tokens.add(
        new LeanToken(found < 0 ? Kind.UNFINISHED : kind, token, at, end, at - lineStart, fresh));
    fresh = false;
    passLines(end);
  }

  private void passLines(int end) {
    int line = text.lastIndexOf('\n', end - 1);
    if (line >= at) {
      lineStart = line + 1;
    }
    at = end;
  }

  private void comment() {
    int depth = 0;
    int i = at;
    do {
      if (text.startsWith("/-", i)) {
        depth++;
        i += 2;
      } else if (text.startsWith("-/", i)) {
        depth--;
        i += 2;
      } else if (i < text.length()) {
        i++;
      } else {
        add(Kind.UNFINISHED, -1);
        return;
      }
    } while (depth > 0);
    boolean lines = text.lastIndexOf('\n', i - 1) >= at;
    passLines(i);
    fresh |= lines;
  }

  private int after(String delimiter, int from) {
    int found = text.indexOf(delimiter, from);
    return found < 0 ? -1 : found + delimiter.length();
  }

  private int endOfString(int start) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  /** The number of hash signs of a raw string behind its letter; -1 where there is none. */
  private int rawHashes(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '#') {
      i++;
    }
    return i < text.length() && text.charAt(i) == '"' ? i - from : -1;
  }

  /** The end of a character literal; -1 where the apostrophe starts none. */
  private int endOfCharacter(int start) {
    if (start + 2 >= text.length()) {
      return -1;
    }
    int end = text.charAt(start + 1) == '\\'
        ? text.indexOf('\'', start + 3)
        : text.offsetByCodePoints(start + 1, 1);
    return end > 0 && end < text.length() && text.charAt(end) == '\'' ? end + 1 : -1;
  }

  private int endOfName(int start) {
    int i = start;
    while (i < text.length()) {
      if (text.charAt(i) == '«') {
        int close = text.indexOf('»', i);
        i = close < 0 ? text.length() : close + 1;
      } else {
        while (i < text.length() && continuesName(text.charAt(i))) {
          i++;
        }
      }
      if (i + 1 < text.length() && text.charAt(i) == '.' && startsName(text.charAt(i + 1))) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  private int endOfNumber(int start) {
    int i = start;
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    boolean fraction =
        i + 1 < text.length() && text.charAt(i) == '.' && Character.isDigit(text.charAt(i + 1));
    return fraction ? endOfNumber(i + 1) : i;
  }

  private static boolean startsName(char c) {
    return (Character.isLetter(c) && "λΠΣ".indexOf(c) < 0)
        || c == '_'
        || c == '«'
        || Character.isHighSurrogate(c);
  }

  private static boolean continuesName(char c) {
    return (startsName(c) && c != '«')
        || Character.isDigit(c)
        || Character.isLowSurrogate(c)
        || "'!?".indexOf(c) >= 0
        || (c >= '₀' && c <= 'ₜ')
        || (c >= 'ᵢ' && c <= 'ᵪ');
  }
}
