package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyFrame.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The start of a program, cut into steps, with its declarations and with what is open at its end.
 *
 * <p>{@code docs/dafny-prefixes.md} says how it is closed and why that is sound.
 */
final class DafnyPrefix {

  /**
   * A step.
   *
   * @param start index of its first character, comments left out
   * @param end index behind its last one
   * @param tokens its tokens, their places counted in a text of its own
   * @param endsDuty whether it is a brace at which something has to be proven
   */
  record Step(int start, int end, List<DafnyToken> tokens, boolean endsDuty) {

    DafnyToken first() {
      return tokens.get(0);
    }

    DafnyToken last() {
      return tokens.get(tokens.size() - 1);
    }
  }

  private final String text;
  private final List<Step> steps = new ArrayList<>();
  private final List<DafnyFrame> open = new ArrayList<>();
  private final List<DafnyDeclaration> declarations = new ArrayList<>();
  private final List<Integer> openDeclarations = new ArrayList<>();
  private int cut;

  private DafnyPrefix(String text) {
    this.text = text;
  }

  /** Cuts a text that starts where a program starts. */
  static DafnyPrefix of(String text) {
    DafnyPrefix prefix = new DafnyPrefix(text);
    prefix.read();
    return prefix;
  }

  private void read() {
    int end = DafnyStep.end(text, true);
    while (end > 0) {
      add(text.substring(cut, cut + end));
      cut += end;
      end = DafnyStep.end(text.substring(cut), true);
    }
    openFunction();
    for (int index : openDeclarations) {
      if (index >= 0) {
        declarations.set(index, declarations.get(index).endingAt(text.length()));
      }
    }
  }

  private void add(String piece) {
    List<DafnyToken> tokens = DafnyLexer.code(piece);
    Step step = new Step(
        cut + tokens.get(0).start(),
        cut + piece.length(),
        tokens,
        tokens.get(0).isSymbol("}") && dutyIsOpen());
    steps.add(step);
    int keyword = DafnyWords.declaration(tokens, 0);
    boolean opens = step.last().isSymbol("{");
    if (keyword >= 0) {
      declare(step, keyword, opens);
    } else if (step.first().isSymbol("}")) {
      close(step.end());
    } else if (step.first().isWord("case") && step.last().isSymbol("=>")) {
      addCase();
    } else if (opens) {
      push(kind(tokens), step.start());
    } else if (step.first().isWord("match")) {
      push(Kind.BARE_MATCH, step.start());
    } else if (step.last().isSymbol(";") && innermost(Kind.CALC)) {
      top()
          .addLine(piece.substring(
              tokens.get(startsWithOperator(tokens) ? 1 : 0).start(),
              step.last().start()));
    }
  }

  private void declare(Step step, int keyword, boolean opens) {
    List<DafnyToken> tokens = step.tokens();
    String word = tokens.get(keyword).text();
    boolean body = opens
        || (DafnyWords.FUNCTIONS.contains(word)
            && step.last().isSymbol("}")
            && bodyOf(tokens) >= 0);
    int brace = opens ? tokens.size() - 1 : body ? bodyOf(tokens) : -1;
    int headerEnd = brace < 0 ? step.last().end() : tokens.get(brace - 1).end();
    int offset = step.end() - step.last().end();
    declarations.add(
        DafnyDeclaration.of(tokens, keyword, offset, headerEnd, body, !open.isEmpty()));
    if (opens) {
      push(DafnyWords.PROCEDURES.contains(word) ? Kind.BODY : Kind.MEMBERS, step.start());
      openDeclarations.set(openDeclarations.size() - 1, declarations.size() - 1);
    }
  }

