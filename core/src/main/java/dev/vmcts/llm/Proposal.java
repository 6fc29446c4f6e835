package dev.vmcts.llm;

/**
 * What a model wrote.
 *
 * @param text the text, cut by the stop rule
 * @param tokens tokens that were sampled for it, those cut off included
 * @param logProbability natural logarithm of the probability that the model gave to the sampled tokens, before
 *     temperature and truncation; at most 0
 * @param stopReason why it ended
 * @param promptTokens tokens of the prompt
 * @param reusedTokens those of them that were not computed again
 * @param recomputedTokens those of them that were computed although the model had computed the same tokens after the same
 *     beginning before; 0 where that is not known
 * @param drafts what drafts did for it
 */
public record Proposal(
    String text,
    int tokens,
    double logProbability,
    StopReason stopReason,
    int promptTokens,
    int reusedTokens,
    int recomputedTokens,
    Drafts drafts) {

  /** A proposal of a model that does not tell what it computed again, and drafts nothing. */
  public Proposal(
      String text,
      int tokens,
      double logProbability,
      StopReason stopReason,
      int promptTokens,
      int reusedTokens) {
    this(text, tokens, logProbability, stopReason, promptTokens, reusedTokens, 0, Drafts.NONE);
  }
}
