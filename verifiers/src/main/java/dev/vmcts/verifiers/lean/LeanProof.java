package dev.vmcts.verifiers.lean;

import dev.vmcts.verify.Goal;
import java.util.List;

/**
 * What is open in a proof.
 *
 * @param goals the goals of the innermost block, the current one first
 * @param open the number of goals and cases that are open in all blocks
 * @param column the column at which the next tactic of the innermost block stands, from 0
 */
record LeanProof(List<Goal> goals, int open, int column) {

  static final LeanProof NONE = new LeanProof(List.of(), 0, 0);

  LeanProof {
    goals = List.copyOf(goals);
  }
}
