package dev.vmcts.llm.llamacpp;

/**
 * How long a batch takes: a time for the batch and one for each of its tokens, fitted to the batches computed lately, which
 * count the less the longer ago they were. For one thread.
 */
final class BatchCost {

  /** The part of a batch of one token that every further token costs, where batches of one size say nothing of others. */
  private static final double ASSUMED_SHARE = 0.25;

  private static final double ASSUMED_WEIGHT = 0.05;

  /** What takes longer than so many times what it should was held up by something else. */
  private static final double HELD_UP = 3;

  private final double weight;
  private int batches;
  private double meanTokens;
  private double meanSeconds;
  private double variance;
  private double covariance;

  /**
   * The cost of batches of which none is known yet.
   *
   * @param weight of the newest batch, above 0 and at most 1
   */
  BatchCost(double weight) {
    this.weight = weight;
  }

  /** How many batches there were. */
  int batches() {
    return batches;
  }

  /** Takes the time of a batch, in seconds. */
  void add(int tokens, double seconds) {
    double capped = batches == 0 ? seconds : Math.min(seconds, HELD_UP * seconds(tokens));
    batches++;
    double share = Math.max(weight, 1.0 / batches);
    double more = tokens - meanTokens;
    double longer = capped - meanSeconds;
    meanTokens += share * more;
    meanSeconds += share * longer;
    variance = (1 - share) * (variance + share * more * more);
    covariance = (1 - share) * (covariance + share * more * longer);
  }

  /** What a batch of so many tokens takes, in seconds; 0 before the first one. */
  double seconds(int tokens) {
    return meanSeconds + perToken() * (tokens - meanTokens);
  }

  private double perToken() {
    if (batches == 0) {
      return 0;
    }
    double mean = meanSeconds / meanTokens;
    double assumed = ASSUMED_SHARE * mean;
    double fitted = (covariance + ASSUMED_WEIGHT * assumed) / (variance + ASSUMED_WEIGHT);
    // Neither is a batch free, nor its tokens.
    return Math.min(mean, Math.max(0.01 * mean, fitted));
  }
}
