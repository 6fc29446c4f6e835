package dev.vmcts.cli.sweep;

import java.util.List;

/**
 * pass@T of one way of searching: the share of runs that are solved within T tokens, or seconds, taken for each problem and
 * then averaged over the problems.
 *
 * <p>The measure is that of Brandfonbrener et al., "VerMCTS: Synthesizing Multi-Step Programs using a Verifier, a Large Language
 * Model, and Tree Search" (arXiv 2402.08147): the pass rate of a budget of T sampled tokens. Its interval is Wilson's at
 * 95 %; it tells how well the runs settle the mean over these problems, not over other ones.
 */
public final class PassAt {

  /**
   * pass@T at one T.
   *
   * @param share from 0 to 1
   * @param interval Wilson's at 95 %
   * @param atLeast whether a run was cut short before T, so that the share may be larger
   */
  public record Point(double share, Wilson interval, boolean atLeast) {}

  /** The runs of one problem, costs in ascending order. */
  private record Group(List<Double> solved, int runs) {}

  private final List<Group> groups;
  private final double trials;
  private final double firstCut;

  private PassAt(List<Group> groups, double firstCut) {
    this.groups = groups;
    this.trials = Math.pow(groups.size(), 2)
        / groups.stream().mapToDouble(g -> 1.0 / g.runs()).sum();
    this.firstCut = firstCut;
  }

  /**
   * Of the runs of an arm.
   *
   * @param byProblem a list for each problem, none empty, at least one
   */
  static PassAt of(List<List<SweepRun>> byProblem, Cost cost) {
    if (byProblem.isEmpty() || byProblem.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("pass@T of no runs; needed: one for each problem");
    }
    List<Group> groups = byProblem.stream()
        .map(runs -> new Group(
            runs.stream()
                .filter(SweepRun::solved)
                .mapToDouble(cost::of)
                .sorted()
                .boxed()
                .toList(),
            runs.size()))
        .toList();
    double firstCut = byProblem.stream()
        .flatMap(List::stream)
        .filter(SweepRun::cutShort)
        .mapToDouble(cost::of)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
    return new PassAt(groups, firstCut);
  }

  Point at(double t) {
    double share = groups.stream()
        .mapToDouble(g -> (double) within(g.solved(), t) / g.runs())
        .average()
        .orElse(0);
    return new Point(share, Wilson.ofShare(share, trials), firstCut < t);
  }

  /** How many of the ascending costs are at most t. */
  private static int within(List<Double> costs, double t) {
    int low = 0;
    int high = costs.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (costs.get(middle) <= t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
