package dev.vmcts.cli.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How far the pass@T of an arm is above that of the first arm, with a 95 % percentile interval of the bootstrap (Efron and
 * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13). Runs are paired by problem and seed; what is drawn
 * anew are problems, since runs of one problem say little about another.
 *
 * @param resamples how often problems are drawn
 * @param seed of the drawing
 */
public record PairedBootstrap(int resamples, long seed) {

  public static final PairedBootstrap DEFAULT = new PairedBootstrap(10_000, 1);

  private static final int MOST_RESAMPLES = 1_000_000;
  private static final double TAIL = 0.025;

  /**
   * A difference of two pass@T.
   *
   * @param mean of the problems' differences
   * @param low lower end of the interval; equal to the mean when there is one problem only
   * @param problems that both arms have runs of
   * @param pairs of runs
   */
  public record Difference(double mean, double low, double high, int problems, int pairs) {}

  public PairedBootstrap {
    if (resamples < 1 || resamples > MOST_RESAMPLES) {
      throw new IllegalArgumentException(
          "resamples is " + resamples + "; allowed: 1 to " + MOST_RESAMPLES);
    }
  }

  /** The difference at T between an arm and the first one, by the runs that have a partner; none where no run has. */
  Difference difference(SweepData data, String first, String arm, Cost cost, double t) {
    List<Double> differences = new ArrayList<>();
    int pairs = 0;
    for (String problem : data.problems()) {
      Map<Long, SweepRun> partners = new HashMap<>();
      data.runs(first, problem).forEach(run -> partners.put(run.seed(), run));
      int sum = 0;
      int count = 0;
      for (SweepRun run : data.runs(arm, problem)) {
        SweepRun partner = partners.get(run.seed());
        if (partner != null) {
          sum += within(run, cost, t) - within(partner, cost, t);
          count++;
        }
      }
      if (count > 0) {
        differences.add((double) sum / count);
        pairs += count;
      }
    }
    return interval(differences.stream().mapToDouble(Double::doubleValue).toArray(), pairs);
  }

  private static int within(SweepRun run, Cost cost, double t) {
    return run.solved() && cost.of(run) <= t ? 1 : 0;
  }

  private Difference interval(double[] differences, int pairs) {
    int n = differences.length;
    double mean = Arrays.stream(differences).average().orElse(0);
    if (n == 0) {
      return new Difference(mean, mean, mean, 0, 0);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += differences[random.nextInt(n)];
      }
      means[i] = sum / n;
    }
    Arrays.sort(means);
    int low = (int) Math.floor(TAIL * (resamples - 1));
    return new Difference(mean, means[low], means[resamples - 1 - low], n, pairs);
  }
}
