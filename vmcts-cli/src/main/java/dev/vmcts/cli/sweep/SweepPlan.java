package dev.vmcts.cli.sweep;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep is to do: every problem in every arm with every seed.
 *
 * @param problems each problem's name in the results, and its file
 * @param arms each arm's name and options of {@code synth}
 * @param seeds seeds 1 to that number
 * @param jobs searches at a time
 * @param shards parts that a cluster works on
 * @param failUnder least percentage of solved runs
 * @param output the folder for everything that is written, when it is said
 */
public record SweepPlan(
    Map<String, Path> problems,
    Map<String, String> arms,
    int seeds,
    int jobs,
    int shards,
    double failUnder,
    Optional<Path> output) {

  /** A sweep of which nothing is said. */
  public static final SweepPlan DEFAULT =
      new SweepPlan(Map.of(), Map.of("vermcts", ""), 5, 1, 1, 0, Optional.empty());

  static final int MOST_SEEDS = 100_000;
  static final int MOST_JOBS = 1024;
  static final int MOST_SHARDS = 999_999;

  public SweepPlan {
    problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    check("seeds", seeds, 1, MOST_SEEDS);
    check("jobs", jobs, 1, MOST_JOBS);
    check("shards", shards, 1, MOST_SHARDS);
    if (!(failUnder >= 0 && failUnder <= 100)) {
      throw new IllegalArgumentException("fail-under is " + failUnder + "; allowed: 0 to 100");
    }
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + "; allowed: " + least + " to " + most);
    }
  }

  public SweepPlan withProblems(Map<String, Path> others) {
    return new SweepPlan(others, arms, seeds, jobs, shards, failUnder, output);
  }

  public SweepPlan withArms(Map<String, String> others) {
    return new SweepPlan(problems, others, seeds, jobs, shards, failUnder, output);
  }

  public SweepPlan withSeeds(int other) {
    return new SweepPlan(problems, arms, other, jobs, shards, failUnder, output);
  }

  public SweepPlan withJobs(int other) {
    return new SweepPlan(problems, arms, seeds, other, shards, failUnder, output);
  }

  public SweepPlan withShards(int other) {
    return new SweepPlan(problems, arms, seeds, jobs, other, failUnder, output);
  }

  public SweepPlan withFailUnder(double other) {
    return new SweepPlan(problems, arms, seeds, jobs, shards, other, output);
  }

  public SweepPlan withOutput(Path other) {
    return new SweepPlan(problems, arms, seeds, jobs, shards, failUnder, Optional.of(other));
  }
}
