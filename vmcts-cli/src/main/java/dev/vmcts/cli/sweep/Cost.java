package dev.vmcts.cli.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search spends, and within which it has to be solved to count. */
public enum Cost {
  /** Sampled tokens. */
  TOKENS(100),
  /** Seconds of wall time. */
  SECONDS(1);

  private static final double WHOLE_FROM = 10;
  private static final double NEAR = 1.02;

  private final double firstStandard;

  Cost(double firstStandard) {
    this.firstStandard = firstStandard;
  }

  /** What a run spent. */
  double of(SweepRun run) {
    return this == TOKENS ? run.tokens() : run.seconds();
  }

  /** The word for it, which is also in the names of files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The most that any of the runs spent. */
  double most(List<SweepRun> runs) {
    return runs.stream().mapToDouble(this::of).max().orElse(0);
  }

  /**
   * The T at which tables give pass@T: 1 and 5 times the powers of ten, up to the budget if a run was cut short by it, else to
   * the first at which every run had ended.
   */
  List<Double> standard(List<SweepRun> runs) {
    double most = most(runs);
    double budget = most(runs.stream().filter(SweepRun::cutShort).toList());
    List<Double> standard = new ArrayList<>();
    double t = firstStandard;
    for (boolean one = true; t < most; one = !one) {
      standard.add(t);
      t *= one ? 5 : 2;
    }
    double last = budget < most ? t : most < WHOLE_FROM ? most : Math.floor(most);
    if (standard.isEmpty() || last > NEAR * standard.get(standard.size() - 1)) {
      standard.add(last);
    }
    return standard;
  }
}
