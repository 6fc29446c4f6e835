package dev.vmcts.llm;

/** A prompt does not fit into the model's context. The search goes on elsewhere. */
public final class PromptTooLongException extends ModelException {

  private static final long serialVersionUID = 1L;

  public PromptTooLongException(int promptTokens, int contextLength) {
    super("the prompt has " + promptTokens + " tokens; the model's context has " + contextLength);
  }
}
