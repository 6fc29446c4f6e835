package dev.vmcts.cli.sweep;

import java.util.List;
import java.util.Map;

/** Runs for tests. */
final class Runs {

  private Runs() {}

  static SweepRun solved(String problem, String arm, long seed, long tokens, double seconds) {
    return run(problem, arm, seed, "SOLVED", tokens, seconds);
  }

  static SweepRun spent(String problem, String arm, long seed, long tokens, double seconds) {
    return run(problem, arm, seed, "BUDGET_SPENT", tokens, seconds);
  }

  static SweepRun run(
      String problem, String arm, long seed, String outcome, long tokens, double seconds) {
    return new SweepRun(problem, arm, seed, outcome, tokens, 7, 11, 0.25, 0.5, seconds);
  }

  static SweepData data(SweepRun... runs) {
    return new SweepData(SweepManifest.EMPTY, List.of(runs));
  }

  static SweepManifest manifest(int seeds, String problem, String arm, String options) {
    return new SweepManifest(
        SweepManifest.VERSION,
        seeds,
        Map.of(problem, "hash of " + problem),
        Map.of(arm, new SweepManifest.Arm(options, "")));
  }
}
