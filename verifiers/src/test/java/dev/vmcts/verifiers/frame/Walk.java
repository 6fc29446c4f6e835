package dev.vmcts.verifiers.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;

/** Problems and walks through sessions, for tests. */
public final class Walk {

  private Walk() {}

  /** The problem of a text. */
  public static Problem problem(Language language, String text) {
    try {
      return ProblemReader.parse("test" + language.extension(), language, text);
    } catch (ProblemException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The state after steps that are all fine. */
  public static VerifierState steps(VerifierSession session, VerifierState from, String... steps)
      throws VerifierException, InterruptedException {
    VerifierState state = from;
    for (String step : steps) {
      state = verified(step, session.step(state, step));
    }
    return state;
  }

  /** The state of a verdict that must be fine. */
  public static VerifierState verified(Verdict verdict) {
    return verified("the step", verdict);
  }

  /** Goes through a problem's own solution step by step; every step must be fine, and the end complete. */
  public static void reference(VerifierSession session, Problem problem, StepReader steps)
      throws VerifierException, InterruptedException {
    VerifierState state = session.root();
    for (String fill : problem.reference()) {
      state = steps(session, state, steps.split(fill).toArray(String[]::new));
      state = verified("the end of the hole", session.close(state));
    }
    assertThat(state.complete()).isTrue();
  }

  private static VerifierState verified(String what, Verdict verdict) {
    assertThat(verdict).as(what).isInstanceOf(Verdict.Verified.class);
    return ((Verdict.Verified) verdict).state();
  }
}
