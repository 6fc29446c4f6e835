package dev.vmcts.cli;

import dev.vmcts.search.SearchResult;
import dev.vmcts.search.Statistics;

/**
 * One search of a sweep, a line of its file.
 *
 * @param problem the problem's file as the user named it, with slashes
 * @param arm the way of searching
 * @param outcome how it ended, in the words of {@code Outcome}
 * @param tokens sampled tokens
 * @param seconds wall time of the search
 */
record SweepRun(
    String problem,
    String arm,
    long seed,
    String outcome,
    long tokens,
    long expansions,
    long verifierCalls,
    double modelSeconds,
    double verifierSeconds,
    double seconds) {

  /** What is searched, apart from how it went. */
  record Key(String problem, String arm, long seed) {}

  static SweepRun of(Key key, SearchResult result) {
    Statistics s = result.statistics();
    return new SweepRun(
        key.problem(),
        key.arm(),
        key.seed(),
        result.outcome().name(),
        s.tokens(),
        s.expansions(),
        s.verifierCalls(),
        s.modelSeconds(),
        s.verifierSeconds(),
        s.totalSeconds());
  }

  Key key() {
    return new Key(problem, arm, seed);
  }

  boolean solved() {
    return outcome.equals("SOLVED");
  }
}
