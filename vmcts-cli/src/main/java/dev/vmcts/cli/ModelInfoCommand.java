package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.open.Models;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts model info}: what a model is, from its file's header or its server's words. */
@Command(
    name = "info",
    description =
        "Says what a model is, and refuses one that cannot be used. A file is read, not loaded: what only loading finds"
            + " wrong, vmcts model bench says.",
    sortOptions = false)
final class ModelInfoCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "A GGUF file, hf:OWNER/REPO, or openai:URL#MODEL. Default: the bundled model.")
  private @Nullable String model;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, ModelException, InterruptedException {
    ModelFacts facts = facts(ModelOptions.specOf(model));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(facts.json());
    } else {
      out.print(facts.text());
    }
    out.flush();
    return ExitCode.SOLVED.status();
  }

  private static ModelFacts facts(String spec)
      throws CliException, ModelException, InterruptedException {
    Optional<Path> file = Models.file(spec);
    if (file.isPresent()) {
      return ModelFacts.of(file.get());
    }
    if (!spec.startsWith("openai:")) {
      throw CliException.usage("model '" + spec
          + "' has nothing to tell; allowed: FILE.gguf, hf:OWNER/REPO, openai:URL#MODEL");
    }
    try (LanguageModel served = Models.open(spec, options -> options)) {
      return ModelFacts.of(spec, served.info());
    }
  }
}
