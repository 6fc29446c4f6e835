package dev.vmcts.cli.sweep;

/**
 * The Wilson score interval of a proportion at 95 % (Wilson, J. Am. Stat. Assoc. 22, 1927): right for few trials and for
 * proportions near 0 and 1.
 */
public record Wilson(double low, double high) {

  private static final double Z = 1.959963984540054;

  /** The interval of so many successes in so many trials. */
  public static Wilson of(int successes, int trials) {
    if (trials <= 0 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials
          + "; allowed: 0 to the number of trials, at least 1");
    }
    return ofShare(successes / (double) trials, trials);
  }

  /**
   * The interval of a share.
   *
   * @param p from 0 to 1
   * @param n trials that the share is of, more than 0; where it is a mean of shares, so many trials as would be as uncertain
   */
  static Wilson ofShare(double p, double n) {
    double middle = p + Z * Z / (2 * n);
    double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Wilson(Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale));
  }
}
