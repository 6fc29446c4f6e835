package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.cli.sweep.SweepRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SweepProgressTest {

  private Instant now = Instant.EPOCH;

  private static SweepRun run(long seed) {
    return new SweepRun("a.v", "x", seed, "SOLVED", 12, 1, 1, 0, 0, 3.25);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void progress_eachRun_saysHowManyAndTheTimeLeft() {
    StringWriter text = new StringWriter();
    SweepProgress progress = new SweepProgress(new PrintWriter(text), 4, () -> now);
    pass(Duration.ofMinutes(50));
    progress.ended(run(1));
    pass(Duration.ofMinutes(10));
    progress.failed(run(2).key(), new IllegalStateException("broken"));
    pass(Duration.ZERO);
    progress.ended(run(3));
    progress.ended(run(4));
    assertThat(text.toString().lines())
        .containsExactly(
            "vmcts: 1/4: a.v, x, seed 1: SOLVED, 12 tokens, 3.3 s; about 2 h 30 min left",
            "vmcts: 2/4: a.v, x, seed 2: failed: broken; about 60 min left",
            "vmcts: 3/4: a.v, x, seed 3: SOLVED, 12 tokens, 3.3 s; about 20 min left",
            "vmcts: 4/4: a.v, x, seed 4: SOLVED, 12 tokens, 3.3 s");
    assertThat(progress.failed()).isEqualTo(1);
    assertThat(progress.failure()).hasMessage("broken");
  }
}
