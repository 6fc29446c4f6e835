package dev.vmcts.cli;

/**
 * The Wilson score interval of a proportion at 95 % (Wilson, J. Am. Stat. Assoc. 22, 1927): right for few trials and for
 * proportions near 0 and 1.
 */
record Wilson(double low, double high) {

  private static final double Z = 1.959963984540054;

  static Wilson of(int successes, int trials) {
    if (trials <= 0 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials
          + "; allowed: 0 to the number of trials, at least 1");
    }
    double n = trials;
    double p = successes / n;
    double middle = p + Z * Z / (2 * n);
    double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Wilson(Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale));
  }
}
