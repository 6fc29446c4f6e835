package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.FillBorders;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.coq.CoqProgram.Line;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Diagnostic.Kind;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs whole programs through a session that has the given text before the first hole behind it, and says what speaks
 * against them. A time-out and the like speak against nothing.
 */
final class CoqRefutation {

  private final CoqSession session;
  private final Duration givenTime;

  /** @param givenTime most time of a given sentence */
  CoqRefutation(CoqSession session, Duration givenTime) {
    this.session = session;
    this.givenTime = givenTime;
  }

  /** What speaks against a problem with these texts in its holes, from the first hole on. */
  Optional<Diagnostic> of(Problem problem, CoqNode root, List<String> texts)
      throws VerifierException, InterruptedException {
    List<String> fills = FillBorders.parted(problem, texts);
    for (String fill : fills) {
      Optional<Diagnostic> fault = CoqAudit.checkHole(fill);
      if (fault.isPresent()) {
        return fault;
      }
    }
    Optional<String> border = CoqProgram.borderFault(problem, fills);
    if (border.isPresent()) {
      return Optional.of(new Diagnostic(Kind.FORBIDDEN, border.get()));
    }
    CoqProgram program = CoqProgram.of(problem, fills);
    int start = problem.given().get(0).length();
    int end = 0;
    CoqNode node = root;
    for (Line line : program.lines()) {
      int at = program.text().indexOf(line.text(), end);
      end = at + line.text().length();
      if (at < start) {
        continue;
      }
      Verdict verdict = line.given()
          ? session.run(node, line.text(), givenTime)
          : session.step(node, line.text());
      if (!(verdict instanceof Verdict.Verified verified)) {
        return against(program.text(), at, verdict);
      }
      node = (CoqNode) verified.state();
    }
    return node.inProof()
        ? against(program.text(), end, new Verdict.Incomplete("a proof is open at the end"))
        : Optional.empty();
  }

  private static Optional<Diagnostic> against(String program, int at, Verdict verdict) {
    String line =
        "line " + (1 + program.substring(0, at).chars().filter(c -> c == '\n').count());
    return verdict.match(
        verified -> Optional.empty(),
        rejected -> Optional.of(new Diagnostic(
            rejected.diagnostic().kind(), line + ": " + rejected.diagnostic().message())),
        incomplete -> Optional.of(new Diagnostic(Kind.ERROR, line + ": " + incomplete.reason())),
        undecided -> Optional.empty());
  }
}
