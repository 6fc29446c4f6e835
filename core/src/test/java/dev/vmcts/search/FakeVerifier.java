package dev.vmcts.search;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A verifier of words that end in a period: every hole wants {@code open.}, {@code work.} and {@code done.} in this
 * order, {@code idle.} changes nothing, {@code slow.} cannot be judged. {@code lie.} fills a hole and is found out by
 * acceptance only; so do {@code heavy.}, which acceptance can tell with more time only, and {@code stuck.}, which it
 * cannot tell at all. Thread-safe.
 */
final class FakeVerifier implements Verifier {

  private static final List<String> WANTED = List.of("open.", "work.", "done.");
  private static final List<String> SHORT_CUTS = List.of("lie.", "heavy.", "stuck.");

  private final boolean proofs;
  private final Pause pause;
  private final AtomicInteger calls = new AtomicInteger();

  /** A verifier of definitions. */
  FakeVerifier() {
    this(false);
  }

  /**
   * A verifier of definitions or of proofs.
   *
   * @param proofs whether its holes are proofs
   */
  FakeVerifier(boolean proofs) {
    this(proofs, () -> {});
  }

  /**
   * A verifier that takes its time.
   *
   * @param pause what happens before every answer
   */
  FakeVerifier(boolean proofs, Pause pause) {
    this.proofs = proofs;
    this.pause = pause;
  }

  /** Takes time. */
  interface Pause {
    void take() throws InterruptedException;
  }

  private record State(int hole, int holes, int steps, String text, boolean inProof)
      implements VerifierState {
    @Override
    public boolean complete() {
      return hole == holes;
    }

    @Override
    public List<Goal> goals() {
      return List.of();
    }

    @Override
    public int openGoals() {
      return 0;
    }

    @Override
    public Optional<String> fingerprint() {
      return Optional.of(text);
    }
  }

  @Override
  public Language language() {
    return Language.COQ;
  }

  @Override
  public String version() {
    return "fake";
  }

  @Override
  public StepReader stepReader() {
    return new StepReader() {
      @Override
      public int endOfStep(CharSequence text, boolean atEnd) {
        return text.toString().indexOf('.') + 1 > 0 ? text.toString().indexOf('.') + 1 : -1;
      }

      @Override
      public String id() {
        return "fake";
      }
    };
  }

  @Override
  public VerifierSession open(Problem problem) {
    int holes = problem.holes().size();
    return new VerifierSession() {
      @Override
      public VerifierState root() {
        return new State(0, holes, 0, "", proofs);
      }

      @Override
      public Verdict step(VerifierState state, String text) throws InterruptedException {
        pause.take();
        calls.incrementAndGet();
        State from = (State) state;
        String step = text.strip();
        if (step.equals("idle.")) {
          return new Verdict.Verified(from);
        } else if (step.equals("slow.")) {
          return new Verdict.Undecided(Verdict.Reason.TIMEOUT, "5 s");
        } else if (!step.endsWith(".")) {
          return new Verdict.Incomplete("no period");
        } else if (SHORT_CUTS.contains(step)
            || (from.steps() < WANTED.size() && step.equals(WANTED.get(from.steps())))) {
          int steps = SHORT_CUTS.contains(step) ? WANTED.size() : from.steps() + 1;
          return new Verdict.Verified(
              new State(from.hole(), holes, steps, from.text() + step, proofs));
        }
        return new Verdict.Rejected(
            new Diagnostic(Diagnostic.Kind.ERROR, "not " + step, fault(from, step)));
      }

      /** Where a step parts from the one that is wanted. */
      private int fault(State from, String step) {
        String wanted = from.steps() < WANTED.size() ? WANTED.get(from.steps()) : "";
        int at = 0;
        while (at < Math.min(step.length(), wanted.length())
            && step.charAt(at) == wanted.charAt(at)) {
          at++;
        }
        return at;
      }

      @Override
      public Verdict close(VerifierState state) throws InterruptedException {
        pause.take();
        calls.incrementAndGet();
        State from = (State) state;
        return from.steps() == WANTED.size()
            ? new Verdict.Verified(new State(from.hole() + 1, holes, 0, from.text() + "|", proofs))
            : new Verdict.Incomplete("more");
      }

      @Override
      public void close() {}
    };
  }

  /** A step that is worth trying and always refused. */
  @Override
  public List<String> closers(VerifierState state) {
    return List.of("no.");
  }

  /** One that takes too long, one that is always refused, one that ends a hole when it is time. */
  @Override
  public List<String> solvers(VerifierState state) {
    return List.of("slow.", "no.", "done.");
  }

  @Override
  public Acceptance accept(Problem problem, List<String> fills) throws InterruptedException {
    return accept(problem.fill(fills), "heavy.");
  }

  @Override
  public Acceptance acceptPatiently(Problem problem, List<String> fills)
      throws InterruptedException {
    return accept(problem.fill(fills), "stuck.");
  }

  private Acceptance accept(String program, String tooHeavy) throws InterruptedException {
    pause.take();
    calls.incrementAndGet();
    if (program.contains("stuck.") || program.contains(tooHeavy)) {
      return new Acceptance.Undecided(Verdict.Reason.TIMEOUT, "no end\nwithin 9 s");
    }
    return program.contains("lie.")
        ? new Acceptance.Refused(new Diagnostic(Diagnostic.Kind.FORBIDDEN, "a lie"))
        : new Acceptance.Accepted(program, List.of("t"), List.of());
  }

  /** How often anything was asked. */
  int calls() {
    return calls.get();
  }
}
