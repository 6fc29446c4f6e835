package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;

/**
 * Tree search whose expansions sample the whole rest of a program.
 *
 * <p>With {@link Reward#NOVELTY}, after RMaxTS (Xin et al., DeepSeek-Prover-V1.5, arXiv 2408.08152): the text is cut at the
 * first step that is refused, what stands before it joins the tree, and an expansion is worth something when any of it is
 * new. With {@link Reward#OUTCOME}, the classical rollout: an expansion is worth something only when it ends in an
 * accepted program, so the verifier's word on prefixes guides nothing.
 */
final class RestStrategy implements Strategist {

  /** What an expansion is rewarded for. */
  enum Reward {
    NOVELTY,
    OUTCOME
  }

  private final Reward reward;

  RestStrategy(Reward reward) {
    this.reward = reward;
  }

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
      Growth growth = expander.rest(node);
      boolean failed =
          reward == Reward.OUTCOME && growth.rewarded() && expander.solution().isEmpty();
      expander.backpropagate(failed ? Growth.refused(growth.node()) : growth);
    }
    return expander.solution().get();
  }
}
