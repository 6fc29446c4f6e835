package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.corpus.DafnyPlan.Mode;
import dev.vmcts.corpus.DafnyPlan.Part;
import dev.vmcts.problem.Header;
import dev.vmcts.problem.Hole;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptRenderer.Piece;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.prompt.Step;
import dev.vmcts.verifiers.dafny.DafnyStepReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes Dafny items as training documents, each as the prompt and the answers of a problem that might have led to it.
 *
 * <p>The renderer is the one that searches use.
 */
final class DafnyDocuments {

  private final Dice dice;
  private final DafnyStepReader reader = new DafnyStepReader();
  private final PromptRenderer renderer;

  DafnyDocuments(Dice dice) throws IOException {
    this.dice = dice;
    this.renderer = new PromptRenderer(PromptStyle.named("tiny"), reader);
  }

  /** A document, in pieces, another each time; none when nothing in the item is fit to be asked for. */
  List<Piece> of(DafnyItem verified) {
    DafnyItem item = dice.chance(0.7) ? new DafnyRenaming(dice).of(verified) : verified;
    List<Part> parts = new DafnyPlan(dice).of(item);
    if (parts.isEmpty()) {
      return List.of();
    }
    List<String> given = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean failures = dice.chance(0.15);
    for (Part part : parts) {
      String program = layout(part.declaration());
      if (part.mode() == Mode.GIVEN) {
        text.append(program);
      } else {
        int[] hole = hole(part, program);
        text.append(program, 0, hole[0]);
        String fill = program
            .substring(hole[0], hole[1])
            .stripTrailing()
            .replaceFirst("^\\s*\\n", "")
            .stripIndent();
        String before = String.join("\n", given) + text;
        for (String step : steps(before, fill, program.substring(hole[1]))) {
          steps.add(new Step(
              OpenState.outsideProofs(given.size()),
              step,
              failures && dice.chance(0.5) ? refused(step) : List.of()));
        }
        given.add(text.toString());
        text.setLength(0);
        text.append(program.substring(hole[1]));
      }
    }
    given.add(text + "\n");
    return render(item, parts, given, steps);
  }

  /** The steps of a hole as a search would have it, each without the indentation of its first line. */
  private List<String> steps(String before, String fill, String after) {
    List<String> steps = new ArrayList<>();
    int from = 0;
    for (String step : DafnyStepReader.inHole(before, after).split(fill)) {
      int at = fill.indexOf(step, from);
      int indent = at - (fill.lastIndexOf('\n', at) + 1);
      steps.add(step.replace("\n" + " ".repeat(indent), "\n"));
      from = at + step.length();
    }
    return steps;
  }

  private List<Piece> render(
      DafnyItem item, List<Part> parts, List<String> given, List<Step> steps) {
    List<Hole> holes = new ArrayList<>();
    for (int i = 0; i < given.size() - 1; i++) {
      holes.add(new Hole(i, 1, 1, ""));
    }
    String spec = dice.chance(0.25) ? "" : new DafnySpecText(dice).of(item, parts);
    Header header = new Header(
        "", spec, List.of(), List.of(), List.of(), OptionalLong.empty(), Optional.empty());
    Problem problem = new Problem("item", Language.DAFNY, header, given, holes);
    List<Piece> pieces = new ArrayList<>(
        renderer.document(problem, steps, OpenState.outsideProofs(holes.size() - 1)));
    String rest = given.get(given.size() - 1).strip();
    if (rest.startsWith("}")) {
      pieces.add(new Piece("}\n", true));
    }
    return pieces;
  }

  /** The text of a declaration with its body's braces put in one of the usual ways. */
  private String layout(DafnyDeclaration d) {
    if (d.kind() == Kind.TYPE) {
      return d.text();
    }
    boolean clauses = d.header().contains("\n");
    if (d.kind() == Kind.FUNCTION && !d.body().contains("\n") && !clauses && dice.chance(0.4)) {
      return d.header() + " { " + d.body().strip() + " }\n";
    } else if (d.body().isBlank() && dice.chance(0.3)) {
      return d.header() + (clauses ? "\n{}\n" : " {}\n");
    }
    String open = !clauses && dice.chance(0.4) ? " {\n" : "\n{\n";
    return d.header() + open + DafnyDeclaration.indented(d.body()) + "}\n";
  }

  /** Where the hole of a part begins and ends in its program. */
  private static int[] hole(Part part, String program) {
    int header = part.declaration().header().length();
    int body = program.indexOf('{', header) + 1;
    int end = program.lastIndexOf('}');
    return switch (part.mode()) {
      case WHOLE -> new int[] {0, program.length()};
      case INVARIANTS -> DafnyLoopText.invariants(program, body);
      case LOOP_BODY -> DafnyLoopText.body(program, body);
      default -> new int[] {body, end};
    };
  }

  /** Steps that differ from the right one in a small thing, as ones that a verifier refused before. */
  private List<String> refused(String step) {
    List<String> refused = new ArrayList<>();
    for (String[] change : new String[][] {
      {" + 1", " + 2"},
      {" - 1", ""},
      {"<=", "<"},
      {" < ", " <= "},
      {"== 0", "== 1"},
      {"> 0", "> 1"},
      {":= 0", ":= 1"},
      {"[1..]", ""},
      {"0 <=", "1 <="}
    }) {
      if (step.contains(change[0]) && dice.chance(0.5)) {
        refused.add(step.replace(change[0], change[1]));
      }
    }
    return refused;
  }
}
