package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.problem.Language;
import dev.vmcts.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

  @Mixin
  private VerifierOptions verifiers;

  /** The verifier of a language. */
  Verifier verifier(Language language) throws CliException {
    return verifiers.verifier(language);
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
