package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.problem.Language;
import dev.vmcts.verifiers.coq.CoqOptions;
import dev.vmcts.verifiers.coq.CoqVerifier;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The one place where implementations are chosen: which verifier, which model, with the options that say so. */
final class Wiring {

  private static final String BUNDLED_MODEL = "model/vmcts-tiny.gguf";

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description =
          "A GGUF file, or script:FILE, replay:TRACE, control:FILE. Default: the bundled model.")
  private @Nullable String model;

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
  private Sandbox sandbox;

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

  /** How Coq is run. */
  CoqOptions coqOptions() throws CliException {
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

  /** The model that the user named, or the bundled one. */
  LanguageModel model() throws ModelException, CliException, InterruptedException {
    return LlamaCppModel.open(LlamaOptions.of(Path.of(modelSpec())));
  }

  /** The model's name: what the user said, or where the bundled model is. */
  String modelSpec() throws CliException {
    if (model != null) {
      return model;
    }
    String home = System.getProperty("vmcts.home", ".");
    Path bundled = Path.of(home).resolve(BUNDLED_MODEL);
    if (!Files.isRegularFile(bundled)) {
      throw new CliException(
          ExitCode.MISSING,
          "the bundled model is missing: " + bundled
              + "; check out the whole repository, or name another with --model");
    }
    return bundled.toString();
  }
}
