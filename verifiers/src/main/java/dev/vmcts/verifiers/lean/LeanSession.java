package dev.vmcts.verifiers.lean;

import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.HoleSession;
import dev.vmcts.verifiers.frame.Lender;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lean at work on one problem. A state is a text; Lean's server is shown the text of a step, reads what is new in it,
 * and its errors are told apart by {@link LeanJudge}. What the audit forbids is not shown to Lean. There are as many
 * servers as threads ever asked at once.
 */
final class LeanSession extends HoleSession<LeanState> {

  private final Problem problem;
  private final Lender<LeanEngine> engines;
  private final LeanGiven given;

  /**
   * Starts Lean and checks the given text before the first hole.
   *
   * @throws VerifierException if Lean does not start, or refuses that text
   */
  LeanSession(LeanInstallation lean, Problem problem)
      throws VerifierException, InterruptedException {
    super(LeanState.class);
    this.problem = problem;
    LeanTool tool = lean.toolFor(problem.name());
    this.engines = new Lender<>(() -> new LeanEngine(tool));
    this.given = new LeanGiven(problem, engines);
    start(() -> given.start(this));
  }

  @Override
  protected Verdict judge(LeanState state, String text)
      throws VerifierException, InterruptedException {
    String step = text.stripTrailing();
    Optional<LeanStep> read = LeanStep.read(step, true);
    if (read.isEmpty()) {
      return new Verdict.Incomplete("no whole step");
    }
    if (read.get().end() != step.length()) {
      return new Verdict.Rejected(new Diagnostic(
          Diagnostic.Kind.SYNTAX, "a step is one command or tactic; more follows the first"));
    }
    Optional<Diagnostic> fault = LeanAudit.checkStep(step, state.place().inside());
    if (fault.isPresent()) {
      return new Verdict.Rejected(fault.get());
    }
    LeanText shown = LeanText.of(problem, state, step);
    LeanReport report = engines.use(engine -> engine.read(shown.shown(), -1));
    if (!(report instanceof LeanReport.Read answer)) {
      return undecided(report);
    }
    LeanJudge.Judgement judgement = LeanJudge.of(shown, answer.diagnostics());
    if (judgement.against().isPresent()) {
      return judgement.against().get();
    }
    List<String> steps = new ArrayList<>(state.steps());
    steps.add(step);
    return new Verdict.Verified(
        new LeanState(this, state.place(), false, steps, shown.fill(), judgement.proof()));
  }

  @Override
  protected Verdict end(LeanState state) throws VerifierException, InterruptedException {
    return given.close(this, state);
  }

  static Verdict undecided(LeanReport report) {
    return report instanceof LeanReport.TimedOut late
        ? new Verdict.Undecided(Verdict.Reason.TIMEOUT, late.message())
        : new Verdict.Undecided(
            report instanceof LeanReport.Dead dead && dead.message().contains("memory")
                ? Verdict.Reason.RESOURCE
                : Verdict.Reason.CRASH,
            report instanceof LeanReport.Dead dead ? dead.message() : "Lean died");
  }

  /** The operating system's numbers of the processes behind the session. */
  List<Long> pids() {
    return engines.made().stream()
        .map(LeanEngine::pid)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void close() {
    engines.made().forEach(LeanEngine::close);
  }
}
