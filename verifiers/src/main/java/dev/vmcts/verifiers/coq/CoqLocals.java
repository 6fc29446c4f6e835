package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqToken.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a definition with numbers for the names that it binds itself, so that two that differ in nothing else become equal.
 *
 * <p>Names are told to be bound by where they stand: parameters before {@code :=}, and in patterns what follows a constructor
 * or stands at {@code ::} or in a tuple. Where that is in doubt a name stays, and the definitions differ.
 */
final class CoqLocals {

  /** Constructors of the standard library that may stand as arguments of a pattern and look like variables. */
  private static final Set<String> CONSTANTS =
      Set.of("_", "nil", "true", "false", "tt", "nat", "bool", "list", "xH", "as", "with", "in");

  private CoqLocals() {}

  /**
   * The definition with its own names numbered in the order in which they come; another sentence as it is.
   *
   * @param declared names that types were declared with, which are no variables
   */
  static String numbered(String sentence, List<CoqToken> tokens, Set<String> declared) {
    if (!CoqWords.DEFINITIONS.contains(tokens.get(0).text())) {
      return sentence;
    }
    Set<String> bound = bound(tokens);
    bound.removeAll(declared);
    bound.removeAll(CONSTANTS);
    Map<String, String> numbers = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (CoqToken t : tokens) {
      text.append(t.kind() == Kind.FIELD ? "." : " ");
      text.append(
          t.kind() == Kind.IDENT && bound.contains(t.text())
              ? numbers.computeIfAbsent(t.text(), n -> "\1" + numbers.size())
              : t.text());
    }
    return text.toString();
  }

  private static Set<String> bound(List<CoqToken> tokens) {
    Set<String> bound = new HashSet<>();
    int matches = 0;
    boolean inHead = true;
    boolean inPattern = false;
    boolean inNames = false;
    for (int i = 2; i < tokens.size(); i++) {
      CoqToken t = tokens.get(i);
      CoqToken before = tokens.get(i - 1);
      if (t.isIdent("match")) {
        matches++;
      } else if (t.isIdent("end")) {
        matches--;
      } else if (inHead) {
        boolean opens = before.isSymbol('(') || before.isSymbol('{');
        inNames = t.kind() == Kind.IDENT && (opens || inNames);
        if (inNames) {
          bound.add(t.text());
        }
        inHead = !(t.isSymbol('=') && before.isSymbol(':'));
      } else if (t.isIdent("with") || (t.isSymbol('|') && !isOr(tokens, i))) {
        inPattern = matches > 0;
        inHead = matches == 0;
      } else if (t.isSymbol('>') && before.isSymbol('=')) {
        inPattern = false;
      } else if (inPattern && t.kind() == Kind.IDENT && isVariable(tokens, i)) {
        bound.add(t.text());
      }
    }
    return bound;
  }

  private static boolean isOr(List<CoqToken> tokens, int i) {
    return tokens.get(i - 1).isSymbol('|') || tokens.get(i + 1).isSymbol('|');
  }

  private static boolean isVariable(List<CoqToken> tokens, int i) {
    CoqToken t = tokens.get(i);
    CoqToken before = tokens.get(i - 1);
    CoqToken after = tokens.get(Math.min(i + 1, tokens.size() - 1));
    boolean capital = Character.isUpperCase(t.text().codePointAt(0));
    boolean argument = before.kind() == Kind.IDENT && !before.isIdent("with");
    boolean element = before.isSymbol(':') || after.isSymbol(':');
    boolean first = before.isSymbol('(') && after.isSymbol(',');
    boolean later = before.isSymbol(',') && (after.isSymbol(',') || after.isSymbol(')'));
    return !capital && (argument || element || first || later);
  }
}
