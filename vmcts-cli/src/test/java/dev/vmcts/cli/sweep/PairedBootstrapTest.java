package dev.vmcts.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals of the bootstrap whose distribution is known. */
final class PairedBootstrapTest {

  private static final PairedBootstrap BOOTSTRAP = PairedBootstrap.DEFAULT;

  /** The second arm solves as many of the problems more as is said, one seed each. */
  private static SweepData data(int problems, int better) {
    List<SweepRun> runs = new ArrayList<>();
    for (int i = 0; i < problems; i++) {
      runs.add(Runs.spent("p" + i, "one", 1, 100, 3));
      runs.add(
          i < better
              ? Runs.solved("p" + i, "two", 1, 40, 1)
              : Runs.spent("p" + i, "two", 1, 100, 3));
    }
    return Runs.data(runs.toArray(SweepRun[]::new));
  }

  private static PairedBootstrap.Difference at(SweepData data, double t) {
    return BOOTSTRAP.difference(data, "one", "two", Cost.TOKENS, t);
  }

  @Test
  void difference_halfOfTwenty_isTheBinomialsQuantiles() {
    // Of Bin(20, 1/2), 2.07 % lie at 5 and below, 5.77 % at 6 and below.
    PairedBootstrap.Difference d = at(data(20, 10), 100);
    assertThat(d.mean()).isCloseTo(0.5, within(1e-12));
    assertThat(d.low()).isCloseTo(0.30, within(1e-12));
    assertThat(d.high()).isCloseTo(0.70, within(1e-12));
    assertThat(d.pairs()).isEqualTo(20);
  }

  @Test
  void difference_ofTwoProblems_reachesFromOneToTheOther() {
    PairedBootstrap.Difference d = at(data(2, 1), 100);
    assertThat(List.of(d.mean(), d.low(), d.high())).containsExactly(0.5, 0.0, 1.0);
  }

  @Test
  void difference_beforeAnyIsSolved_isNone() {
    PairedBootstrap.Difference d = at(data(5, 5), 39);
    assertThat(List.of(d.mean(), d.low(), d.high())).containsExactly(0.0, 0.0, 0.0);
  }

  @Test
  void difference_runsWithoutPartner_doNotCount() {
    SweepData data = Runs.data(
        Runs.spent("a", "one", 1, 100, 3),
        Runs.solved("a", "one", 9, 1, 3),
        Runs.solved("a", "two", 1, 40, 1),
        Runs.spent("a", "two", 2, 100, 1),
        Runs.solved("b", "two", 1, 40, 1));
    PairedBootstrap.Difference d = at(data, 100);
    assertThat(d.mean()).isEqualTo(1.0);
    assertThat(d.problems()).isEqualTo(1);
    assertThat(d.pairs()).isEqualTo(1);
  }

  @Test
  void difference_sameSeed_isTheSame() {
    SweepData data = data(7, 3);
    assertThat(at(data, 100)).isEqualTo(at(data, 100));
    assertThat(BOOTSTRAP.difference(Runs.data(), "one", "two", Cost.TOKENS, 1).problems())
        .isZero();
  }

  @Test
  void bootstrap_noResamples_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedBootstrap(0, 1))
        .withMessageContaining("resamples is 0; allowed: 1 to");
  }
}
