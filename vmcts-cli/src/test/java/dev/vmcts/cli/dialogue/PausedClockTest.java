package dev.vmcts.cli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PausedClockTest {

  private final AtomicLong real = new AtomicLong(100);
  private final PausedClock clock = new PausedClock(() -> Instant.ofEpochSecond(real.get()));

  @Test
  void instant_whileStopped_standsStillAndGoesOnFromThere() {
    assertThat(clock.instant().getEpochSecond()).isEqualTo(100);
    clock.stop();
    real.set(150);
    assertThat(clock.instant().getEpochSecond()).isEqualTo(100);
    clock.go();
    real.set(153);
    assertThat(clock.instant().getEpochSecond()).isEqualTo(103);
    clock.stop();
    real.set(200);
    clock.go();
    clock.go();
    assertThat(clock.instant().getEpochSecond()).isEqualTo(103);
  }
}
