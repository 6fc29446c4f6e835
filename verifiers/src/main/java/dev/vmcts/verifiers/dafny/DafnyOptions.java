package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.process.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How Dafny is run.
 *
 * @param program the program; empty for {@code dafny} on the search path
 * @param stepTime most time for the proof of one declaration in a step
 * @param acceptTime most time of each run of acceptance
 * @param memoryBytes most address space of each process; 0 for no limit
 * @param sandbox whether Dafny is confined
 */
public record DafnyOptions(
    Optional<Path> program,
    Duration stepTime,
    Duration acceptTime,
    long memoryBytes,
    Sandbox sandbox) {

  /** What is used when the user says nothing. */
  public static final DafnyOptions DEFAULT = new DafnyOptions(
      Optional.empty(), Duration.ofSeconds(5), Duration.ofMinutes(3), 8L << 30, Sandbox.AUTO);

  public DafnyOptions {
    if (stepTime.isNegative()
        || stepTime.isZero()
        || acceptTime.isNegative()
        || acceptTime.isZero()) {
      throw new IllegalArgumentException("a time limit of 0 or less; allowed: more than 0");
    }
  }
}
