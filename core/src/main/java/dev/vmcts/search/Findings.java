package dev.vmcts.search;

import dev.vmcts.prompt.Brevity;
import dev.vmcts.verify.Acceptance.Accepted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a search has found out, whichever of its workers did. For the holder of the search's {@link Monitor}. */
final class Findings {

  private final Set<String> unfit = new HashSet<>();
  private Optional<Accepted> solution = Optional.empty();
  private Optional<Unjudged> unjudged = Optional.empty();
  private final Map<Integer, Brevity> brevities = new HashMap<>();
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

  /** How much has to be left out of prompts in a hole so that the model's context holds them. */
  Brevity brevity(int hole) {
    return brevities.getOrDefault(hole, Brevity.FULL);
  }

  /** Notes that prompts in a hole are too long all the same; false when nothing more can be left out. */
  boolean shorten(int hole, Brevity tried) {
    Optional<Brevity> next = tried.next();
    next.ifPresent(n -> brevities.merge(hole, n, (a, b) -> a.compareTo(b) < 0 ? b : a));
    return next.isPresent();
  }

  /** Counts a failure of the model; gives how many there were in a row. */
  int modelFailed() {
    return ++modelFailures;
  }

  void modelAnswered() {
    modelFailures = 0;
  }
}
