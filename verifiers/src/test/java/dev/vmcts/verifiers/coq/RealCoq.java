package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.time.Duration;
import java.util.Optional;

/** The Coq of this machine, for tests. */
final class RealCoq {

  static final CoqOptions OPTIONS = options(Duration.ofSeconds(3), Sandbox.AUTO, 2);

  private RealCoq() {}

  static void assume() {
    assumeTrue(
        Executables.find("coqidetop.opt").isPresent(), "coqidetop.opt is not on the search path");
  }

  static CoqOptions options(Duration stepTime, Sandbox sandbox, int processes) {
    return new CoqOptions(
        Optional.empty(), stepTime, Duration.ofMinutes(2), 3L << 30, sandbox, processes);
  }

  static CoqSession open(String text) throws VerifierException, InterruptedException {
    return open(text, OPTIONS);
  }

  static CoqSession open(String text, CoqOptions options)
      throws VerifierException, InterruptedException {
    try {
      Problem problem = ProblemReader.parse("test.v", Language.COQ, text);
      return (CoqSession) new CoqVerifier(options).open(problem);
    } catch (ProblemException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The state after steps that are all fine. */
  static VerifierState steps(VerifierSession session, VerifierState from, String... steps)
      throws VerifierException, InterruptedException {
    VerifierState state = from;
    for (String step : steps) {
      state = verified(session.step(state, step));
    }
    return state;
  }

  static VerifierState verified(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    return ((Verdict.Verified) verdict).state();
  }
}
