package dev.vmcts.cli;

import dev.vmcts.problem.Language;
import dev.vmcts.trace.TraceHeader.VerifierSettings;
import dev.vmcts.verifiers.coq.CoqInstallation;
import dev.vmcts.verifiers.coq.CoqOptions;
import dev.vmcts.verifiers.coq.CoqVerifier;
import dev.vmcts.verifiers.dafny.DafnyInstallation;
import dev.vmcts.verifiers.dafny.DafnyOptions;
import dev.vmcts.verifiers.dafny.DafnyVerifier;
import dev.vmcts.verifiers.lean.LeanInstallation;
import dev.vmcts.verifiers.lean.LeanOptions;
import dev.vmcts.verifiers.lean.LeanVerifier;
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

  private static final int STEP_SECONDS = 5;
  private static final int ACCEPT_SECONDS = 180;

  @Option(
      names = "--coq",
      paramLabel = "FOLDER",
      description = "Where Coq's programs are. Default: the search path.")
  private @Nullable Path coq;

  @Option(
      names = "--dafny",
      paramLabel = "PATH",
      description =
          "Dafny's program, version 2 or 4, or the folder it is in. Default: the search path.")
  private @Nullable Path dafny;

  @Option(
      names = "--lean",
      paramLabel = "PATH",
      description =
          "Lean's program, version 4.9 or newer, or the folder it is in. Default: the search path, then elan.")
  private @Nullable Path lean;

  @Option(
      names = "--sandbox",
      paramLabel = "WHEN",
      description =
          "require: verifiers run confined or not at all; auto: confined where bubblewrap works; off."
              + " Default: auto.")
  private @Nullable Sandbox sandbox;

  @Option(
      names = "--step-seconds",
      paramLabel = "N",
      description = "Most seconds of one verifier step. Default: " + STEP_SECONDS + ".")
  private @Nullable Double stepSeconds;

  @Option(
      names = "--accept-seconds",
      paramLabel = "N",
      description =
          "Most seconds of each run of the verifier that judges a whole program; three times as many when a search"
              + " has to ask again. Default: " + ACCEPT_SECONDS + ".")
  private @Nullable Double acceptSeconds;

  private VerifierSettings others =
      new VerifierSettings(STEP_SECONDS, ACCEPT_SECONDS, Sandbox.AUTO.name());

  /** What the user does not name is as it was in another run. */
  void others(@Nullable VerifierSettings settings) {
    others = settings == null ? others : settings;
  }

  /** How the verifier is run, as a trace has it. */
  VerifierSettings settings() {
    return new VerifierSettings(
        stepSeconds != null ? stepSeconds : others.stepSeconds(),
        acceptSeconds != null ? acceptSeconds : others.acceptSeconds(),
        sandbox().name());
  }

  /** The verifier of a language. */
  Verifier verifier(Language language) throws CliException {
    return switch (language) {
      case COQ -> new CoqVerifier(coqOptions());
      case DAFNY -> new DafnyVerifier(dafnyOptions());
      case LEAN -> new LeanVerifier(leanOptions());
    };
  }

  /** Where the Coq that is used is. */
  Path coqProgram() throws CliException, VerifierException {
    return new CoqInstallation(coqOptions()).program("coqc");
  }

  /** Where the Dafny that is used is. */
  Path dafnyProgram() throws CliException, VerifierException {
    return new DafnyInstallation(dafnyOptions()).program();
  }

  /** Where the Lean that is used is. */
  Path leanProgram() throws CliException, VerifierException {
    return new LeanInstallation(leanOptions()).program();
  }

  /** Whether the user says where Lean is, and so wants it. */
  boolean namesLean() {
    return lean != null;
  }

  /** Whether the user says where Dafny is, and so wants it. */
  boolean namesDafny() {
    return dafny != null;
  }

  Sandbox sandbox() {
    return sandbox != null ? sandbox : Sandbox.valueOf(others.sandbox());
  }

  /** How Dafny is run. */
  private DafnyOptions dafnyOptions() throws CliException {
    return new DafnyOptions(
        Optional.ofNullable(dafny),
        time("step-seconds", settings().stepSeconds(), 3600),
        time("accept-seconds", settings().acceptSeconds(), 86_400),
        DafnyOptions.DEFAULT.memoryBytes(),
        sandbox());
  }

  /** How Lean is run. */
  private LeanOptions leanOptions() throws CliException {
    return new LeanOptions(
        Optional.ofNullable(lean),
        time("step-seconds", settings().stepSeconds(), 3600),
        time("accept-seconds", settings().acceptSeconds(), 86_400),
        LeanOptions.DEFAULT.memoryBytes(),
        sandbox());
  }

  /** How Coq is run. */
  private CoqOptions coqOptions() throws CliException {
    CoqOptions defaults = CoqOptions.DEFAULT;
    return new CoqOptions(
        Optional.ofNullable(coq),
        time("step-seconds", settings().stepSeconds(), 3600),
        time("accept-seconds", settings().acceptSeconds(), 86_400),
        defaults.memoryBytes(),
        sandbox(),
        defaults.processes());
  }

  private static Duration time(String option, double seconds, int most) throws CliException {
    if (!(seconds > 0 && seconds <= most)) {
      throw CliException.usage(
          option + " is " + seconds + "; allowed: more than 0, at most " + most);
    }
    return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
  }
}
