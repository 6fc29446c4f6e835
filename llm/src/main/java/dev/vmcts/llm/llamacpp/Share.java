package dev.vmcts.llm.llamacpp;

/** How often something was the case lately: first the mean of all times, then one in which older times count less. For one thread. */
final class Share {

  /** The weight of the newest time, at least. */
  private static final double LEAST_WEIGHT = 0.02;

  /** What is assumed at first counts as so many times. */
  private static final int ASSUMED = 3;

  private double value = 0.5;
  private int times = ASSUMED;

  void add(boolean isSo) {
    times++;
    value += Math.max(LEAST_WEIGHT, 1.0 / times) * ((isSo ? 1 : 0) - value);
  }

  /** From 0 to 1; a half before the first time. */
  double value() {
    return value;
  }
}
