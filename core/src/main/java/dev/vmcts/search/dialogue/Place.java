package dev.vmcts.search.dialogue;

import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;

/**
 * Where a search stands when its person is asked.
 *
 * @param node the prefix; 0 is the empty one
 * @param depth its steps
 * @param state its state
 * @param fills the text of each hole so far
 * @param candidates what was tried here, pruned steps excepted
 * @param missing why the hole cannot end here, in the verifier's words; empty when that is not known
 * @param remark what became of the last wish, when there is something to say; else empty
 * @param solution the program that was accepted last
 */
public record Place(
    int node,
    int depth,
    VerifierState state,
    List<String> fills,
    List<Candidate> candidates,
    String missing,
    String remark,
    Optional<Accepted> solution) {

  public Place {
    fills = List.copyOf(fills);
    candidates = List.copyOf(candidates);
  }

  /** The candidate of a number; empty when there is none, or it was pruned. */
  public Optional<Candidate> candidate(int number) {
    return candidates.stream().filter(c -> c.number() == number).findFirst();
  }
}
