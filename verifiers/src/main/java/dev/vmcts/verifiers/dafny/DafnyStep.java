package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the end of the first step in a list of tokens; {@code docs/dafny-prefixes.md} states the rule.
 *
 * <p>Where a token ends a step only as the start of what follows, the step ends behind the token before it.
 */
final class DafnyStep {

  private static final int NONE = -1;
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");

  private final CharSequence text;
  private final List<DafnyToken> tokens;
  private final boolean atEnd;
  private int at;

  private DafnyStep(CharSequence text, boolean atEnd) {
    this.text = text;
    this.tokens = DafnyLexer.code(text);
    this.atEnd = atEnd;
  }

  /** The index behind the first step of a text, or -1. */
  static int end(CharSequence text, boolean atEnd) {
    DafnyStep step = new DafnyStep(text, atEnd);
    int last = step.last();
    return last == NONE ? NONE : step.tokens.get(last).end();
  }

  /** The index of the last token of the first step, or -1. */
  private int last() {
    if (tokens.isEmpty() || (!atEnd && DafnyWords.maybeDeclaration(tokens))) {
      return NONE;
    }
    DafnyToken first = tokens.get(0);
    if (first.isSymbol("}") || first.isSymbol(";") || first.isSymbol("{")) {
      return 0;
    }
    int keyword = DafnyWords.declaration(tokens, 0);
    if (keyword >= 0 && known(keyword)) {
      return declaration(keyword);
    }
    return keyword >= 0 ? NONE : statement(start());
  }

  /** The first token behind labels. */
  private int start() {
    int start = 0;
    while (start + 2 < tokens.size()
        && tokens.get(start).isWord("label")
        && tokens.get(start + 2).isSymbol(":")) {
      start += 3;
    }
    return start;
  }

  private int declaration(int keyword) {
    String word = tokens.get(keyword).text();
    boolean unterminated = DafnyWords.UNTERMINATED.contains(word);
    at = keyword + 1;
    while (at < tokens.size() && DafnyWords.declaration(tokens, at) == at) {
      at++;
    }
    while (at < tokens.size()) {
      DafnyToken token = tokens.get(at);
      if (token.isSymbol(";")) {
        return at;
      }
      if (startsNext(at) || (unterminated && blankLineBefore(at))) {
        return at - 1;
      }
      if (token.isSymbol("{") && !DafnyBraces.isAttribute(tokens, at)) {
        if (at + 1 == tokens.size() && !decided(token)) {
          return NONE;
        }
        if (DafnyBraces.opensBlock(tokens, 0, at)) {
          return DafnyWords.FUNCTIONS.contains(word) ? closing(at) : at;
        }
      }
      if (!skip()) {
        return NONE;
      }
    }
    boolean ended = atEnd || (unterminated && blankLineBehind());
    return ended && mayEnd(tokens.size() - 1) ? tokens.size() - 1 : NONE;
  }

  private int closing(int brace) {
    int behind = DafnyBraces.behindClose(tokens, brace);
    return behind < 0 ? NONE : behind - 1;
  }

  private int statement(int start) {
    if (start >= tokens.size()) {
      return NONE;
    }
    DafnyToken head = tokens.get(start);
    boolean block = DafnyWords.isWordOf(head, DafnyWords.BLOCKS)
        || DafnyWords.isWordOf(head, DafnyWords.CLAUSES)
        || head.kind() == Kind.SYMBOL;
    boolean match = false;
    boolean assigns = false;
    int lets = 0;
    at = start;
    while (at < tokens.size()) {
      DafnyToken token = tokens.get(at);
      if (token.isSymbol(";") && lets-- == 0) {
        return at;
      }
      if (token.isSymbol("=>") && head.isWord("case")) {
        return at;
      }
      if (at > start && (token.isSymbol("}") || startsNext(at) || (!match && nextCase(at)))) {
        return at - 1;
      }
      if (token.isWord("then")) {
        block = false;
      }
      block |= token.isWord("by");
      match |= token.isWord("match") && at > start;
      assigns |= token.isSymbol(":=") || token.isSymbol(":|");
      lets += at > start && isLet(at) ? 1 : 0;
      if (token.isSymbol("{") && !DafnyBraces.isAttribute(tokens, at)) {
        if (at + 1 == tokens.size() && !decided(token)) {
          return NONE;
        }
        if (block && DafnyBraces.opensBlock(tokens, start, at)) {
          return at;
        }
      }
      if (!skip()) {
        return NONE;
      }
    }
    boolean expression = !assigns && !DafnyWords.isWordOf(head, DafnyWords.STATEMENTS);
    return atEnd && expression && mayEnd(tokens.size() - 1) ? tokens.size() - 1 : NONE;
  }

  private boolean isLet(int index) {
    return DafnyWords.isWordOf(tokens.get(index), DafnyWords.LETS)
        && !DafnyWords.isWordOf(tokens.get(index - 1), DafnyWords.MODIFIERS)
        && !tokens.get(index - 1).isSymbol(":");
  }

  private boolean nextCase(int index) {
    return tokens.get(index).isWord("case") && known(index);
  }

  /** Goes on behind the token, or behind the bracket that it opens; false when that is not closed. */
  private boolean skip() {
    int behind = tokens.get(at).opens() ? DafnyBraces.behindClose(tokens, at) : at + 1;
    at = behind;
    return behind >= 0;
  }

  /** Whether the token at an index belongs to what follows the step. */
  private boolean startsNext(int index) {
    DafnyToken token = tokens.get(index);
    if (token.isSymbol("}")) {
      return true;
    }
    int keyword = DafnyWords.declaration(tokens, index);
    return keyword >= 0 && known(keyword) && !tokens.get(index - 1).isWord("by");
  }

  /** Whether more text can not make another word of the token at an index. */
  private boolean known(int index) {
    return atEnd || tokens.get(index).end() < text.length();
  }

  private boolean decided(DafnyToken last) {
    return atEnd || last.end() < text.length();
  }

  private boolean blankLineBefore(int index) {
    return mayEnd(index - 1)
        && BLANK_LINE
            .matcher(
                text.subSequence(tokens.get(index - 1).end(), tokens.get(index).start()))
            .find();
  }

  private boolean blankLineBehind() {
    int end = tokens.get(tokens.size() - 1).end();
    return BLANK_LINE.matcher(text.subSequence(end, text.length())).find();
  }

  /** Whether an expression, a type or a name may end with the token. */
  private boolean mayEnd(int index) {
    DafnyToken token = tokens.get(index);
    return switch (token.kind()) {
      case SYMBOL -> token.closes() || token.isSymbol(">") || token.isSymbol("*");
      case OPEN -> false;
      case WORD ->
        !DafnyWords.isWordOf(token, DafnyWords.CLAUSES)
            && !DafnyWords.isWordOf(token, DafnyWords.OPERANDS_FOLLOW);
      default -> true;
    };
  }
}
