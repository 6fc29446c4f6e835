package dev.vmcts.search;

import dev.vmcts.verify.Acceptance.Accepted;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a search has found out, whichever of its workers did. For the holder of the search's {@link Monitor}. */
final class Findings {

  private final Set<String> unfit = new HashSet<>();
  private Optional<Accepted> solution = Optional.empty();
  private Optional<Unjudged> unjudged = Optional.empty();
  private int modelFailures;

  /** The program that was accepted; empty until there is one. */
  Optional<Accepted> solution() {
    return solution;
  }

  void solved(Accepted accepted) {
    solution = Optional.of(accepted);
  }

  /** The program that was accepted, as if it had not been: the next search is for another one. */
  Optional<Accepted> takeSolution() {
    Optional<Accepted> taken = solution;
    solution = Optional.empty();
    return taken;
  }

  /** The first program that could not be told. */
  Optional<Unjudged> unjudged() {
    return unjudged;
  }

  void unjudged(Unjudged program) {
    unjudged = Optional.of(unjudged.orElse(program));
  }

  /** Whether one of the verifier's procedures takes too long to be tried again. */
  boolean unfit(String solver) {
    return unfit.contains(solver);
  }

  void foundUnfit(String solver) {
    unfit.add(solver);
  }

  /** Counts a failure of the model; gives how many there were in a row. */
  int modelFailed() {
    return ++modelFailures;
  }

  void modelAnswered() {
    modelFailures = 0;
  }
}
