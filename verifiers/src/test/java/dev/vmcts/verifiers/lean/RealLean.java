package dev.vmcts.verifiers.lean;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.Optional;

/** The Lean of this machine, for tests. */
final class RealLean {

  static final LeanOptions OPTIONS = new LeanOptions(
      Optional.empty(), Duration.ofSeconds(20), Duration.ofMinutes(3), 4L << 30, Sandbox.AUTO);

  private RealLean() {}

  static void assume() {
    boolean there = true;
    try {
      new LeanInstallation(OPTIONS).program();
    } catch (VerifierException e) {
      there = false;
    }
    assumeTrue(there, "skipped, no lean");
  }

  static LeanSession open(String text) throws VerifierException, InterruptedException {
    return (LeanSession) new LeanVerifier(OPTIONS).open(Walk.problem(Language.LEAN, text));
  }
}
