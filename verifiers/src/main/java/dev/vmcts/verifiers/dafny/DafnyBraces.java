package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import java.util.List;
import java.util.Set;

/** Tells what an opening brace means from the tokens before it: a block, a set, or an attribute. */
final class DafnyBraces {

  private static final Set<String> BEFORE_STAR =
      Set.of("decreases", "reads", "modifies", "while", "if", "case");

  private DafnyBraces() {}

  /** Whether the brace at an index opens an attribute. */
  static boolean isAttribute(List<DafnyToken> tokens, int brace) {
    return brace + 1 < tokens.size() && tokens.get(brace + 1).isSymbol(":");
  }

  /**
   * Whether the brace at an index opens a block or a body, given that no bracket is open and that one may open here: it
   * does behind whatever may end an expression or a type, and behind words such as {@code else}.
   */
  static boolean opensBlock(List<DafnyToken> tokens, int first, int brace) {
    if (brace == first) {
      return true;
    }
    DafnyToken before = tokens.get(brace - 1);
    if (before.kind() == Kind.WORD) {
      return !DafnyWords.OPERANDS_FOLLOW.contains(before.text());
    }
    if (before.kind() != Kind.SYMBOL) {
      return true;
    }
    return switch (before.text()) {
      case ")", "]", "}" -> true;
      case "*" -> brace - 2 >= first && anyAfter(tokens.get(brace - 2));
      case ">" -> inType(tokens, first, brace);
      case "|" -> closesCardinality(tokens, first, brace - 1);
      default -> startsHint(tokens, first, brace);
    };
  }

  /** Whether the bar at an index is the second one of a pair, as in {@code |s|}, and not in front of a range. */
  private static boolean closesCardinality(List<DafnyToken> tokens, int first, int bar) {
    int open = 0;
    boolean closes = false;
    for (int i = first; i <= bar; i++) {
      boolean operand = i == first || (!closes && awaitsOperand(tokens.get(i - 1)));
      boolean isBar = tokens.get(i).isSymbol("|");
      closes = isBar && !operand && open > 0;
      open += !isBar ? 0 : operand ? 1 : closes ? -1 : 0;
    }
    return closes;
  }

  private static boolean awaitsOperand(DafnyToken token) {
    return token.kind() == DafnyToken.Kind.SYMBOL
        ? !token.closes()
        : DafnyWords.isWordOf(token, DafnyWords.CLAUSES)
            || DafnyWords.isWordOf(token, DafnyWords.OPERANDS_FOLLOW)
            || DafnyWords.isWordOf(token, DafnyWords.BLOCKS);
  }

  /** Whether a star behind the token stands for any value. */
  static boolean anyAfter(DafnyToken token) {
    return DafnyWords.isWordOf(token, BEFORE_STAR);
  }

  /** Whether the sign in front of the brace closes the parameters of a type: no clause or range came yet. */
  private static boolean inType(List<DafnyToken> tokens, int first, int brace) {
    boolean typed = DafnyWords.declaration(tokens, first) >= 0
        || tokens.get(first).isWord("forall")
        || startsHint(tokens, first, brace);
    return typed
        && tokens.subList(first, brace).stream()
            .noneMatch(t ->
                DafnyWords.isWordOf(t, DafnyWords.CLAUSES) || t.isSymbol("|") || t.isSymbol("::"));
  }

  /** Whether nothing but the operator of a calculation stands in front of the brace. */
  private static boolean startsHint(List<DafnyToken> tokens, int first, int brace) {
    int operator = tokens.get(first).isWord("calc") ? first + 1 : first;
    return brace == operator + 1
        || (brace > operator
            && tokens.get(brace - 1).isSymbol("]")
            && tokens.get(operator).isSymbol("=="));
  }

  /** The index behind the bracket that closes the one at an index, or -1 when none does. */
  static int behindClose(List<DafnyToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
