package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Problem;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dafny at work on one problem. A state is a text; a step is judged in the program that the text becomes when what is
 * open in it is closed soundly, and only what the step changed is proven.
 */
final class DafnySession implements VerifierSession {

  private final Problem problem;
  private final DafnyEngine engine;
  private final DafnyGiven given;
  private final DafnySteps steps;
  private final DafnyClosing closing;
  private final DafnyState root;

  /**
   * Starts Dafny and checks the given text before the first hole.
   *
   * @throws VerifierException if Dafny does not start, or refuses that text
   */
  DafnySession(DafnyInstallation dafny, DafnyOptions options, Problem problem)
      throws VerifierException, InterruptedException {
    this.problem = problem;
    this.engine = new DafnyEngine(dafny, options);
    this.given = new DafnyGiven(problem);
    DafnyJudge judge = new DafnyJudge(engine, options.stepTime());
    this.steps = new DafnySteps(given, judge);
    this.closing = new DafnyClosing(given, judge);
    boolean opened = false;
    try {
      DafnyHole first = given.hole(0, given.start());
      new DafnyStart(problem.name(), given, judge).check(first);
      this.root = new DafnyState(this, first, false, "", first.prefix(), false);
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  @Override
  public VerifierState root() {
    return root;
  }

  @Override
  public Verdict step(VerifierState state, String text)
      throws VerifierException, InterruptedException {
    DafnyState node = own(state);
    if (node.complete()) {
      throw new IllegalArgumentException("the problem is complete; there is no hole to write in");
    }
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
  public Verdict close(VerifierState state) throws VerifierException, InterruptedException {
    DafnyState node = own(state);
    if (node.complete()) {
      throw new IllegalArgumentException("the problem is complete; there is no hole to end");
    }
    Optional<Verdict> known = node.closing();
    if (known.isPresent()) {
      return known.get();
    }
    @Nullable Verdict against = closing.judge(node);
    Verdict verdict = against != null ? against : new Verdict.Verified(next(node));
    if (!(verdict instanceof Verdict.Undecided)) {
      node.keepClosing(verdict);
    }
    return verdict;
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
    return engine.pid().map(List::of).orElse(List.of());
  }

  static Verdict rejected(Diagnostic.Kind kind, String message) {
    return new Verdict.Rejected(new Diagnostic(kind, message));
  }

  private DafnyState own(VerifierState state) {
    if (state instanceof DafnyState node && node.session() == this) {
      return node;
    }
    throw new IllegalArgumentException("the state belongs to another session");
  }

  @Override
  public void close() {
    engine.close();
  }
}
