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

/**
 * A verifier of words that end in a period: every hole wants {@code open.}, {@code work.} and {@code done.} in this
 * order, {@code idle.} changes nothing, {@code slow.} cannot be judged, {@code lie.} is found out by acceptance only.
 */
final class FakeVerifier implements Verifier {

  private static final List<String> WANTED = List.of("open.", "work.", "done.");

  private record State(int hole, int holes, int steps, String text) implements VerifierState {
    @Override
    public boolean complete() {
      return hole == holes;
    }

    @Override
    public boolean inProof() {
      return false;
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
        return new State(0, holes, 0, "");
      }

      @Override
      public Verdict step(VerifierState state, String text) {
        State from = (State) state;
        String step = text.strip();
        if (step.equals("idle.")) {
          return new Verdict.Verified(from);
        } else if (step.equals("slow.")) {
          return new Verdict.Undecided(Verdict.Reason.TIMEOUT, "5 s");
        } else if (!step.endsWith(".")) {
          return new Verdict.Incomplete("no period");
        } else if (step.equals("lie.")
            || (from.steps() < WANTED.size() && step.equals(WANTED.get(from.steps())))) {
          int steps = step.equals("lie.") ? WANTED.size() : from.steps() + 1;
          return new Verdict.Verified(new State(from.hole(), holes, steps, from.text() + step));
        }
        return new Verdict.Rejected(new Diagnostic(Diagnostic.Kind.ERROR, "not " + step));
      }

      @Override
      public Verdict close(VerifierState state) {
        State from = (State) state;
        return from.steps() == WANTED.size()
            ? new Verdict.Verified(new State(from.hole() + 1, holes, 0, from.text() + "|"))
            : new Verdict.Incomplete("more");
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Acceptance accept(Problem problem, List<String> fills) {
    String program = problem.fill(fills);
    return program.contains("lie.")
        ? new Acceptance.Refused(new Diagnostic(Diagnostic.Kind.FORBIDDEN, "a lie"))
        : new Acceptance.Accepted(program, List.of("t"), List.of());
  }
}
