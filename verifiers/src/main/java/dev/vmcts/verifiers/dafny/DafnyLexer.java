package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Dafny source text token by token, as Dafny's own lexer does.
 *
 * <p>Any text is read in linear time and without an exception. A carriage return alone ends a line, as it does for Dafny.
 */
final class DafnyLexer {

  /** Operators of several characters, longer ones before their beginnings. */
  private static final List<String> OPERATORS = List.of(
      "<==>", "==>", "<==", "-->", "...", "==", "!=", "!!", "<=", ">=", ":=", ":|", ":-", "::",
      "=>", "->", "~>", "..", "&&", "||");

  private final CharSequence text;
  private final int length;
  private int at;

  private DafnyLexer(CharSequence text) {
    this.text = text;
    this.length = text.length();
  }

  /** All tokens of a text, comments included. */
  static List<DafnyToken> lex(CharSequence text) {
    DafnyLexer lexer = new DafnyLexer(text);
    List<DafnyToken> tokens = new ArrayList<>();
    for (DafnyToken token = lexer.next(); token != null; token = lexer.next()) {
      tokens.add(token);
    }
    return tokens;
  }

  /** The tokens of a text without its comments; one that is not closed stays. */
  static List<DafnyToken> code(CharSequence text) {
    return lex(text).stream().filter(t -> t.kind() != Kind.COMMENT).toList();
  }

  private @Nullable DafnyToken next() {
    while (at < length && isBlank(text.charAt(at))) {
      at++;
    }
    if (at == length) {
      return null;
    }
    int start = at;
    Kind kind = read();
    return new DafnyToken(kind, start, at, text.subSequence(start, at).toString());
  }

  private Kind read() {
    char c = peek(0);
    if (c == '/' && peek(1) == '/') {
      lineComment();
      return Kind.COMMENT;
    } else if (c == '/' && peek(1) == '*') {
      return blockComment() ? Kind.COMMENT : Kind.OPEN;
    } else if (c == '"') {
      return string() ? Kind.LITERAL : Kind.OPEN;
    } else if (c == '@' && peek(1) == '"') {
      return verbatimString() ? Kind.LITERAL : Kind.OPEN;
    } else if (c == '\'' && character()) {
      return Kind.LITERAL;
    } else if (isWordPart(c) && !isDigit(c)) {
      word();
      return Kind.WORD;
    } else if (isDigit(c)) {
      number();
      return Kind.NUMBER;
    }
    symbol();
    return Kind.SYMBOL;
  }

  private void symbol() {
    for (String operator : OPERATORS) {
      if (startsWith(operator)) {
        at += operator.length();
        return;
      }
    }
    at += Character.charCount(Character.codePointAt(text, at));
  }

  private void lineComment() {
    while (at < length && !endsLine()) {
      at++;
    }
  }

  private boolean endsLine() {
    return peek(0) == '\n' || (peek(0) == '\r' && peek(1) != '\n');
  }

  private boolean blockComment() {
    int depth = 0;
    while (at < length) {
      if (startsWith("/*")) {
        depth++;
        at += 2;
      } else if (startsWith("*/")) {
        depth--;
        at += 2;
        if (depth == 0) {
          return true;
        }
      } else {
        at++;
      }
    }
    return false;
  }

  /** Reads a string with escapes, which ends on its line; false when the line does not close it. */
  private boolean string() {
    at++;
    while (at < length && peek(0) != '\n' && peek(0) != '\r') {
      if (peek(0) == '"') {
        at++;
        return true;
      }
      at += peek(0) == '\\' && at + 1 < length ? 2 : 1;
    }
    return false;
  }

  /** Reads a string without escapes, in which two quotes stand for one and lines may end. */
  private boolean verbatimString() {
    at += 2;
    while (at < length) {
      if (peek(0) == '"' && peek(1) == '"') {
        at += 2;
      } else if (text.charAt(at++) == '"') {
        return true;
      }
    }
    return false;
  }

  /** Reads a character literal if there is one; a quote can also start a word. */
  private boolean character() {
    int size = 0;
    if (peek(1) == '\\') {
      size = peek(2) == 'u' ? 8 : 4;
    } else if (peek(1) != '\'' && peek(1) != '\n' && peek(1) != '\r') {
      size = 3;
    }
    if (size == 0 || at + size > length || text.charAt(at + size - 1) != '\'') {
      return false;
    }
    at += size;
    return true;
  }

  private void word() {
    while (at < length && isWordPart(text.charAt(at))) {
      at++;
    }
  }

  private void number() {
    boolean hexadecimal = peek(0) == '0' && peek(1) == 'x';
    at += hexadecimal ? 2 : 0;
    digits(hexadecimal);
    if (!hexadecimal && peek(0) == '.' && isDigit(peek(1))) {
      at++;
      digits(false);
    }
  }

  private void digits(boolean hexadecimal) {
    while (at < length
        && (isDigit(peek(0))
            || (peek(0) == '_' && at + 1 < length && isWordPart(peek(1)))
            || (hexadecimal && Character.digit(peek(0), 16) >= 0))) {
      at++;
    }
  }

  private boolean startsWith(String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (peek(i) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The character some places on, or NUL behind the end. */
  private char peek(int places) {
    return at + places < length ? text.charAt(at + places) : '\0';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '?'
        || c == '\'';
  }
}
