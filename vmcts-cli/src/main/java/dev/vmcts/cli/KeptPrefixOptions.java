package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.file.CacheFolder;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.llamacpp.PrefixKeeping;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how much of what a local model has computed is kept for later runs (docs/context.md). */
final class KeptPrefixOptions {

  private static final double DEFAULT = 8;
  private static final double MOST = 10_000;
  private static final double BYTES = 1e9;
  private static final String FOLDER = "prefixes";

  @Option(
      names = "--kept-prefixes",
      paramLabel = "GB",
      description =
          "Keep what a local model has computed of a long first prompt in the cache folder, so that the next run reads it"
              + " instead; at most so many gigabytes in all, 0 for nothing (docs/context.md). Default: 8.")
  private @Nullable Double gigabytes;

  /**
   * Changes the options of a model to what the user said.
   *
   * @param model which model that is
   * @param told takes lines about what was kept, in a thread of the model's
   * @throws CliException if so many are not allowed, or the model is not run here
   */
  UnaryOperator<LlamaOptions> change(ModelOptions model, Consumer<String> told)
      throws CliException, ModelException {
    if (gigabytes != null) {
      ModelOptions.checkLocal("--kept-prefixes", model.spec());
    }
    double most = gigabytes == null ? DEFAULT : gigabytes;
    if (!(most >= 0 && most <= MOST)) {
      throw CliException.usage("kept prefixes is " + gigabytes + "; allowed: 0 to 10000 gigabytes");
    }
    PrefixKeeping keeping =
        new PrefixKeeping(CacheFolder.path().resolve(FOLDER), (long) (most * BYTES), told);
    return options -> options.withKeeping(keeping);
  }
}
