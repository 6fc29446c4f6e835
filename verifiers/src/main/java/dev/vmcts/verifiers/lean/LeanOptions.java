package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.process.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How Lean is run.
 *
 * @param program the program {@code lean}, or the folder it is in; empty for the search path and elan
 * @param stepTime most time of one step
 * @param acceptTime most time of each run of acceptance
 * @param memoryBytes most memory that Lean allocates for itself; files that it maps are not counted
 * @param sandbox whether Lean is confined
 */
public record LeanOptions(
    Optional<Path> program,
    Duration stepTime,
    Duration acceptTime,
    long memoryBytes,
    Sandbox sandbox) {

  /** What is used when the user says nothing. */
  public static final LeanOptions DEFAULT = new LeanOptions(
      Optional.empty(), Duration.ofSeconds(5), Duration.ofMinutes(3), 4L << 30, Sandbox.AUTO);

  public LeanOptions {
    if (stepTime.isNegative()
        || stepTime.isZero()
        || acceptTime.isNegative()
        || acceptTime.isZero()) {
      throw new IllegalArgumentException("a time limit of 0 or less; allowed: more than 0");
    }
    if (memoryBytes < 1L << 30) {
      throw new IllegalArgumentException(
          "memory is " + memoryBytes + " bytes; allowed: 1 GiB or more, since Lean aborts below");
    }
  }

  /** The same limits with another time for each run of acceptance. */
  LeanOptions withAcceptTime(Duration time) {
    return new LeanOptions(program, stepTime, time, memoryBytes, sandbox);
  }
}
