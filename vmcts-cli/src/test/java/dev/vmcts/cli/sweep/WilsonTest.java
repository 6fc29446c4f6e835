package dev.vmcts.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval against values worked out by hand from the formula. */
final class WilsonTest {

  @ParameterizedTest
  @CsvSource({
    "0, 5, 0.0, 0.4345",
    "5, 5, 0.5655, 1.0",
    "3, 5, 0.2307, 0.8824",
    "98, 100, 0.9300, 0.9945"
  })
  void interval_fewAndManyTrials_isWilsons(int successes, int trials, double low, double high) {
    Wilson interval = Wilson.of(successes, trials);
    assertThat(interval.low()).isCloseTo(low, within(0.0001));
    assertThat(interval.high()).isCloseTo(high, within(0.0001));
  }

  @Test
  void interval_moreSuccessesThanTrials_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wilson.of(6, 5))
        .withMessageContaining("6 successes of 5");
  }
}
