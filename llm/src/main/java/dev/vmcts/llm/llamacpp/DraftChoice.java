package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the guesses come from of how a text goes on, which are computed together with it.
 *
 * @param name empty for no guesses, {@code lookup} for those that {@link LookupDrafter} finds, else the GGUF file of a model
 *     that guesses
 */
public record DraftChoice(String name) {

  /** No guesses. */
  public static final DraftChoice NONE = new DraftChoice("");

  /** Guesses from what was written before. */
  public static final DraftChoice LOOKUP = new DraftChoice("lookup");

  /** What may be said, for messages and help. */
  public static final String ALLOWED = "lookup, FILE.gguf, hf:OWNER/REPO";

  /** Tokens of earlier texts that are looked up: a few hundred steps, looked through in microseconds. */
  private static final int HISTORY = 8192;

  /** Guesses of a model. */
  public static DraftChoice of(Path model) {
    return new DraftChoice(model.toAbsolutePath().toString());
  }

  /** The file of the model that guesses, if one does. */
  Optional<Path> model() {
    return equals(NONE) || equals(LOOKUP) ? Optional.empty() : Optional.of(Path.of(name));
  }

  /**
   * Who guesses in a process that was started so.
   *
   * @throws ModelException if the model that is to guess cannot be loaded, or has another vocabulary
   */
  static Drafter drafter(Message.Start start, LlamaContext model) throws ModelException {
    Optional<Path> file = new DraftChoice(start.draft()).model();
    if (file.isEmpty()) {
      return start.draft().isEmpty() ? Drafter.NONE : new LookupDrafter(HISTORY);
    }
    boolean mapped = new File(start.draft()).length() >= LlamaCppModel.MAPPED_FROM_BYTES;
    LlamaContext drafts = LlamaContext.load(start.of(start.draft(), mapped), model.abort());
    Optional<String> difference = model.vocabulary().difference(drafts.vocabulary());
    if (difference.isPresent()) {
      throw new ModelException("model " + start.draft() + " cannot draft for " + start.model()
          + ", since its vocabulary is another one (" + difference.get()
          + ", in the draft's); use a smaller model of the same family, or lookup");
    }
    return new ModelDrafter(drafts, model.vocabulary().size());
  }
}
