package dev.vmcts.llm;

/** A prompt does not fit into the model's context. The search goes on elsewhere. */
public final class PromptTooLongException extends ModelException {

  private static final long serialVersionUID = 1L;

  private final int promptTokens;
  private final int contextLength;

  public PromptTooLongException(int promptTokens, int contextLength) {
    super("the prompt has " + promptTokens + " tokens; the model's context has " + contextLength);
    this.promptTokens = promptTokens;
    this.contextLength = contextLength;
  }

  /** Tokens of the prompt. */
  public int promptTokens() {
    return promptTokens;
  }

  /** Most tokens of prompt and proposal together. */
  public int contextLength() {
    return contextLength;
  }
}
