package dev.vmcts.verifiers.coq;

import dev.vmcts.verify.Goal;
import java.util.List;

/**
 * What Coq says of the proof that is open.
 *
 * @param inProof whether one is open
 * @param focused the goals in focus, the current one first
 * @param open the number of all open goals, out of focus and shelved ones included
 * @param all the text of all goals and how they are focused: equal texts, equal proof states
 */
record CoqGoals(boolean inProof, List<Goal> focused, int open, String all) {

  static final CoqGoals NONE = new CoqGoals(false, List.of(), 0, "");

  CoqGoals {
    focused = List.copyOf(focused);
  }
}
