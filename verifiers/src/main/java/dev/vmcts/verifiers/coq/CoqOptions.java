package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.process.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How Coq is run.
 *
 * @param folder where its programs are; empty for the search path
 * @param stepTime most time of one sentence
 * @param acceptTime most time of each program that acceptance runs
 * @param memoryBytes most address space of a Coq process; 0 for no limit
 * @param sandbox whether Coq is confined
 * @param processes most processes of one session
 */
public record CoqOptions(
    Optional<Path> folder,
    Duration stepTime,
    Duration acceptTime,
    long memoryBytes,
    Sandbox sandbox,
    int processes) {

  /** What is used when the user says nothing. */
  public static final CoqOptions DEFAULT = new CoqOptions(
      Optional.empty(), Duration.ofSeconds(5), Duration.ofMinutes(3), 8L << 30, Sandbox.AUTO, 2);

  public CoqOptions {
    if (stepTime.isNegative()
        || stepTime.isZero()
        || acceptTime.isNegative()
        || acceptTime.isZero()) {
      throw new IllegalArgumentException("a time limit of 0 or less; allowed: more than 0");
    }
    if (processes < 1) {
      throw new IllegalArgumentException("processes is " + processes + "; allowed: 1 or more");
    }
  }
}
