package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;

/**
 * Tree search over verified prefixes with progressive widening (arXiv 2402.08147, section 3).
 *
 * <p>An expansion samples chunks until the verifier has an opinion. A verified step joins the tree and sends +1 up; a
 * refused one sends -1 up; one that the verifier could not judge sends nothing.
 */
final class VermctsStrategy implements Strategist {

  @Override
  public Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Expander expander = new Expander(desk);
    Tree tree = expander.tree();
    expander.begin();
    while (expander.solution().isEmpty()) {
      Node node = tree.select();
      tree.visitWiden(node);
      expander.backpropagate(expander.step(node));
    }
    return expander.solution().get();
  }
}
