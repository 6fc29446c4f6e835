package dev.vmcts.corpus;

import dev.vmcts.verify.Goal;
import java.util.List;

/**
 * One tactic of a proof that was found.
 *
 * @param tactic the sentence
 * @param goal the goal that it was applied to
 * @param open how many goals were open before it
 * @param children how many goals it left in place of that one
 * @param failed other tactics that were refused on this goal
 */
record ProofStep(String tactic, Goal goal, int open, int children, List<String> failed) {

  public ProofStep {
    failed = List.copyOf(failed);
  }
}
