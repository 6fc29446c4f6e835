package dev.vmcts.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts what a search spends and says when its budget has run out. For the holder of the search's {@link Monitor}. */
final class Meter {

  private final Budget budget;
  private final InstantSource clock;
  private final Instant start;
  private long expansions;
  private long tokens;
  private long reserved;
  private long verifierCalls;
  private Duration model = Duration.ZERO;
  private Duration verifier = Duration.ZERO;

  Meter(Budget budget, InstantSource clock) {
    this.budget = budget;
    this.clock = clock;
    this.start = clock.instant();
  }

  Instant now() {
    return clock.instant();
  }

  /** Starts an expansion and gives its number, from 1; throws when any budget has run out. */
  long expand() throws BudgetSpentException {
    if (expansions >= budget.expansions()) {
      throw new BudgetSpentException();
    }
    check();
    return ++expansions;
  }

  /** Counts a proposal; gives the time that it took. */
  Duration sampled(Instant since, int sampledTokens) {
    Duration took = since(since);
    tokens += sampledTokens;
    model = model.plus(took);
    return took;
  }

  /** Counts calls to the verifier; gives the time that they took. */
  Duration verified(Instant since, int calls) {
    Duration took = since(since);
    verifierCalls += calls;
    verifier = verifier.plus(took);
    return took;
  }

  /** Throws when a budget has run out that an expansion under way may not overdraw. */
  void check() throws BudgetSpentException {
    if (tokens >= budget.tokens()
        || verifierCalls >= budget.verifierCalls()
        || since(start).compareTo(budget.time()) >= 0) {
      throw new BudgetSpentException();
    }
  }

  /** Whether so many tokens may be left, depending on how many the proposals that are under way will use. */
  boolean scarce(int wanted) {
    return reserved > 0 && budget.tokens() - tokens - reserved < wanted;
  }

  /** Sets tokens aside for a proposal, as many as are wanted and left; gives how many. */
  int reserve(int wanted) {
    int granted = (int) Math.min(wanted, budget.tokens() - tokens - reserved);
    reserved += granted;
    return granted;
  }

  /** Takes back what was set aside for a proposal. */
  void release(int granted) {
    reserved -= granted;
  }

  Statistics statistics() {
    return new Statistics(
        expansions,
        tokens,
        verifierCalls,
        seconds(model),
        seconds(verifier),
        seconds(since(start)));
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private Duration since(Instant instant) {
    return Duration.between(instant, clock.instant());
  }
}
