package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.Budget;
import dev.vmcts.search.Search;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.time.InstantSource;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** One of the ways of searching that a sweep compares: a name and the options of {@code synth} that make it. */
@Command(name = "arm")
final class SweepArm implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("[\\w.+-]+");

  @Mixin
  private SearchOptions search;

  @Mixin
  private ModelOptions modelOptions;

  @Mixin
  private PromptOptions prompts;

  private String name = "";
  private String options = "";
  private LanguageModel model;

  private SweepArm() {}

  /**
   * Reads {@code NAME=OPTIONS} and opens the model.
   *
   * @throws CliException if a word of it is no option of {@code synth}
   */
  static SweepArm open(String text) throws CliException, ModelException, InterruptedException {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (!NAME.matcher(name).matches()) {
      throw new CliException(
          ExitCode.USAGE,
          "--arm '" + text + "': no name; allowed: NAME=OPTIONS, such as whole=--strategy whole");
    }
    SweepArm arm = new SweepArm();
    arm.name = name;
    arm.options = equals < 0 ? "" : text.substring(equals + 1).strip();
    String[] words = arm.options.isEmpty() ? new String[0] : arm.options.split("\\s+");
    try {
      new CommandLine(arm).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
    } catch (ParameterException e) {
      throw new CliException(
          ExitCode.USAGE, "--arm '" + name + "': " + String.valueOf(e.getMessage()), e);
    }
    arm.search.settings();
    arm.model = arm.modelOptions.open();
    return arm;
  }

  String name() {
    return name;
  }

  /** The options as the user wrote them. */
  String options() {
    return options;
  }

  String modelHash() {
    return model.info().hash();
  }

  /** Searches once. */
  SearchResult run(Problem problem, Verifier verifier, long seed)
      throws CliException, VerifierException, ModelException {
    PromptStyle style = prompts.style(model.info(), search);
    SearchSettings settings = search.settings(seed);
    Budget budget = search.budget(problem.header());
    return new Search(
            verifier,
            model,
            new PromptRenderer(style, verifier.stepReader()),
            settings,
            budget,
            InstantSource.system())
        .run(prompts.shown(problem), event -> {});
  }

  @Override
  public void close() {
    model.close();
  }
}
