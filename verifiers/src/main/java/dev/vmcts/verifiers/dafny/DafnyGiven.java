package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The given text of a problem, put together with what stands in its holes. */
final class DafnyGiven {

  private static final String STOP = " assume false; ";

  private final Problem problem;
  private final Set<String> fixedNames;
  private final List<DafnyHole> shapes;

  DafnyGiven(Problem problem) {
    this.problem = problem;
    this.fixedNames = DafnyNames.fixedBy(all());
    this.shapes = shapes(problem);
  }

  private static List<DafnyHole> shapes(Problem problem) {
    List<DafnyHole> shapes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < problem.holes().size(); i++) {
      text.append(problem.given().get(i)).append('\n');
      DafnyHole hole = DafnyHole.of(i, text.toString(), problem.given().get(i + 1));
      shapes.add(hole);
      text.append(hole.inBody() ? " assume false; " : hole.awaitsBody() ? " { } " : "");
    }
    return List.copyOf(shapes);
  }

  /** The holes, each with nothing but what closes them in the earlier ones. */
  List<DafnyHole> shapes() {
    return shapes;
  }

  /** The hole behind a text; behind the last hole, the end. */
  DafnyHole hole(int index, String before) {
    return DafnyHole.of(index, before, index < holes() ? problem.given().get(index + 1) : "");
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
        DafnyHole later = hole(i, text.toString());
        switch (later.place()) {
          case EXPRESSION -> {
            int header = lastDeclaration(later.prefix()).headerEnd();
            if (header < prefix.length()) {
              return text.substring(prefix.length());
            }
            text.setLength(header);
            text.append('\n');
            cutOff = behindBody(problem.given().get(i + 1));
          }
          case STEPS -> text.append(takesStatements(later.prefix()) ? STOP : "");
          case LOOP_CLAUSES, OPERAND, NOTHING -> {
            int step = later.prefix().cut();
            if (step < prefix.length() || later.place() != DafnyHole.Place.LOOP_CLAUSES) {
              return closed(text.toString(), prefix.length());
            }
            text.insert(step, STOP);
          }
          case AWAITED_BODY, MEASURE -> {}
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

  /** What a text is closed with when it is cut back to its last whole step, but not behind an index. */
  private static String closed(String text, int from) {
    DafnyPrefix prefix = DafnyPrefix.of(text);
    int end = Math.max(from, prefix.cut());
    return text.substring(from, end) + (prefix.cut() < from ? "" : prefix.closing(0));
  }

  /** A text that is closed; a step that it breaks off in is left out, and a function is left without its body. */
  static String closed(String text) {
    DafnyPrefix prefix = DafnyPrefix.of(text);
    if (!prefix.innermost(DafnyFrame.Kind.EXPRESSION)) {
      return text.substring(0, prefix.cut()) + "\n" + prefix.closing(0);
    }
    String header = text.substring(0, lastDeclaration(prefix).headerEnd()) + "\n";
    return header + DafnyPrefix.of(header).closing(0);
  }

  /** The tokens that are given behind a hole, up to the end of the body that it is in. */
  List<DafnyToken> behindInBody(DafnyHole hole) {
    List<DafnyFrame> open = hole.prefix().open();
    int body = open.size() - 1;
    while (body > 0 && open.get(body).kind() != DafnyFrame.Kind.BODY) {
      body--;
    }
    long braces =
        open.subList(body, open.size()).stream().filter(DafnyFrame::hasBrace).count();
    String text = String.join("\n", problem.given().subList(hole.index() + 1, holes() + 1));
    List<DafnyToken> behind = new ArrayList<>();
    for (DafnyToken token : DafnyLexer.code(text)) {
      braces += token.isSymbol("{") ? 1 : token.isSymbol("}") ? -1 : 0;
      if (braces == 0) {
        break;
      }
      behind.add(token);
    }
    return behind;
  }

  /** Where in the text in front of a hole the step starts that the hole is in, or the body of its function. */
  int border(String before, int hole) {
    DafnyHole next = hole(hole, before);
    return switch (next.place()) {
      case EXPRESSION -> lastDeclaration(next.prefix()).headerEnd();
      case LOOP_CLAUSES, OPERAND -> next.prefix().cut();
      case STEPS, AWAITED_BODY, MEASURE, NOTHING -> before.length();
    };
  }

  private static DafnyDeclaration lastDeclaration(DafnyPrefix prefix) {
    return prefix.declarations().get(prefix.declarations().size() - 1);
  }

  /** Whether declarations may stand in a hole behind this one, or in this one. */
  boolean mayDeclare(int hole) {
    return shapes.stream()
        .skip(hole)
        .anyMatch(h -> h.place() == DafnyHole.Place.STEPS && !h.inBody() && h.takesMembers());
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
