package dev.vmcts.cli;

import dev.vmcts.problem.Language;
import dev.vmcts.verifiers.coq.CoqInstallation;
import dev.vmcts.verifiers.coq.CoqOptions;
import dev.vmcts.verifiers.coq.CoqVerifier;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how verifiers are run, and the one place where a verifier is chosen. */
final class VerifierOptions {

  @Option(
      names = "--coq",
      paramLabel = "FOLDER",
      description = "Where Coq's programs are. Default: the search path.")
  private @Nullable Path coq;

  @Option(
      names = "--sandbox",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "require: verifiers run confined or not at all; auto: confined where bubblewrap works; off."
              + " Default: ${DEFAULT-VALUE}.")
  private Sandbox sandbox = Sandbox.AUTO;

  @Option(
      names = "--step-seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Most seconds of one verifier step. Default: ${DEFAULT-VALUE}.")
  private double stepSeconds;

  /** The verifier of a language. */
  Verifier verifier(Language language) throws CliException {
    if (language != Language.COQ) {
      throw new CliException(
          ExitCode.MISSING,
          "no verifier for " + language.displayName() + " in this version; allowed: "
              + Language.COQ.displayName() + " (" + Language.COQ.extension() + ")");
    }
    return new CoqVerifier(coqOptions());
  }

  /** Where the Coq that is used is. */
  Path coqProgram() throws CliException, VerifierException {
    return new CoqInstallation(coqOptions()).program("coqc");
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** How Coq is run. */
  private CoqOptions coqOptions() throws CliException {
    if (!(stepSeconds > 0 && stepSeconds <= 3600)) {
      throw new CliException(
          ExitCode.USAGE,
          "step-seconds is " + stepSeconds + "; allowed: more than 0, at most 3600");
    }
    CoqOptions defaults = CoqOptions.DEFAULT;
    return new CoqOptions(
        Optional.ofNullable(coq),
        Duration.ofMillis(Math.max(1, Math.round(stepSeconds * 1000))),
        defaults.acceptTime(),
        defaults.memoryBytes(),
        sandbox,
        defaults.processes());
  }
}
