package dev.vmcts.cli.sweep;

import dev.vmcts.search.Outcome;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.Statistics;
import java.util.Objects;

/**
 * One search of a sweep, a line of its file.
 *
 * @param problem the problem's file as the user named it, with slashes
 * @param arm the way of searching
 * @param outcome how it ended, in the words of {@link Outcome}
 * @param tokens sampled tokens
 * @param modelSeconds wall time in the model
 * @param verifierSeconds wall time in the verifier
 * @param seconds wall time of the search
 */
public record SweepRun(
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
  public record Key(String problem, String arm, long seed) {
    @Override
    public String toString() {
      return problem + ", " + arm + ", seed " + seed;
    }
  }

  public SweepRun {
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(arm, "arm");
    Outcome.valueOf(outcome);
    if (tokens < 0 || !(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          tokens + " tokens and " + seconds + " seconds; allowed: 0 or more");
    }
  }

  public static SweepRun of(Key key, SearchResult result) {
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

  public Key key() {
    return new Key(problem, arm, seed);
  }

  public boolean solved() {
    return outcome.equals(Outcome.SOLVED.name());
  }

  /** Whether a larger budget could have ended it otherwise. */
  public boolean cutShort() {
    return !solved() && !outcome.equals(Outcome.EXHAUSTED.name());
  }
}
