package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Best-first search: the prefix whose steps the model found most probable grows next, by several steps at once.
 *
 * <p>A prefix of L steps is worth the sum of the log-probabilities of its steps divided by the square root of L, so that
 * long proofs are not shunned (Xin et al., BFS-Prover, arXiv 2502.03438, with exponent 1/2). A prefix that has grown comes
 * back with a malus, since sampling may bring other steps next time.
 */
final class BestFirstStrategy implements Strategist {

  /** Steps that are asked for each time that a prefix grows. */
  private static final int WIDTH = 4;

  /** Nats taken off each time that a prefix has grown. */
  private static final double MALUS = 2;

  /** A prefix that may grow, with its worth; earlier ones come first among equals. */
  private record Entry(Node node, double worth, long number) {}

  @Override
  public Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Expander expander = new Expander(desk);
    expander.begin();
    PriorityQueue<Entry> frontier = new PriorityQueue<>(
        Comparator.comparingDouble(Entry::worth).reversed().thenComparingLong(Entry::number));
    long number = 0;
    Node first = expander.tree().newest();
    frontier.add(new Entry(first, 0, number++));
    while (true) {
      Entry best = frontier.remove();
      for (int i = 0; i < WIDTH; i++) {
        Growth growth = expander.step(best.node());
        expander.backpropagate(growth);
        if (expander.solution().isPresent()) {
          return expander.solution().get();
        }
        if (growth.rewarded()) {
          frontier.add(new Entry(growth.node(), worth(growth.node()), number++));
        }
      }
      frontier.add(new Entry(best.node(), best.worth() - MALUS, number++));
    }
  }

  private static double worth(Node node) {
    double sum = 0;
    for (Node n = node; n != null; n = n.parent()) {
      sum += n.logProbability();
    }
    return sum / Math.sqrt(Math.max(1, node.depth()));
  }
}
