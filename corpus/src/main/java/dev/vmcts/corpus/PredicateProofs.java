package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.PredicateWords.Order;
import dev.vmcts.corpus.Prover.Proof;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves claims about predicates.
 *
 * <p>A proof that follows the predicates is looked for first; induction on the variables proves much of it too, but at
 * greater length than a person would want. Of several proofs the shortest is taken.
 */
final class PredicateProofs {

  private static final int CHECKS = 50;
  private static final int ATTEMPTS = 3;
  private static final int SHORT_ENOUGH = 4;
  private static final int LONGEST = 14;

  private final VerifierSession session;
  private final Dice dice;
  private final PredicatePlan plan;

  PredicateProofs(VerifierSession session, Dice dice, PredicatePlan plan) {
    this.session = session;
    this.dice = dice;
    this.plan = plan;
  }

  /** A proof of the claim that the state has just opened; null when none was found, or only long ones. */
  @Nullable
  Proof prove(VerifierState stated, String claim, Order order)
      throws VerifierException, InterruptedException {
    Proof best = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      boolean onVariables = (i == ATTEMPTS - 1 && best == null) || dice.chance(0.15);
      List<Parameter> variables = onVariables ? plan.words.variables(claim, order) : List.of();
      Proof proof = new Prover(session, dice, CHECKS).prove(stated, hints(variables));
      if (proof != null && (best == null || proof.steps().size() < best.steps().size())) {
        best = proof;
      }
      if (best != null && best.steps().size() <= SHORT_ENOUGH) {
        return best;
      }
    }
    return best == null || best.steps().size() > LONGEST ? null : best;
  }

  private Hints hints(List<Parameter> variables) {
    Map<String, DataType> types =
        new HashMap<>(Map.of("nat", DataType.NAT, "list nat", DataType.LIST));
    DataType data = plan.data;
    if (data != null) {
      types.put(data.name(), data);
    }
    return new Hints(
        variables,
        types,
        Map.of(),
        List.of(),
        plan.functions.stream().map(Definition::name).toList(),
        plan.predicates);
  }
}
