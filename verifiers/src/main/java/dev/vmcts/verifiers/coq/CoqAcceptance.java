package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.FillBorders;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.Acceptance.Refused;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Diagnostic.Kind;
import dev.vmcts.verify.VerifierException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a Coq problem with its holes filled; what it accepts rests on nothing but the kernel and the axioms that the
 * problem allows.
 *
 * <p>In turn: the holes are audited by {@link CoqAudit}, and each must hold whole sentences; a fresh {@code coqc}
 * compiles the whole program; no hole may give a new meaning to a name ({@link CoqNameRule}); the problem's statements
 * are checked again in its own words ({@link CoqStatements}); {@code Print Assumptions} is asked, from a file that holds
 * nothing else, for every statement and definition of the given text; {@code coqchk} checks the compiled program again
 * and takes the libraries that it uses as they are. Everything happens in a scratch folder. Thread-safe.
 */
public final class CoqAcceptance {

  private static final String PROGRAM = "VmctsProgram";
  private static final String STATEMENTS = "VmctsStatements";
  private static final String QUESTION = "VmctsQuestion";

  private final CoqInstallation coq;
  private final List<String> loadPath;
  private final ToolRunner runner;
  private final Limits limits;

  /**
   * @param loadPath further arguments that tell Coq where libraries are, such as {@code -Q folder Name}
   * @param limits what each run of Coq may use
   */
  public CoqAcceptance(
      CoqInstallation coq, List<String> loadPath, ToolRunner runner, Limits limits) {
    this.coq = coq;
    this.loadPath = List.copyOf(loadPath);
    this.runner = runner;
    this.limits = limits;
  }

  /**
   * Judges a problem with these texts in its holes.
   *
   * @throws VerifierException if Coq cannot be run
   */
  public Acceptance accept(Problem problem, List<String> texts)
      throws VerifierException, InterruptedException {
    List<String> fills = FillBorders.parted(problem, texts);
    for (int i = 0; i < fills.size(); i++) {
      Optional<Diagnostic> fault = CoqAudit.checkHole(fills.get(i));
      if (fault.isPresent()) {
        return new Refused(fault.get());
      }
    }
    Optional<String> border = CoqProgram.borderFault(problem, fills);
    if (border.isPresent()) {
      return forbidden(border.get());
    }
    try (CoqRun run = new CoqRun(coq, loadPath, runner, limits)) {
      return judge(problem, fills, CoqProgram.of(problem, fills), run);
    }
  }

  private Acceptance judge(Problem problem, List<String> fills, CoqProgram program, CoqRun run)
      throws VerifierException, InterruptedException {
    CoqOutline outline = CoqOutline.of(program);
    if (outline.fault().isPresent()) {
      return forbidden(outline.fault().get());
    }
    Optional<Acceptance> failure = CoqRun.failure(run.compile(PROGRAM, program.text()), limits);
    if (failure.isPresent()) {
      return failure.get();
    }
    Set<String> proven = new LinkedHashSet<>();
    outline.obligations().forEach(o -> proven.add(o.name()));
    if (proven.isEmpty()) {
      return refused("nothing is proven: the given text states no theorem with a finished proof");
    }
    failure = new CoqNameRule(run).check(problem, fills, program);
    if (failure.isPresent()) {
      return failure.get();
    }
    failure = statementFault(program, run);
    if (failure.isPresent()) {
      return failure.get();
    }
    AllowedAxioms allowed =
        new AllowedAxioms(problem.header().axioms(), Set.copyOf(outline.axioms()), PROGRAM);
    Set<String> asked = new LinkedHashSet<>(proven);
    asked.addAll(outline.definitions());
    ProcessResult answer = run.compile(QUESTION, question(asked));
    failure = CoqRun.failure(answer, limits)
        .or(() -> assumptionFault(answer.stdout(), asked.size(), allowed));
    if (failure.isPresent()) {
      return failure.get();
    }
    List<String> axioms = List.copyOf(AssumptionsReport.parse(answer.stdout()).axioms());
    return recheck(run, allowed)
        .orElseGet(() -> new Accepted(program.text(), List.copyOf(proven), axioms));
  }

  /** Compiles the statements in the problem's own words. */
  private Optional<Acceptance> statementFault(CoqProgram program, CoqRun run)
      throws VerifierException, InterruptedException {
    Optional<String> statements = CoqStatements.of(program, PROGRAM);
    if (statements.isEmpty()) {
      return Optional.empty();
    }
    return CoqRun.failure(run.compile(STATEMENTS, statements.get()), limits)
        .map(f -> f instanceof Refused r
            ? forbidden("what is proven is not what the problem states in its own words: "
                + r.diagnostic().message())
            : f);
  }

  private static Optional<Acceptance> assumptionFault(
      String output, int questions, AllowedAxioms allowed) {
    AssumptionsReport report = AssumptionsReport.parse(output);
    if (!report.bypasses().isEmpty()) {
      return Optional.of(forbidden(
          "the proof rests on a switched-off check: " + report.bypasses().get(0)));
    }
    if (report.answers() != questions) {
      return Optional.of(refused("Coq answered " + report.answers() + " of " + questions
          + " questions about assumptions"));
    }
    return report.axioms().stream()
        .filter(a -> !allowed.contains(a))
        .findFirst()
        .map(a -> forbidden("the proof rests on the axiom " + a
            + ", which the problem does not allow; list it under 'axioms'"));
  }

  private Optional<Acceptance> recheck(CoqRun run, AllowedAxioms allowed)
      throws VerifierException, InterruptedException {
    ProcessResult checked = run.check(PROGRAM);
    Optional<Acceptance> failure = CoqRun.failure(checked, limits);
    if (failure.isPresent()) {
      return failure;
    }
    CheckerSummary summary = CheckerSummary.parse(checked.stdout() + "\n" + checked.stderr());
    if (!summary.complete()) {
      return Optional.of(refused("coqchk gave no summary, or not of Coq's usual theory"));
    }
    for (String title : CheckerSummary.UNSAFE) {
      List<String> entries = summary.entries().getOrDefault(title, List.of());
      if (!entries.isEmpty()) {
        return Optional.of(forbidden("coqchk: " + title + ": " + String.join(", ", entries)));
      }
    }
    return summary.entries().getOrDefault(CheckerSummary.AXIOMS, List.of()).stream()
        .filter(a -> a.startsWith(PROGRAM + ".") && !allowed.contains(a))
        .findFirst()
        .map(a -> forbidden("coqchk: the program assumes " + a));
  }

  private static String question(Set<String> names) {
    StringBuilder text =
        new StringBuilder("Require ").append(PROGRAM).append(".\nSet Printing Width 1000000.\n");
    names.forEach(n ->
        text.append("Print Assumptions ").append(PROGRAM).append('.').append(n).append(".\n"));
    return text.toString();
  }

  private static Acceptance refused(String message) {
    return new Refused(new Diagnostic(Kind.ERROR, message));
  }

  private static Acceptance forbidden(String message) {
    return new Refused(new Diagnostic(Kind.FORBIDDEN, message));
  }
}
