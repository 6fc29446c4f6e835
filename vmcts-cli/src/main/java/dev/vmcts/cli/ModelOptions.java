package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.llamacpp.DraftChoice;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.open.Models;
import dev.vmcts.trace.TraceHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which model is run, and how; the one place where a model is chosen. */
final class ModelOptions {

  private static final String BUNDLED = "model/vmcts-tiny.gguf";

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description =
          "A GGUF file; one from vmcts model pull, hf:OWNER/REPO; a model that a server has, openai:URL#MODEL (key in OPENAI_API_KEY); or script:FILE,"
              + " replay:TRACE, control:FILE. Default: the bundled model.")
  private @Nullable String model;

  @Option(
      names = "--draft",
      paramLabel = "DRAFT",
      description =
          "Guess the next tokens of a local model's text, and compute them together: lookup guesses that it goes on as a"
              + " text before did; FILE.gguf or hf:OWNER/REPO, a smaller model of the same vocabulary, guesses itself. The"
              + " text is the same; it may come sooner (docs/drafts.md). Default: no guesses.")
  private @Nullable String draft;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the model. Default: 1 for a file below 64 MB, else one for each core.")
  private @Nullable Integer threads;

  @Mixin
  private NativeOptions nativeOptions;

  @Mixin
  private ContextSizeOptions contextSize;

  /** How the user named the model; null for the bundled one. */
  @Nullable
  String argument() {
    return model;
  }

  /** Where drafts come from, as the user said; null for none. */
  @Nullable
  String draft() {
    return draft;
  }

  /** How a local model's context is made, as the user said; null when nothing was said. */
  TraceHeader.@Nullable ContextSetup contextSetup() {
    return contextSize.said();
  }

  /** The model, drafts and context that are meant when the user names none. */
  void other(
      @Nullable String argument,
      @Nullable String otherDraft,
      TraceHeader.@Nullable ContextSetup otherSetup)
      throws CliException {
    contextSize.other(otherSetup);
    model = model == null ? argument : model;
    draft = draft == null ? otherDraft : draft;
  }

  /** Opens the model that the user named, or the bundled one. */
  LanguageModel open() throws ModelException, CliException, InterruptedException {
    return open(options -> options);
  }

  /**
   * Opens the model that the user named, or the bundled one.
   *
   * @param others what else is to be changed of a local model's options
   */
  LanguageModel open(UnaryOperator<LlamaOptions> others)
      throws ModelException, CliException, InterruptedException {
    Integer count = threads;
    if (count != null && (count < 1 || count > LlamaOptions.MOST_THREADS)) {
      throw CliException.usage(
          "threads is " + count + "; allowed: 1 to " + LlamaOptions.MOST_THREADS);
    }
    if (count != null) {
      checkLocal("--threads " + count, spec());
    }
    UnaryOperator<LlamaOptions> natives = nativeOptions.change(spec());
    UnaryOperator<LlamaOptions> lengths = contextSize.change(spec());
    DraftChoice drafts = drafts();
    return Models.open(
        spec(),
        options -> others.apply(lengths
            .apply(natives.apply(count == null ? options : options.withThreads(count)))
            .withDraft(drafts)));
  }

  private DraftChoice drafts() throws CliException, ModelException {
    if (draft == null) {
      return DraftChoice.NONE;
    }
    checkLocal("--draft " + draft, spec());
    if (draft.equals(DraftChoice.LOOKUP.name())) {
      return DraftChoice.LOOKUP;
    }
    Path file = Models.file(draft).orElse(Path.of(""));
    if (!Files.isRegularFile(file)) {
      throw CliException.usage(
          "draft is '" + draft + "', and no such file is there; allowed: " + DraftChoice.ALLOWED);
    }
    return DraftChoice.of(file);
  }

  /**
   * Refuses an option that says how llama.cpp runs a model.
   *
   * @param option the option as the user gave it
   * @param model the model as the user named it
   * @throws CliException if that is not run here
   */
  static void checkLocal(String option, String model) throws CliException, ModelException {
    if (Models.file(model).isEmpty()) {
      throw CliException.usage(option + " is for a model that llama.cpp runs here, and '" + model
          + "' is none; leave it out");
    }
  }

  /** The model's name: what the user said, or where the bundled model is. */
  String spec() throws CliException {
    return specOf(model);
  }

  /** The name of a model: what the user said, or where the bundled model is. */
  static String specOf(@Nullable String argument) throws CliException {
    if (argument != null) {
      return argument;
    }
    return bundled()
        .map(Path::toString)
        .orElseThrow(() -> new CliException(
            ExitCode.MISSING,
            "the bundled model is missing: " + home()
                + "; check out the whole repository, or name another model"));
  }

  /** The bundled model's file; empty when it is missing. */
  static Optional<Path> bundled() {
    return Optional.of(home()).filter(Files::isRegularFile);
  }

  private static Path home() {
    return Path.of(System.getProperty("vmcts.home", ".")).resolve(BUNDLED);
  }
}
