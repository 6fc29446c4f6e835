package dev.vmcts.llm;

/** A language model that continues text. Safe for use by several threads. */
public interface LanguageModel extends AutoCloseable {

  ModelInfo info();

  /**
   * Continues a prompt.
   *
   * <p>The same prompt, sampling, stop rule and seed give the same proposal as long as the model runs one sequence at a
   * time.
   *
   * @throws PromptTooLongException if the prompt leaves no room for a token
   * @throws ModelException if the model cannot do its work
   */
  Proposal sample(String prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException;

  /** Frees the model; never throws. */
  @Override
  void close();
}
