package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.openai.OpenAiModel;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.prompt.context.ContextChoice;
import dev.vmcts.verify.StepReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what a model is shown of other files (docs/context.md). */
final class ContextOptions {

  /** Room that is always left for steps, in tokens. */
  private static final int STEPS = 64;

  /** Tokens that are shown by default to a model whose context is as good as endless, or not known. */
  private static final int DEFAULT_MOST = 4096;

  @Option(
      names = "--context",
      paramLabel = "PATH",
      description =
          "Show the model declarations of PATH, a file of the problem's language or a folder with such files: those that"
              + " have most to do with the problem, as many as fit. They are no part of the program. May be repeated"
              + " (docs/context.md).")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--context-tokens",
      paramLabel = "N",
      description =
          "With --context: most tokens of what is shown. Default: half of what the problem leaves of the model's context,"
              + " 4096 where that is not known.")
  private @Nullable Integer tokens;

  /** Whether the user named nothing. */
  boolean isEmpty() {
    return paths.isEmpty();
  }

  /**
   * Refuses what no model and no style would take.
   *
   * @throws CliException if a path has no file of the language, or the number of tokens means nothing
   */
  void check(Language language) throws CliException {
    files(language);
  }

  private List<Path> files(Language language) throws CliException {
    if (tokens != null && paths.isEmpty()) {
      throw CliException.usage("--context-tokens goes with --context");
    }
    if (tokens != null && tokens < 1) {
      throw CliException.usage("context tokens is " + tokens + "; allowed: 1 or more");
    }
    return ContextFiles.of(paths, language);
  }

  /**
   * Refuses a model or style that the options do not fit.
   *
   * @throws CliException if the style has no place for other files, or the model's context has fewer tokens
   */
  void check(PromptStyle style, LanguageModel model) throws CliException {
    if (!paths.isEmpty() && style.contextual().isEmpty()) {
      throw CliException.usage(
          "prompt style '" + style.id()
              + "' has no place for other files, which --context shows; use another --prompt-style, or a copy of it with 'context'");
    }
    int context = model.info().contextLength();
    if (tokens != null && tokens > context) {
      throw CliException.usage("context tokens is " + tokens + "; allowed: 1 to " + context
          + ", the model's context, and what the problem leaves of it is shown;"
          + " for more, a model with a longer context, or --context-size");
    }
  }

  /**
   * What is shown for a problem; empty when the user named nothing, and where the problem leaves no room.
   *
   * @param steps cuts the language's text
   * @param told takes a line that says what is shown
   * @throws CliException as the checks do
   */
  String choose(
      Problem problem,
      PromptStyle style,
      LanguageModel model,
      StepReader steps,
      Consumer<String> told)
      throws CliException, ModelException, InterruptedException {
    List<Path> files = files(problem.language());
    if (files.isEmpty()) {
      return "";
    }
    check(style, model);
    List<String> texts = ContextFiles.read(files);
    int context = model.info().contextLength();
    int needed =
        model.tokens(String.join("\n", problem.given()) + problem.header().spec()) + STEPS;
    int most = Math.min(tokens == null ? byDefault(context, needed) : tokens, context - needed);
    if (most < 1) {
      told.accept(
          "context: nothing is shown, since the problem leaves no room in the model's context of "
              + context + " tokens");
      return "";
    }
    ContextChoice choice = ContextChoice.of(problem, texts, steps, most, model::tokens);
    told.accept("context: " + choice.shown() + " of " + choice.declarations()
        + " declarations from " + texts.size() + (texts.size() == 1 ? " file, " : " files, ")
        + choice.tokens() + " tokens");
    return choice.text();
  }

  private static int byDefault(int context, int needed) {
    return context >= OpenAiModel.UNKNOWN_CONTEXT ? DEFAULT_MOST : (context - needed) / 2;
  }
}
