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
      case "*" -> brace - 2 >= first && DafnyWords.isWordOf(tokens.get(brace - 2), BEFORE_STAR);
      case ">" -> inType(tokens, first, brace);
      default -> startsHint(tokens, first, brace);
    };
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
