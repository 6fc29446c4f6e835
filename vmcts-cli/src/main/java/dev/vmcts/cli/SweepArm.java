package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.search.SearchResult;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** One of the ways of searching that a sweep compares: a name and the options of {@code synth} that make it. */
final class SweepArm implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("[\\w.+-]+");

  /** The options of {@code synth} that an arm may have. */
  @Command(name = "arm")
  private static final class Options {
    @Mixin
    private SearchOptions search;

    @Mixin
    private ModelOptions model;

    @Mixin
    private PromptOptions prompts;
  }

  private final String name;
  private final String text;
  private final Options options;
  private final LanguageModel model;

  private SweepArm(String name, String text, Options options, LanguageModel model) {
    this.name = name;
    this.text = text;
    this.options = options;
    this.model = model;
  }

  /**
   * Reads {@code NAME=OPTIONS} and opens the model.
   *
   * @throws CliException if a word of it is no option of {@code synth}
   */
  static SweepArm open(String arm) throws CliException, ModelException, InterruptedException {
    int equals = arm.indexOf('=');
    String name = equals < 0 ? arm : arm.substring(0, equals);
    if (!NAME.matcher(name).matches()) {
      throw new CliException(
          ExitCode.USAGE,
          "--arm '" + arm + "': no name; allowed: NAME=OPTIONS, such as whole=--strategy whole");
    }
    String text = equals < 0 ? "" : arm.substring(equals + 1).strip();
    Options options = new Options();
    try {
      new CommandLine(options)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(text.isEmpty() ? new String[0] : text.split("\\s+"));
    } catch (ParameterException e) {
      throw new CliException(
          ExitCode.USAGE, "--arm '" + name + "': " + String.valueOf(e.getMessage()), e);
    }
    options.search.settings();
    return new SweepArm(name, text, options, options.model.open());
  }

  String name() {
    return name;
  }

  /** The options as the user wrote them. */
  String options() {
    return text;
  }

  String modelHash() {
    return model.info().hash();
  }

  /** Searches once and writes the trace. */
  SearchResult run(Problem problem, AskedVerifier verifier, long seed, Path trace)
      throws CliException, VerifierException, ModelException, IOException {
    return new TracedSearch(
            verifier,
            model,
            options.model.argument(),
            options.prompts.style(model.info(), options.search),
            options.search.settings(seed),
            options.search.budget(problem.header()))
        .run(options.prompts.shown(problem), trace, event -> {});
  }

  @Override
  public void close() {
    model.close();
  }
}
