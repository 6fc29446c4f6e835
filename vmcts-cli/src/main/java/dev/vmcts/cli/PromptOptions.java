package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Strategy;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say what a model is shown. */
final class PromptOptions {

  @Option(
      names = "--prompt-style",
      paramLabel = "NAME",
      description =
          "tiny, base, instruct, ask, paper, or a YAML file like those in prompts/. Default: what the model was"
              + " trained with; instruct for a GGUF file with a known chat template whose name says instruct,"
              + " chat or the like; else base.")
  private @Nullable String promptStyle;

  @Option(names = "--hints", description = "Show the problem's hints to the model.")
  private boolean hints;

  @Mixin
  private ContextOptions context;

  /** Which other files are shown. */
  ContextOptions context() {
    return context;
  }

  /** The problem as it is shown. */
  Problem shown(Problem problem) {
    return hints ? problem.withHintsInSpec() : problem;
  }

  /** The style that the user named, or the one that suits the model. */
  PromptStyle style(LanguageModel model, SearchOptions search) throws CliException {
    String trained = model.info().promptStyle();
    PromptStyle style = named(promptStyle != null ? promptStyle : suiting(trained));
    if (search.strategy() == Strategy.REFLEXION && style.reflexive().isEmpty()) {
      throw CliException.usage("prompt style '" + style.id()
          + "' has no place for a refused program, which --strategy reflexion needs;"
          + " with an instruct model: --prompt-style instruct");
    }
    Optional<String> refusal = style.said().flatMap(messages -> model.refusesTurns());
    if (refusal.isPresent()) {
      throw CliException.usage(
          "prompt style '" + style.id() + "' says messages, but " + refusal.get());
    }
    return style;
  }

  /** The style that the user named; empty if none was. */
  Optional<PromptStyle> named() throws CliException {
    return promptStyle == null ? Optional.empty() : Optional.of(named(promptStyle));
  }

  /** The name of the style that a model is shown a prefix in when the user names none. */
  static String suiting(String trained) {
    return trained.isEmpty() ? "base" : trained;
  }

  /** A style by its name or file; a usage error when there is none. */
  static PromptStyle named(String name) throws CliException {
    try {
      return PromptStyle.named(name);
    } catch (IOException e) {
      throw CliException.usage(String.valueOf(e.getMessage()), e);
    }
  }
}
