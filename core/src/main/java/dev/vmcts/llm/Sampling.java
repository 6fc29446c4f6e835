package dev.vmcts.llm;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 for the most probable token, at most 10
 * @param topP probability mass kept, more than 0, at most 1 (1 keeps all)
 * @param topK number of tokens kept, 0 keeps all
 * @param maxTokens most tokens of one proposal, at least 1
 */
public record Sampling(double temperature, double topP, int topK, int maxTokens) {

  public Sampling {
    check(temperature >= 0 && temperature <= 10, "temperature", temperature, "0 to 10");
    check(topP > 0 && topP <= 1, "top-p", topP, "more than 0, at most 1");
    check(topK >= 0, "top-k", topK, "0 or more");
    check(maxTokens >= 1, "max-tokens", maxTokens, "1 or more");
  }

  private static void check(boolean allowed, String what, Number value, String range) {
    if (!allowed) {
      throw new IllegalArgumentException(what + " is " + value + "; allowed: " + range);
    }
  }
}
