package dev.vmcts.llm;

import java.util.Optional;

/** A language model that continues text. Safe for use by several threads. */
public interface LanguageModel extends AutoCloseable {

  ModelInfo info();

  /**
   * Continues a prompt.
   *
   * <p>The same prompt, sampling, stop rule and seed give the same proposal as long as the model runs one sequence at a
   * time; with a scope, as long as what was sampled in it before is the same, too.
   *
   * @throws PromptTooLongException if the prompt leaves no room for a token
   * @throws ModelException if the model cannot do its work
   */
  Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException;

  /** The same for a plain text. */
  default Proposal sample(String text, Sampling sampling, StopRule stop, long seed)
      throws ModelException, InterruptedException {
    return sample(Prompt.of(text), sampling, stop, seed);
  }

  /**
   * Why this model can be shown no conversation, on one line that says what to do; empty when it can, or when only a
   * request tells.
   */
  default Optional<String> refusesTurns() {
    return Optional.empty();
  }

  /**
   * How many tokens a text has, without a start token; of a model that does not tell, one for every three characters.
   *
   * @throws ModelException if the model cannot do its work
   */
  default int tokens(String text) throws ModelException, InterruptedException {
    return (text.length() + 2) / 3;
  }

  /**
   * Told before the first request of a search that goes on: so many of its requests were answered before, in another
   * process. Only models whose answers depend on more than the request need to know.
   */
  default void skip(long requests) {}

  /** Frees the model; never throws. */
  @Override
  void close();
}
