package dev.vmcts.verifiers.lean;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.VerifierException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Lean of this machine, for tests. */
final class RealLean {

  /** A step may wait for a WebAssembly Lean to start, which takes half a minute. */
  static final LeanOptions OPTIONS = new LeanOptions(
      Optional.empty(), Duration.ofMinutes(1), Duration.ofMinutes(3), 4L << 30, Sandbox.AUTO);

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

  /** As {@link #assume}, and that Lean has the proofs of its own library: {@code verifiers/lean-wasm} has not. */
  static void assumeWithProofs() throws VerifierException, InterruptedException {
    assume();
    String version = LeanInstallation.ask(
        List.of(new LeanInstallation(OPTIONS).program().toString(), "--version"),
        Path.of("").toAbsolutePath());
    assumeFalse(version.contains("wasm32"), "skipped, this lean has no proofs of its library");
  }

  static LeanSession open(String text) throws VerifierException, InterruptedException {
    return (LeanSession) new LeanVerifier(OPTIONS).open(Walk.problem(Language.LEAN, text));
  }
}
