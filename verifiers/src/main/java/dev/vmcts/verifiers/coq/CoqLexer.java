package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Coq source text token by token, as Coq 8.16's own lexer does.
 *
 * <p>Any text is read in linear time and without an exception. Like Coq it knows whether a sentence may start, since a
 * bullet or a brace is only there a token of its own sort. Notations of the text may add tokens that this lexer does not
 * know; it reads them character by character.
 */
final class CoqLexer {

  private final CharSequence text;
  private final int length;
  private int at;
  private boolean betweenSentences = true;

  CoqLexer(CharSequence text) {
    this.text = text;
    this.length = text.length();
  }

  /** All tokens of a text, comments included. */
  static List<CoqToken> lex(CharSequence text) {
    List<CoqToken> tokens = new ArrayList<>();
    CoqLexer lexer = new CoqLexer(text);
    for (CoqToken token = lexer.next(); token != null; token = lexer.next()) {
      tokens.add(token);
    }
    return tokens;
  }

  /** The next token, or null at the end of the text. */
  @Nullable
  CoqToken next() {
    while (at < length && isBlank(text.charAt(at))) {
      at++;
    }
    if (at == length) {
      return null;
    }
    int start = at;
    Kind kind = read();
    if (kind != Kind.COMMENT && kind != Kind.OPEN) {
      betweenSentences = kind == Kind.END || kind == Kind.BULLET || kind == Kind.BRACE;
    }
    int textStart = kind == Kind.FIELD ? start + 1 : start;
    return new CoqToken(kind, start, at, text.subSequence(textStart, at).toString());
  }

  private Kind read() {
    char c = text.charAt(at);
    if (c == '(' && peek(1) == '*') {
      return comment();
    } else if (c == '"') {
      return string() ? Kind.STRING : Kind.OPEN;
    } else if (isIdentStart(codePoint(at))) {
      ident();
      return Kind.IDENT;
    } else if (isDigit(c)) {
      number();
      return Kind.NUMBER;
    } else if (c == '.') {
      return dot();
    } else if (betweenSentences && (c == '-' || c == '+' || c == '*')) {
      while (at < length && text.charAt(at) == c) {
        at++;
      }
      return Kind.BULLET;
    }
    at += Character.charCount(codePoint(at));
    return betweenSentences && (c == '{' || c == '}') ? Kind.BRACE : Kind.SYMBOL;
  }

  private Kind dot() {
    if (at + 1 < length && isIdentStart(codePoint(at + 1))) {
      at++;
      ident();
      return Kind.FIELD;
    }
    int dots = 1;
    while (dots < 3 && peek(dots) == '.') {
      dots++;
    }
    at += dots;
    if (dots != 2 && (at == length || isBlank(text.charAt(at)))) {
      return Kind.END;
    }
    if (dots == 1 && at < length && text.charAt(at) == '(') {
      at++;
    }
    return Kind.SYMBOL;
  }

  private Kind comment() {
    int depth = 0;
    while (at < length) {
      char c = text.charAt(at);
      if (c == '(' && peek(1) == '*') {
        depth++;
        at += 2;
      } else if (c == '*' && peek(1) == ')') {
        depth--;
        at += 2;
        if (depth == 0) {
          return Kind.COMMENT;
        }
      } else if (c == '"') {
        string();
      } else {
        at++;
      }
    }
    return Kind.OPEN;
  }

  /** Reads a string, in which two quotes stand for one; false when the text does not close it. */
  private boolean string() {
    at++;
    while (at < length) {
      if (text.charAt(at) != '"') {
        at++;
      } else if (peek(1) == '"') {
        at += 2;
      } else {
        at++;
        return true;
      }
    }
    return false;
  }

  private void ident() {
    while (at < length && isIdentPart(codePoint(at))) {
      at += Character.charCount(codePoint(at));
    }
  }

  private void number() {
    boolean hexadecimal =
        text.charAt(at) == '0' && (peek(1) == 'x' || peek(1) == 'X') && isHexDigit(peek(2));
    if (hexadecimal) {
      at += 2;
    }
    digits(hexadecimal);
    if (peek(0) == '.' && (hexadecimal ? isHexDigit(peek(1)) : isDigit(peek(1)))) {
      at++;
      digits(hexadecimal);
    }
    char exponent = Character.toLowerCase(peek(0));
    if (exponent == (hexadecimal ? 'p' : 'e')) {
      int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (isDigit(peek(1 + sign))) {
        at += 1 + sign;
        digits(false);
      }
    }
  }

  private void digits(boolean hexadecimal) {
    while (at < length
        && (peek(0) == '_' || (hexadecimal ? isHexDigit(peek(0)) : isDigit(peek(0))))) {
      at++;
    }
  }

  /** The character some places on, or NUL behind the end. */
  private char peek(int places) {
    return at + places < length ? text.charAt(at + places) : '\0';
  }

  private int codePoint(int index) {
    return Character.codePointAt(text, index);
  }

  /** Whether Coq takes a character for white space: fewer than Unicode and Java do. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isIdentStart(int codePoint) {
    return codePoint == '_' || Character.isLetter(codePoint);
  }

  private static boolean isIdentPart(int codePoint) {
    return isIdentStart(codePoint)
        || codePoint == '\''
        || Character.isDigit(codePoint)
        || isSubOrSuperscript(codePoint);
  }

  private static boolean isSubOrSuperscript(int codePoint) {
    return codePoint == 0xB2
        || codePoint == 0xB3
        || codePoint == 0xB9
        || (codePoint >= 0x2070 && codePoint <= 0x2089);
  }
}
