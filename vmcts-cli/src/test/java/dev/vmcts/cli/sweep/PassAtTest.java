package dev.vmcts.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** pass@T against values worked out by hand. */
final class PassAtTest {

  /** Two runs of one problem, four of another: the mean is over problems, not over runs. */
  private static final List<List<SweepRun>> RUNS = List.of(
      List.of(Runs.solved("a", "x", 1, 10, 2), Runs.spent("a", "x", 2, 100, 60)),
      List.of(
          Runs.solved("b", "x", 1, 5, 0.5),
          Runs.solved("b", "x", 2, 5, 0.25),
          Runs.solved("b", "x", 3, 20, 9),
          Runs.run("b", "x", 4, "EXHAUSTED", 3, 1)));

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "4.9, 0, false",
    "5, 0.25, false",
    "10, 0.5, false",
    "20, 0.625, false",
    "100, 0.625, false",
    "101, 0.625, true"
  })
  void at_tokens_isMeanOverProblems(double t, double share, boolean atLeast) {
    PassAt.Point point = PassAt.of(RUNS, Cost.TOKENS).at(t);
    assertThat(point.share()).isCloseTo(share, within(1e-12));
    assertThat(point.atLeast()).isEqualTo(atLeast);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.125", "0.5, 0.25", "2, 0.5", "9, 0.625"})
  void at_seconds_isMeanOverProblems(double t, double share) {
    assertThat(PassAt.of(RUNS, Cost.SECONDS).at(t).share()).isCloseTo(share, within(1e-12));
  }

  @Test
  void at_unequalRuns_intervalIsThatOfAsUncertainTrials() {
    // 2^2 / (1/2 + 1/4) = 16/3 trials with half of them solved.
    Wilson interval = PassAt.of(RUNS, Cost.TOKENS).at(10).interval();
    assertThat(interval.low()).isCloseTo(0.1765, within(0.0001));
    assertThat(interval.high()).isCloseTo(0.8235, within(0.0001));
  }

  @Test
  void at_equalRuns_intervalIsThatOfAllRuns() {
    List<List<SweepRun>> runs = List.of(
        List.of(Runs.solved("a", "x", 1, 10, 2), Runs.spent("a", "x", 2, 50, 2)),
        List.of(Runs.spent("b", "x", 1, 50, 2), Runs.spent("b", "x", 2, 50, 2)));
    PassAt.Point point = PassAt.of(runs, Cost.TOKENS).at(50);
    assertThat(point.interval().low()).isCloseTo(Wilson.of(1, 4).low(), within(1e-12));
    assertThat(point.interval().high()).isCloseTo(Wilson.of(1, 4).high(), within(1e-12));
  }

  @Test
  void of_noRuns_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PassAt.of(List.of(), Cost.TOKENS))
        .withMessageContaining("no runs");
  }

  @Test
  void standard_budgets_endAtTheBudgetOrWhereAllHaveEnded() {
    assertThat(Cost.TOKENS.standard(
            List.of(Runs.solved("a", "x", 1, 700, 2), Runs.spent("a", "x", 2, 30_000, 600.4))))
        .containsExactly(100.0, 500.0, 1000.0, 5000.0, 10_000.0, 30_000.0);
    assertThat(Cost.SECONDS.standard(List.of(Runs.spent("a", "x", 2, 30_000, 120.4))))
        .containsExactly(1.0, 5.0, 10.0, 50.0, 100.0, 120.0);
    assertThat(Cost.TOKENS.standard(List.of(Runs.solved("a", "x", 1, 700, 2))))
        .containsExactly(100.0, 500.0, 1000.0);
    assertThat(Cost.TOKENS.standard(List.of(Runs.solved("a", "x", 1, 0, 0)))).hasSize(1);
  }
}
