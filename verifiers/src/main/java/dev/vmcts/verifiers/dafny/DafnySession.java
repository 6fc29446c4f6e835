package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.HoleSession;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dafny at work on one problem. A state is a text; a step is judged in the program that the text becomes when what is
 * open in it is closed soundly, and only what the step changed is proven.
 */
final class DafnySession extends HoleSession<DafnyState> {

  private final Problem problem;
  private final DafnyEngine engine;
  private final DafnyGiven given;
  private final DafnySteps steps;
  private final DafnyClosing closing;

  /**
   * Starts Dafny and checks the given text before the first hole.
   *
   * @throws VerifierException if Dafny does not start, or refuses that text
   */
  DafnySession(DafnyInstallation dafny, DafnyOptions options, Problem problem)
      throws VerifierException, InterruptedException {
    super(DafnyState.class);
    this.problem = problem;
    this.engine = new DafnyEngine(dafny, options);
    this.given = new DafnyGiven(problem);
    DafnyJudge judge = new DafnyJudge(engine, options.stepTime());
    this.steps = new DafnySteps(given, judge);
    this.closing = new DafnyClosing(given, judge);
    start(() -> {
      DafnyHole first = given.hole(0, given.start());
      new DafnyStart(problem.name(), given, judge).check(first);
      return new DafnyState(this, first, false, "", first.prefix(), false);
    });
  }

  @Override
  protected Verdict judge(DafnyState node, String text)
      throws VerifierException, InterruptedException {
    if (DafnyLexer.code(text).isEmpty()) {
      return new Verdict.Incomplete("no whole step");
    }
    String fill = node.fill().isEmpty() ? text.strip() : node.fill() + "\n" + text.strip();
    DafnySteps.Result result = steps.judge(node, fill);
    return result.verdict() != null
        ? result.verdict()
        : new Verdict.Verified(
            new DafnyState(this, node.place(), false, fill, result.prefix(), result.closable()));
  }

  @Override
  protected Verdict end(DafnyState node) throws VerifierException, InterruptedException {
    @Nullable Verdict against = closing.judge(node);
    return against != null ? against : new Verdict.Verified(next(node));
  }

  @Override
  public Optional<Diagnostic> refute(List<String> fills)
      throws VerifierException, InterruptedException {
    DafnyProgram program = DafnyProgram.of(problem, fills);
    Optional<Diagnostic> fault = program.fault();
    if (fault.isPresent()) {
      return fault;
    }
    return engine
        .check(DafnyCheck.verify(program.text(), List.of()))
        .firstError()
        .map(error ->
            new Diagnostic(DafnyErrors.kind(error), "line " + error.line() + ": " + error.text()));
  }

  private DafnyState next(DafnyState node) {
    int hole = node.hole() + 1;
    DafnyHole place =
        given.hole(hole, given.upToNext(node.place().before(), node.fill(), node.hole()));
    return new DafnyState(this, place, hole == given.holes(), "", place.prefix(), false);
  }

  /** The operating system's numbers of the processes behind the session. */
  List<Long> pids() {
    return engine.pids();
  }

  static Verdict rejected(Diagnostic.Kind kind, String message) {
    return new Verdict.Rejected(new Diagnostic(kind, message));
  }

  @Override
  public void close() {
    engine.close();
  }
}
