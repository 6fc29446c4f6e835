package dev.vmcts.verifiers.process;

import java.time.Duration;

/**
 * What a tool may use.
 *
 * @param time wall time of a run that is to end by itself; long-lived processes are not bound by it
 * @param memoryBytes address space of each of its processes; 0 sets no limit
 */
public record Limits(Duration time, long memoryBytes) {

  public Limits {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("time limit is " + time + "; allowed: more than 0");
    }
    if (memoryBytes < 0) {
      throw new IllegalArgumentException(
          "memory limit is " + memoryBytes + " bytes; allowed: 0 (none) or more");
    }
  }
}
