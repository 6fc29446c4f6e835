package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchCostTest {

  private final BatchCost cost = new BatchCost(0.02);
  private final SplittableRandom random = new SplittableRandom(3);

  private void add(int batches, int most, double each, double perToken) {
    for (int i = 0; i < batches; i++) {
      int tokens = 1 + random.nextInt(most);
      double noise = 0.8 + 0.4 * random.nextDouble();
      cost.add(tokens, noise * (each + perToken * tokens));
    }
  }

  @Test
  void seconds_severalSizes_areTheLineThroughThem() {
    add(1000, 8, 3, 0.5);
    assertThat(cost.seconds(1)).isCloseTo(3.5, within(0.4));
    assertThat(cost.seconds(8)).isCloseTo(7, within(0.7));
  }

  @Test
  void seconds_oneSizeOnly_assumesAQuarterForEachToken() {
    add(300, 1, 3, 1);
    assertThat(cost.seconds(1)).isCloseTo(4, within(0.2));
    assertThat(cost.seconds(5)).isCloseTo(8, within(0.4));
  }

  @Test
  void seconds_machineGotSlower_follows() {
    add(500, 4, 1, 1);
    add(500, 4, 10, 10);
    assertThat(cost.seconds(2)).isCloseTo(30, within(4.0));
  }

  @Test
  void seconds_oneBatchHeldUp_hardlyChanges() {
    add(500, 4, 1, 1);
    double before = cost.seconds(2);
    cost.add(2, 1000);
    assertThat(cost.seconds(2)).isLessThan(1.1 * before);
  }

  @Test
  void seconds_largerBatchesSeemFaster_neverFall() {
    for (int i = 0; i < 200; i++) {
      cost.add(1 + i % 4, 10 - i % 4);
    }
    assertThat(cost.seconds(8)).isGreaterThanOrEqualTo(cost.seconds(1));
    assertThat(cost.seconds(0)).isNotNegative();
  }

  @Test
  void seconds_nothingYet_isZero() {
    assertThat(cost.seconds(3)).isZero();
  }
}
