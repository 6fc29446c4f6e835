package dev.vmcts.llm.open;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.control.ControlModel;
import dev.vmcts.llm.file.CacheFolder;
import dev.vmcts.llm.hub.HubCache;
import dev.vmcts.llm.hub.HubName;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.natives.NativeChoice;
import dev.vmcts.llm.openai.OpenAiModel;
import dev.vmcts.llm.replay.ReplayModel;
import dev.vmcts.llm.script.ScriptModel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the model that a user named. */
public final class Models {

  /** What may be named, for messages and help. */
  public static final String ALLOWED =
      "FILE.gguf, hf:OWNER/REPO, openai:URL#MODEL, script:FILE, replay:TRACE, control:FILE";

  private static final String HUB = "hf:";
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)", Pattern.DOTALL);

  private Models() {}

  /**
   * Opens a model.
   *
   * @param spec one of {@link #ALLOWED}
   * @param options changes the defaults for a local model, such as {@code o -> o.withThreads(2)}
   * @throws ModelException if there is no such model or it cannot be run; the message says why
   */
  public static LanguageModel open(String spec, UnaryOperator<LlamaOptions> options)
      throws ModelException, InterruptedException {
    Matcher matcher = SCHEME.matcher(spec);
    try {
      Optional<Path> local = file(spec);
      if (local.isPresent() || !matcher.matches()) {
        return local(local.orElse(Path.of(spec)), options);
      }
      if (matcher.group(1).equals("openai")) {
        return OpenAiModel.open(matcher.group(2));
      }
      Path file = Path.of(matcher.group(2));
      return switch (matcher.group(1)) {
        case "script" -> ScriptModel.read(file);
        case "replay" -> ReplayModel.read(file);
        case "control" -> ControlModel.read(file);
        default ->
          throw new ModelException("model '" + spec + "' has unknown kind '" + matcher.group(1)
              + "'; allowed: " + ALLOWED);
      };
    } catch (InvalidPathException e) {
      throw new ModelException("model '" + spec + "' is no file name; allowed: " + ALLOWED, e);
    }
  }

  /**
   * The file of a local model, which may be one from a hub that is in the cache; empty for a model of another kind.
   *
   * @throws ModelException if it is from a hub and was not downloaded
   */
  public static Optional<Path> file(String spec) throws ModelException {
    try {
      if (!SCHEME.matcher(spec).matches() || Files.exists(Path.of(spec))) {
        return Optional.of(Path.of(spec));
      }
      return spec.startsWith(HUB)
          ? Optional.of(
              new HubCache(CacheFolder.models()).find(HubName.of(spec.substring(HUB.length()))))
          : Optional.empty();
    } catch (InvalidPathException e) {
      throw new ModelException("model '" + spec + "' is no file name; allowed: " + ALLOWED, e);
    }
  }

  /**
   * The prompt style that a model was trained with or that suits it, empty when neither is known; a local model is not
   * loaded for it.
   *
   * @param library the build of llama.cpp that would run it
   * @throws ModelException if there is no such model; the message says why
   */
  public static String promptStyle(String spec, NativeChoice library)
      throws ModelException, InterruptedException {
    Optional<Path> file = file(spec);
    if (file.isPresent()) {
      return LlamaCppModel.promptStyle(file.get(), LlamaCppModel.header(file.get(), library));
    }
    try (LanguageModel model = open(spec, options -> options)) {
      return model.info().promptStyle();
    }
  }

  /**
   * A prompt as a model is given it, as far as that is known here: a local model is not loaded for it, and a server writes
   * conversations in its own way.
   *
   * @param library the build of llama.cpp that would run it
   * @throws ModelException if there is no such model, or it cannot be shown the prompt; the message says why
   */
  public static String shown(String spec, NativeChoice library, Prompt prompt)
      throws ModelException {
    Optional<Path> file = file(spec);
    return file.isPresent()
        ? LlamaCppModel.template(file.get(), LlamaCppModel.header(file.get(), library))
            .spell(prompt)
            .text()
        : prompt.text();
  }

  private static LanguageModel local(Path file, UnaryOperator<LlamaOptions> options)
      throws ModelException, InterruptedException {
    if (file.toString().isBlank()) {
      throw new ModelException("no model is named; allowed: " + ALLOWED);
    }
    try {
      return LlamaCppModel.open(options.apply(LlamaOptions.of(file)));
    } catch (IllegalArgumentException e) {
      throw new ModelException(String.valueOf(e.getMessage()), e);
    }
  }
}
