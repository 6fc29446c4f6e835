package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.HoleSession;
import dev.vmcts.verifiers.process.Scratch;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Coq at work on one problem, over processes that keep their states: a step costs what its sentence costs. Each
 * process serves one thread at a time.
 *
 * <p>A step is one sentence. What the audit forbids is not sent to Coq.
 */
final class CoqSession extends HoleSession<CoqNode> {

  private final Problem problem;
  private final CoqPool pool;
  private final Scratch scratch;
  private final Duration stepTime;
  private final CoqGiven given;

  /**
   * Starts Coq and checks the given text before the first hole.
   *
   * @throws VerifierException if Coq does not start, or refuses that text
   */
  CoqSession(CoqInstallation coq, CoqOptions options, Problem problem)
      throws VerifierException, InterruptedException {
    super(CoqNode.class);
    this.problem = problem;
    this.stepTime = options.stepTime();
    this.given = new CoqGiven(problem, this, options.stepTime());
    Path program = coq.ideTop();
    ToolRunner runner = new ToolRunner(options.sandbox());
    this.scratch = Scratch.create();
    this.pool = new CoqPool(
        () -> IdeTop.start(program, runner, scratch.folder(), options.memoryBytes()),
        options.processes());
    start(() -> given.start(CoqNode.first(this)));
  }

  @Override
  protected Verdict judge(CoqNode node, String text)
      throws VerifierException, InterruptedException {
    CoqSentence.Split split = CoqSentence.split(text);
    if (split.sentences().isEmpty()) {
      return new Verdict.Incomplete("no whole sentence");
    }
    if (split.sentences().size() > 1 || !split.rest().isEmpty()) {
      return new Verdict.Rejected(
          new Diagnostic(Diagnostic.Kind.SYNTAX, "a step is one sentence; more follows the first"));
    }
    Optional<Diagnostic> fault = CoqAudit.checkSentence(text);
    if (fault.isPresent()) {
      return new Verdict.Rejected(fault.get());
    }
    Verdict verdict = run(node, text.strip(), stepTime);
    if (verdict instanceof Verdict.Verified verified
        && own(verified.state()).shown().givenUp() > node.shown().givenUp()) {
      return new Verdict.Rejected(
          new Diagnostic(Diagnostic.Kind.FORBIDDEN, "the step gives up a goal"));
    }
    return verdict;
  }

  @Override
  protected Verdict end(CoqNode node) throws VerifierException, InterruptedException {
    return given.close(node);
  }

  @Override
  public Optional<Diagnostic> refute(List<String> fills)
      throws VerifierException, InterruptedException {
    return new CoqRefutation(this, given.time()).of(problem, root(), fills);
  }

  /**
   * Runs one sentence, whatever it is. What earlier sentences did to the process is not held against it: where memory
   * runs out, or Coq finds a fault in itself, it is tried again in a new process; under a death it is not.
   */
  Verdict run(CoqNode state, String sentence, Duration limit)
      throws VerifierException, InterruptedException {
    CoqWorker worker = pool.lend(state);
    try {
      return runWith(worker, state, sentence, limit);
    } finally {
      pool.giveBack(worker);
    }
  }

  private static Verdict runWith(CoqWorker worker, CoqNode state, String sentence, Duration limit)
      throws VerifierException, InterruptedException {
    boolean used = worker.used();
    Verdict verdict = run(worker, state, sentence, limit);
    if (!(verdict instanceof Verdict.Undecided undecided)
        || undecided.reason() == Verdict.Reason.TIMEOUT) {
      return verdict;
    }
    boolean died = undecided.reason() == Verdict.Reason.CRASH && !worker.running();
    worker.close();
    return used && !died ? run(worker, state, sentence, limit) : verdict;
  }

  private static Verdict run(CoqWorker worker, CoqNode state, String sentence, Duration limit)
      throws VerifierException, InterruptedException {
    CoqWorker.Run run = worker.run(state, sentence, limit);
    if (run.reply() instanceof IdeReply.Good good) {
      CoqNode next = state.then(sentence, CoqGoals.of(good.value()), run.nanos());
      worker.arrived(next);
      return new Verdict.Verified(next);
    } else if (run.reply() instanceof IdeReply.Fail fail) {
      return run.nanos() == 0
          ? new Verdict.Undecided(
              Verdict.Reason.CRASH, "the state could not be built again: " + fail.message())
          : CoqErrors.verdict(fail.message(), characters(sentence, fail.at()));
    } else if (run.reply() instanceof IdeReply.Dead dead) {
      return CoqErrors.death(dead.message());
    }
    return new Verdict.Undecided(
        Verdict.Reason.TIMEOUT, "no answer within " + limit.toMillis() + " ms");
  }

  /** The characters of a text that so many bytes of it are, or {@link Diagnostic#ANYWHERE}. */
  private static int characters(String text, int bytes) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return bytes < 0 || bytes > encoded.length
        ? Diagnostic.ANYWHERE
        : new String(encoded, 0, bytes, StandardCharsets.UTF_8).length();
  }

  /** The operating system's numbers of the processes behind the session. */
  List<Long> pids() {
    return pool.pids();
  }

  @Override
  public void close() {
    pool.close();
    scratch.close();
  }
}
