package dev.vmcts.search;

import dev.vmcts.verify.Acceptance.Accepted;
import java.util.Optional;

/** How a search ended, with what, and what it spent. */
public final class SearchResult {

  private final Outcome outcome;
  private final Optional<Accepted> solution;
  private final Optional<Unjudged> unjudged;
  private final Statistics statistics;

  private SearchResult(
      Outcome outcome,
      Optional<Accepted> solution,
      Optional<Unjudged> unjudged,
      Statistics statistics) {
    this.outcome = outcome;
    this.solution = solution;
    this.unjudged = unjudged;
    this.statistics = statistics;
  }

  static SearchResult solved(Accepted solution, Statistics statistics) {
    return new SearchResult(Outcome.SOLVED, Optional.of(solution), Optional.empty(), statistics);
  }

  static SearchResult unsolved(
      Outcome outcome, Optional<Unjudged> unjudged, Statistics statistics) {
    if (outcome == Outcome.SOLVED) {
      throw new IllegalArgumentException("solved without a solution");
    }
    return new SearchResult(outcome, Optional.empty(), unjudged, statistics);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The accepted program; there just when the outcome is {@link Outcome#SOLVED}. */
  public Optional<Accepted> solution() {
    return solution;
  }

  /** The first whole program that could not be told, when none was accepted. */
  public Optional<Unjudged> unjudged() {
    return unjudged;
  }

  public Statistics statistics() {
    return statistics;
  }
}
