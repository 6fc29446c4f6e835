package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;

/**
 * Depth-first search: goes on from the newest prefix, and back to its parent after so many refused steps in a row.
 *
 * <p>When the root has had its share too, everything starts again below it with twice the patience, so that no prefix is
 * given up for ever.
 */
final class DepthFirstStrategy implements Strategist {

  /** Tries that a prefix gets in the first round. */
  private static final int TRIES = 4;

  @Override
  public Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Expander expander = new Expander(desk);
    expander.begin();
    for (int tries = TRIES; expander.solution().isEmpty(); tries = Math.min(1 << 20, 2 * tries)) {
      round(expander, tries);
    }
    return expander.solution().get();
  }

  private static void round(Expander expander, int tries)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Node node = expander.tree().newest();
    while (node != null && expander.solution().isEmpty()) {
      Growth growth = Growth.refused(node);
      for (int i = 0; i < tries && !growth.rewarded(); i++) {
        growth = expander.step(node);
        expander.backpropagate(growth);
      }
      node = growth.rewarded() ? growth.node() : node.parent();
    }
  }
}
