package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.natives.NativeChoice;
import dev.vmcts.llm.open.Models;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts prompt show}: what a model is given at the root of a search, character by character. */
@Command(
    name = "show",
    description =
        "Prints the prompt that a search gives the model before any step: the goal is asked of the real verifier.",
    sortOptions = false)
final class PromptShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A problem file, as for synth.")
  private Path file = Path.of("");

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description =
          "The model whose prompt style is used when none is named, as for synth; a file is not loaded. Messages"
              + " are shown as the file's chat template writes them, and without a file with [system], [user]"
              + " and [assistant] before them. Default: the bundled model.")
  private @Nullable String model;

  @Mixin
  private PromptOptions promptOptions;

  @Mixin
  private ContextSizeOptions contextSize;

  @Mixin
  private VerifierOptions verifierOptions;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call()
      throws CliException, ProblemException, ModelException, VerifierException,
          InterruptedException {
    Problem problem = promptOptions.shown(ProblemReader.read(file));
    PromptStyle style = style();
    String context = context(problem, style);
    Verifier verifier = verifierOptions.verifier(problem.language());
    try (VerifierSession session = verifier.open(problem)) {
      PrintWriter out = spec.commandLine().getOut();
      Prompt prompt = new PromptRenderer(style, verifier.stepReader())
          .withContext(context)
          .prompt(problem, List.of(), session.root(), List.of());
      out.print(
          model == null
              ? prompt.text()
              : Models.shown(model, NativeOptions.ofEnvironment(null), prompt));
      out.flush();
    }
    return ExitCode.SOLVED.status();
  }

  /** What is shown of other files; for that the model is loaded, since it says how many tokens they have. */
  private String context(Problem problem, PromptStyle style)
      throws CliException, ModelException, InterruptedException {
    promptOptions.context().check(problem.language());
    if (promptOptions.context().isEmpty()) {
      if (contextSize.said() != null) {
        throw CliException.usage(ContextSizeOptions.EACH
            + " goes with --context, since the prompt is the same without; leave it out");
      }
      return "";
    }
    String named = ModelOptions.specOf(model);
    UnaryOperator<LlamaOptions> lengths = contextSize.change(named);
    NativeChoice library = NativeOptions.ofEnvironment(null);
    try (LanguageModel loaded =
        Models.open(named, options -> lengths.apply(options).withLibrary(library))) {
      return promptOptions
          .context()
          .choose(
              problem,
              style,
              loaded,
              verifierOptions.verifier(problem.language()).stepReader(),
              line -> spec.commandLine().getErr().println("vmcts: " + line));
    }
  }

  private PromptStyle style() throws CliException, ModelException, InterruptedException {
    Optional<PromptStyle> named = promptOptions.named();
    if (named.isPresent()) {
      return named.get();
    }
    String trained =
        Models.promptStyle(ModelOptions.specOf(model), NativeOptions.ofEnvironment(null));
    return PromptOptions.named(PromptOptions.suiting(trained));
  }
}
