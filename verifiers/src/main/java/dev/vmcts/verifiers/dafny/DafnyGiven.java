package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Problem;
import java.util.List;
import java.util.Set;

/** The given text of a problem, put together with what stands in its holes. */
final class DafnyGiven {

  private final Problem problem;
  private final Set<String> fixedNames;

  DafnyGiven(Problem problem) {
    this.problem = problem;
    this.fixedNames = DafnyNames.fixedBy(all());
  }

  /** The names that no hole may declare. */
  Set<String> fixedNames() {
    return fixedNames;
  }

  int holes() {
    return problem.holes().size();
  }

  /** All given text, the holes left out. */
  String all() {
    return String.join("\n", problem.given());
  }

  /** The text in front of the first hole. */
  String start() {
    return problem.given().get(0) + "\n";
  }

  /** The text up to the next hole, or to the end. */
  String upToNext(String before, String fill, int hole) {
    return before + fill + "\n" + problem.given().get(hole + 1) + "\n";
  }

  /**
   * The rest of the program behind a hole, the later holes closed: statements in them are assumed away, and a function
   * whose body holds one has no body.
   *
   * @param prefix all text up to the end of the hole, closed or not
   */
  String rest(String prefix, int hole) {
    StringBuilder text = new StringBuilder(prefix);
    int cutOff = 0;
    for (int i = hole + 1; i < problem.given().size(); i++) {
      String given = problem.given().get(i);
      text.append(given, Math.min(cutOff, given.length()), given.length()).append('\n');
      cutOff = 0;
      if (i < problem.holes().size()) {
        DafnyPrefix soFar = DafnyPrefix.of(text.toString());
        if (soFar.innermost(DafnyFrame.Kind.EXPRESSION)) {
          DafnyDeclaration function =
              soFar.declarations().get(soFar.declarations().size() - 1);
          if (function.headerEnd() < prefix.length()) {
            return text.substring(prefix.length());
          }
          text.setLength(function.headerEnd());
          text.append('\n');
          cutOff = behindBody(problem.given().get(i + 1));
        } else if (takesStatements(soFar)) {
          text.append(" assume false; ");
        }
      }
    }
    return text.substring(prefix.length());
  }

  /** Whether statements may stand at the end of a prefix. */
  static boolean takesStatements(DafnyPrefix prefix) {
    return !prefix.open().isEmpty()
        && prefix.open().get(prefix.open().size() - 1).takesStatements();
  }

  private static int behindBody(String text) {
    int depth = 0;
    for (DafnyToken token : DafnyLexer.code(text)) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth < 0) {
        return token.end();
      }
    }
    return text.length();
  }

  /** Whether declarations may stand in a hole behind this one, or in this one. */
  boolean mayDeclare(String before, int hole) {
    StringBuilder text = new StringBuilder(before);
    for (int i = hole; i < problem.holes().size(); i++) {
      DafnyPrefix prefix = DafnyPrefix.of(text.toString());
      List<DafnyFrame> open = prefix.open();
      boolean members = open.isEmpty() || prefix.innermost(DafnyFrame.Kind.MEMBERS);
      if (members && !awaitsBody(prefix)) {
        return true;
      }
      text.append(takesStatements(prefix) ? " assume false; " : members ? " { } " : "");
      text.append(problem.given().get(i + 1)).append('\n');
    }
    return false;
  }

  /** Whether a prefix ends with a declaration whose body is to follow: one without that says it is an axiom. */
  static boolean awaitsBody(DafnyPrefix prefix) {
    if (prefix.declarations().isEmpty() || prefix.unfinished()) {
      return false;
    }
    DafnyDeclaration last = prefix.declarations().get(prefix.declarations().size() - 1);
    return last.lacksBody()
        && last.end() >= prefix.cut()
        && !prefix.text().substring(last.start(), last.headerEnd()).contains("{:axiom")
        && !prefix.text().substring(last.start(), last.headerEnd()).contains("{:extern");
  }
}
