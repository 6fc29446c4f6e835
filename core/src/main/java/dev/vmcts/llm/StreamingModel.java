package dev.vmcts.llm;

import java.util.Optional;

/** A language model that can tell what it writes while it writes it. */
public interface StreamingModel extends LanguageModel {

  /** Hears of each token; called by the thread that asked. */
  @FunctionalInterface
  interface TokenListener {

    /** Takes a token and says whether the model is to go on. */
    boolean token(Token token);
  }

  /**
   * A token that was sampled.
   *
   * @param text the characters that it completes; empty for one that completes none or ends the text
   * @param logProbability natural logarithm of the probability that the model gave it, as in {@link Proposal}
   * @param promptTokens tokens of the prompt
   * @param reusedTokens those of them that were not computed again
   */
  record Token(String text, double logProbability, int promptTokens, int reusedTokens) {}

  /**
   * Continues a prompt as {@link LanguageModel#sample} does without a stop rule; the same arguments sample the same tokens.
   *
   * @return the whole; empty when the listener wanted no more, and then a request may cost a few tokens that it never
   *     heard of
   * @throws PromptTooLongException if the prompt leaves no room for a token
   * @throws ModelException if the model cannot do its work
   */
  Optional<Proposal> stream(Prompt prompt, Sampling sampling, long seed, TokenListener listener)
      throws ModelException, InterruptedException;

  /** The same for a plain text. */
  default Optional<Proposal> stream(
      String text, Sampling sampling, long seed, TokenListener listener)
      throws ModelException, InterruptedException {
    return stream(Prompt.of(text), sampling, seed, listener);
  }
}
