package dev.vmcts.verifiers.coq;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.VerifierException;
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
    return (CoqSession) new CoqVerifier(options).open(Walk.problem(Language.COQ, text));
  }
}
