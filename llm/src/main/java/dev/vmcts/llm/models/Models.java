package dev.vmcts.llm.models;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.replay.ReplayModel;
import dev.vmcts.llm.script.ControlModel;
import dev.vmcts.llm.script.ScriptModel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a model by what the user wrote for it. */
public final class Models {

  /** What can be written for a model. */
  public static final String ALLOWED =
      "the path of a .gguf file, script:FILE, replay:TRACE, control:FILE";

  private static final Pattern SCHEME = Pattern.compile("([a-z]+):(.*)", Pattern.DOTALL);

  private Models() {}

  /** Opens a model with the default options. */
  public static LanguageModel open(String spec) throws ModelException, InterruptedException {
    return open(spec, options -> options);
  }

  /**
   * Opens a model.
   *
   * @param spec one of {@link #ALLOWED}
   * @param tune changes the options of a local model, such as its threads
   * @throws ModelException if there is no such model, or it does not work here
   */
  public static LanguageModel open(String spec, UnaryOperator<LlamaOptions> tune)
      throws ModelException, InterruptedException {
    Matcher scheme = SCHEME.matcher(spec);
    if (!scheme.matches() || Files.exists(path(spec, spec))) {
      return LlamaCppModel.open(options(spec, tune));
    }
    String rest = scheme.group(2);
    return switch (scheme.group(1)) {
      case "script" -> ScriptModel.open(path(spec, rest));
      case "replay" -> ReplayModel.open(path(spec, rest));
      case "control" -> ControlModel.open(path(spec, rest));
      default -> throw unknown(spec);
    };
  }

  private static LlamaOptions options(String spec, UnaryOperator<LlamaOptions> tune)
      throws ModelException {
    LlamaOptions defaults = LlamaOptions.of(path(spec, spec));
    try {
      return tune.apply(defaults);
    } catch (IllegalArgumentException e) {
      throw new ModelException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  private static Path path(String spec, String rest) throws ModelException {
    if (rest.isBlank()) {
      throw unknown(spec);
    }
    try {
      return Path.of(rest);
    } catch (InvalidPathException e) {
      throw new ModelException("model '" + spec + "' is no path; allowed: " + ALLOWED, e);
    }
  }

  private static ModelException unknown(String spec) {
    return new ModelException("model '" + spec + "' is unknown; allowed: " + ALLOWED);
  }
}
