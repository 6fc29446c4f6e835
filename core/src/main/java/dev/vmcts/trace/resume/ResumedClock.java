package dev.vmcts.trace.resume;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a search that goes on: shows recorded times while the record is fed back, then runs on from there.
 *
 * <p>What passed between the end of the record and now is on no budget. Not thread-safe.
 */
final class ResumedClock implements InstantSource {

  private final InstantSource real;
  private Instant recorded;
  private @Nullable Duration behind;

  /**
   * A clock that stands still.
   *
   * @param start the time that it shows
   */
  ResumedClock(InstantSource real, Instant start) {
    this.real = real;
    this.recorded = start;
  }

  @Override
  public Instant instant() {
    return behind == null ? recorded : real.instant().minus(behind);
  }

  /** Something took time in the recorded run. */
  void pass(double seconds) {
    recorded = recorded.plusNanos(Math.round(seconds * 1e9));
  }

  /** The recorded run was at a time; never goes back. */
  void reach(Instant time) {
    recorded = time.isAfter(recorded) ? time : recorded;
  }

  /** From now on time passes. */
  void run() {
    behind = Duration.between(recorded, real.instant());
  }
}
