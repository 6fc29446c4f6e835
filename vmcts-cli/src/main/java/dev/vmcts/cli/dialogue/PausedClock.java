package dev.vmcts.cli.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A clock that stands still while a person thinks, so that thinking is on no budget. Not thread-safe. */
public final class PausedClock implements InstantSource {

  private final InstantSource real;
  private Duration behind = Duration.ZERO;
  private @Nullable Instant stoodAt;

  /** A clock that runs. */
  public PausedClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return stoodAt == null ? real.instant().minus(behind) : stoodAt;
  }

  void stop() {
    stoodAt = instant();
  }

  void go() {
    if (stoodAt != null) {
      behind = Duration.between(stoodAt, real.instant());
      stoodAt = null;
    }
  }
}
