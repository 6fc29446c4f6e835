package dev.vmcts.llm;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 for the most probable token, at most 10
 * @param topP probability mass kept, more than 0, at most 1 (1 keeps all)
 * @param topK number of tokens kept, 0 keeps all
 * @param maxTokens most tokens of one proposal, at least 1
 * @param knownWords whether a word must be one of the prompt's, unless it is a single token of the model; a word is a run
 *     of letters. Models that know few words misspell the others, which they can only copy. A model that cannot do this
 *     takes it for false
 */
public record Sampling(
    double temperature, double topP, int topK, int maxTokens, boolean knownWords) {

  public Sampling {
    check(temperature >= 0 && temperature <= 10, "temperature", temperature, "0 to 10");
    check(topP > 0 && topP <= 1, "top-p", topP, "more than 0, at most 1");
    check(topK >= 0, "top-k", topK, "0 or more");
    check(maxTokens >= 1, "max-tokens", maxTokens, "1 or more");
  }

  /** Sampling of any words. */
  public Sampling(double temperature, double topP, int topK, int maxTokens) {
    this(temperature, topP, topK, maxTokens, false);
  }

  /** The same with another temperature. */
  public Sampling withTemperature(double other) {
    return new Sampling(other, topP, topK, maxTokens, knownWords);
  }

  /** The same with another limit. */
  public Sampling withMaxTokens(int other) {
    return new Sampling(temperature, topP, topK, other, knownWords);
  }

  /** The same with known words only, or with any. */
  public Sampling withKnownWords(boolean known) {
    return new Sampling(temperature, topP, topK, maxTokens, known);
  }

  private static void check(boolean allowed, String what, Number value, String range) {
    if (!allowed) {
      throw new IllegalArgumentException(what + " is " + value + "; allowed: " + range);
    }
  }
}
