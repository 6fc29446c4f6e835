package dev.vmcts.cli.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis over whole powers of ten.
 *
 * @param from left end, a power of ten
 * @param to right end, above it
 * @param width in pixels
 */
record LogAxis(double from, double to, int width) {

  private static final double FEW = 2.5;

  /** The axis that has room for values from the least to the most; zeros lie at its left end. */
  static LogAxis of(double least, double most, double smallest, int width) {
    double from = Math.pow(10, Math.floor(Math.log10(Math.max(least, smallest))));
    return new LogAxis(from, Math.max(most, from * 10), width);
  }

  /** Where a value is, in pixels from the left end. */
  double place(double value) {
    return width * Math.log10(Math.max(value, from) / from) / Math.log10(to / from);
  }

  /** The value at a place. */
  double value(double place) {
    return from * Math.pow(to / from, place / width);
  }

  /** Powers of ten, and twice and five times those where there are few of them. */
  List<Double> ticks() {
    boolean few = Math.log10(to / from) < FEW;
    List<Double> ticks = new ArrayList<>();
    for (double power = from; power <= to * (1 + 1e-9); power *= 10) {
      for (int times : few ? new int[] {1, 2, 5} : new int[] {1}) {
        if (power * times <= to * (1 + 1e-9)) {
          ticks.add(power * times);
        }
      }
    }
    return ticks;
  }
}