  /** The brace that opens the body of a function whose step ends with it, or -1. */
  private static int bodyOf(List<DafnyToken> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("{")
          && DafnyBraces.behindClose(tokens, i) == tokens.size()
          && DafnyBraces.opensBlock(tokens, 0, i)
          && !DafnyBraces.isAttribute(tokens, i)) {
        return i;
      }
    }
    return -1;
  }

  /** A function that the text breaks off in its body. */
  private void openFunction() {
    List<DafnyToken> tokens = DafnyLexer.code(text.substring(cut));
    int keyword = DafnyWords.declaration(tokens, 0);
    if (keyword < 0 || !DafnyWords.FUNCTIONS.contains(tokens.get(keyword).text())) {
      return;
    }
    int at = keyword + 1;
    while (at >= 0 && at < tokens.size()) {
      boolean brace = tokens.get(at).isSymbol("{") && !DafnyBraces.isAttribute(tokens, at);
      if (brace && DafnyBraces.opensBlock(tokens, 0, at)) {
        declarations.add(DafnyDeclaration.of(
                tokens, keyword, cut, tokens.get(at - 1).end(), true, !open.isEmpty())
            .endingAt(text.length()));
        open.add(new DafnyFrame(Kind.EXPRESSION, cut + tokens.get(at).end()));
        openDeclarations.add(-1);
        return;
      }
      at = tokens.get(at).opens() ? DafnyBraces.behindClose(tokens, at) : at + 1;
    }
  }

  private Kind kind(List<DafnyToken> tokens) {
    DafnyToken first = tokens.get(0);
    if (innermost(Kind.CALC) && (tokens.size() == 1 || startsWithOperator(tokens))) {
      top().addHint();
      return Kind.HINT;
    }
    if (first.isWord("forall") && tokens.stream().noneMatch(t -> t.isWord("ensures"))) {
      return Kind.FOR_EACH;
    }
    boolean by = tokens.stream().anyMatch(t -> t.isWord("by"));
    if (by || DafnyWords.isWordOf(first, DafnyWords.DUTIES)) {
      return Kind.DUTY;
    }
    if (tokens.size() == 2 && first.isWord("if")) {
      return Kind.ALTERNATIVES;
    }
    return first.isWord("match") ? Kind.MATCH : first.isWord("calc") ? Kind.CALC : Kind.BLOCK;
  }

  static boolean startsWithOperator(List<DafnyToken> tokens) {
    DafnyToken first = tokens.get(0);
    return first.kind() == DafnyToken.Kind.SYMBOL
        && !first.opens()
        && !first.closes()
        && !first.isSymbol("-")
        && !first.isSymbol("!")
        && !first.isSymbol("|");
  }

  private void addCase() {
    for (int i = open.size() - 1; i >= 0; i--) {
      DafnyFrame frame = open.get(i);
      boolean loop = i == open.size() - 1 && frame.kind() == Kind.DUTY;
      if (frame.isMatch() || frame.kind() == Kind.ALTERNATIVES || loop) {
        frame.addCase();
        return;
      }
    }
  }

  private void push(Kind kind, int start) {
    open.add(new DafnyFrame(kind, start));
    openDeclarations.add(-1);
  }

  private void close(int end) {
    while (!open.isEmpty() && !top().hasBrace()) {
      pop(end);
    }
    if (!open.isEmpty()) {
      pop(end);
    }
  }

  private void pop(int end) {
    open.remove(open.size() - 1);
    int declaration = openDeclarations.remove(openDeclarations.size() - 1);
    if (declaration >= 0) {
      declarations.set(declaration, declarations.get(declaration).endingAt(end));
    }
  }

  /** Whether the next brace ends a body, or a block at whose end something is to be proven. */
  private boolean dutyIsOpen() {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).hasBrace()) {
        Kind kind = open.get(i).kind();
        return kind == Kind.BODY
            || kind == Kind.DUTY
            || kind == Kind.CALC
            || kind == Kind.ALTERNATIVES;
      }
    }
    return false;
  }

  private DafnyFrame top() {
    return open.get(open.size() - 1);
  }

  boolean innermost(Kind kind) {
    return !open.isEmpty() && top().kind() == kind;
  }

  List<Step> steps() {
    return steps;
  }

  /** What is open at the end, the outermost first. */
  List<DafnyFrame> open() {
    return open;
  }

  /** The declarations in the order in which they start. */
  List<DafnyDeclaration> declarations() {
    return declarations;
  }

  /** Index behind the last whole step. */
  int cut() {
    return cut;
  }

  /** Whether more than white space and comments follows the last whole step. */
  boolean unfinished() {
    return !DafnyLexer.code(text.substring(cut)).isEmpty();
  }

  String text() {
    return text;
  }

  /** What ends the prefix soundly from the innermost frame to the one of a depth, that one left open. */
  String closing(int depth) {
    StringBuilder closing = new StringBuilder("\n");
    for (int i = open.size() - 1; i >= depth; i--) {
      closing.append(open.get(i).closing());
    }
    return closing.append("\n").toString();
  }
}
