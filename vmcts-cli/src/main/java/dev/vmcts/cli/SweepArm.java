package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Header;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchResult;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** One of the ways of searching that a sweep compares: a name and the options of {@code synth} that make it. */
final class SweepArm {

  private static final Pattern NAME = Pattern.compile("[\\w.+-]{1,100}");

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
  private final Options options;
  private final Map<Problem, String> contexts = new ConcurrentHashMap<>();

  private SweepArm(String name, Options options) {
    this.name = name;
    this.options = options;
  }

  /**
   * Reads the options of an arm, and opens no model.
   *
   * @param from what the arm comes from, for messages
   * @throws CliException if the name has other characters than file names should, or a word of the options is no option of
   *     {@code synth}
   */
  static SweepArm read(String from, String name, String text) throws CliException {
    if (!NAME.matcher(name).matches()) {
      throw CliException.usage(
          from + " '" + name + "': no name; allowed: NAME=OPTIONS, such as whole=--strategy whole,"
              + " the name of letters, digits and . _ + -");
    }
    Options options = new Options();
    try {
      new CommandLine(options)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(text.isBlank() ? new String[0] : text.strip().split("\\s+"));
      options.search.settings();
      options.search.budget(Header.NONE);
    } catch (ParameterException e) {
      throw CliException.usage(
          from + " '" + name + "': " + Errors.message(e) + " (see: vmcts synth --help)", e);
    } catch (CliException e) {
      throw CliException.usage(from + " '" + name + "': " + e.getMessage(), e);
    }
    return new SweepArm(name, options);
  }

  String name() {
    return name;
  }

  /**
   * Refuses an arm whose options do not fit problems of a language.
   *
   * @throws CliException if other files that it shows are not there
   */
  void check(Language language) throws CliException {
    try {
      options.prompts.context().check(language);
    } catch (CliException e) {
      throw new CliException(e.exitCode(), "arm '" + name + "': " + e.getMessage(), e);
    }
  }

  /**
   * Opens the arm's model.
   *
   * @throws CliException if the options do not fit the model
   */
  LanguageModel open() throws CliException, ModelException, InterruptedException {
    LanguageModel model = options.model.open();
    try {
      options.search.check(options.model);
      options.prompts.context().check(options.prompts.style(model, options.search), model);
      return model;
    } catch (CliException e) {
      model.close();
      throw new CliException(e.exitCode(), "arm '" + name + "': " + e.getMessage(), e);
    }
  }

  /** Searches once and writes the trace. */
  SearchResult run(
      Problem problem, AskedVerifier verifier, LanguageModel model, long seed, Path trace)
      throws CliException, VerifierException, ModelException, IOException, InterruptedException {
    Problem shown = options.prompts.shown(problem);
    PromptStyle style = options.prompts.style(model, options.search);
    String context = context(shown, style, model, verifier.verifier().stepReader());
    return new TracedSearch(
            verifier,
            model,
            options.model.argument(),
            options.model.draft(),
            style,
            context,
            options.model.contextSetup(),
            options.search.in(options.search.settings(seed), problem, verifier.verifier()),
            options.search.budget(problem.header()))
        .run(shown, trace, event -> {});
  }

  /** What an arm shows of other files for a problem is the same for every seed. */
  private String context(Problem problem, PromptStyle style, LanguageModel model, StepReader steps)
      throws CliException, ModelException, InterruptedException {
    String known = contexts.get(problem);
    if (known != null) {
      return known;
    }
    String chosen = options.prompts.context().choose(problem, style, model, steps, line -> {});
    contexts.put(problem, chosen);
    return chosen;
  }
}
