package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tree search over verified prefixes with progressive widening (arXiv 2402.08147, section 3).
 *
 * <p>The policy of {@link Tree} says which prefix grows; what an expansion samples and is rewarded for differs. Several
 * workers may be at it, each with an expansion of its own.
 */
final class TreeStrategy implements Strategist {

  /** What an expansion samples, and what it is rewarded for. */
  enum Expansion {
    /**
     * One step, in chunks until the verifier has an opinion. A verified step joins the tree and sends +1 up; a refused one
     * sends -1 up; one that the verifier could not judge sends nothing.
     */
    STEP,
    /**
     * The rest of the program, cut at the first step that is refused. It is worth something when any prefix of it is new
     * (after RMaxTS; Xin et al., DeepSeek-Prover-V1.5, arXiv 2408.08152).
     */
    REST_FOR_NOVELTY,
    /**
     * The same text, worth something only when it ends in an accepted program: the classical rollout, in which the
     * verifier's word on prefixes guides nothing.
     */
    REST_FOR_OUTCOME
  }

  private final Expansion expansion;

  TreeStrategy(Expansion expansion) {
    this.expansion = expansion;
  }

  @Override
  public Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    return run(desk, new Expander(desk));
  }

  /** As {@link #run(Desk)}, with the first worker's expander. */
  Accepted run(Desk desk, Expander first)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    first.begin();
    int workers = desk.settings().workers();
    if (workers == 1) {
      work(first, desk.monitor());
    } else {
      List<Crew.Loop> loops = new ArrayList<>();
      for (int i = 1; i <= workers; i++) {
        Expander expander = i == 1 ? first : first.of(i);
        loops.add(() -> work(expander, desk.monitor()));
      }
      new Crew(desk.monitor()).run(loops);
    }
    return first.solution().orElseThrow();
  }

  private void work(Expander expander, Monitor monitor)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Tree tree = expander.tree();
    while (expander.solution().isEmpty()) {
      monitor.giveWay();
      Node node = tree.select();
      tree.begin(node);
      Growth growth;
      try {
        growth = grow(expander, node);
      } finally {
        tree.end(node);
      }
      expander.backpropagate(growth);
    }
  }

  private Growth grow(Expander expander, Node node)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    if (expansion == Expansion.STEP) {
      return expander.step(node);
    }
    Growth growth = expander.rest(node);
    boolean failed = expansion == Expansion.REST_FOR_OUTCOME
        && growth.rewarded()
        && expander.solution().isEmpty();
    return failed ? Growth.refused(growth.node()) : growth;
  }
}
