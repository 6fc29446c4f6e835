package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.corpus.PredicateWords.Order;
import dev.vmcts.corpus.Prover.Proof;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items about inductive predicates: on numbers, lists, trees and states. */
final class PredicateItems {

  private static final int TRIED = 5;

  private final VerifierSession session;
  private final Dice dice;
  private final Names names;
  private final Set<String> excluded;

  PredicateItems(VerifierSession session, Dice dice, Names names, Set<String> excluded) {
    this.session = session;
    this.dice = dice;
    this.names = names;
    this.excluded = excluded;
  }

  /** An item; null when Coq refuses a part of it, nothing could be proven, or a problem has the same. */
  @Nullable
  Item make() throws VerifierException, InterruptedException {
    PredicatePlan plan = switch (dice.below(10)) {
      case 0, 1, 2 -> NumberPredicates.make(dice, names);
      case 3, 4 -> ListPredicates.make(dice, names);
      case 5, 6, 7 -> ListRelations.make(dice, names);
      case 8 -> TreePredicates.make(dice, names);
      default -> StatePredicates.make(dice, names);
    };
    List<String> types = new ArrayList<>(plan.types);
    plan.predicates.forEach(p -> types.add(p.text()));
    List<String> texts = new ArrayList<>(types);
    for (Definition f : plan.functions) {
      texts.add(f.text());
      if (excluded.contains(Fingerprint.of(texts, f.name()))) {
        return null;
      }
    }
    VerifierState state = session.root();
    for (String text : texts) {
      state = Prover.step(session, state, text);
      if (state == null) {
        return null;
      }
    }
    for (Definition f : plan.functions) {
      for (String equation : f.equations()) {
        if (!Prover.reflexive(session, state, equation)) {
          return null;
        }
      }
    }
    List<Theorem> theorems = theorems(state, plan, texts);
    if (theorems.isEmpty()) {
      return null;
    }
    String key = Fingerprint.of(texts, theorems.get(0).statement());
    return new Item("predicates of " + plan.kind, key, types, plan.functions, theorems);
  }

  private List<Theorem> theorems(VerifierState start, PredicatePlan plan, List<String> texts)
      throws VerifierException, InterruptedException {
    List<Theorem> theorems = new ArrayList<>();
    VerifierState state = start;
    int wanted = dice.of(1, 1, 2, 2, 3);
    int tried = 0;
    for (String claim : dice.shuffled(plan.claims.stream().distinct().toList())) {
      Order order = dice.of(Order.AS_USED, Order.NUMBERS_FIRST, Order.DATA_FIRST);
      if (theorems.size() == wanted || tried++ >= TRIED || leftOut(plan, claim, texts)) {
        continue;
      }
      String text = plan.words.statement(claim, order, dice.chance(0.35));
      String name = names.statement(
          dice.pick(plan.predicates).name(),
          dice.word("spec holds fact lemma inv ok prop keeps true law"));
      VerifierState stated = Prover.step(session, state, "Lemma " + name + " : " + text + ".");
      if (stated == null) {
        continue;
      }
      Proof proof = new PredicateProofs(session, dice, plan).prove(stated, claim, order);
      if (proof != null) {
        String words = plan.words.statement(claim, order, false);
        theorems.add(new Theorem(name, text, words, proof.steps()));
        state = proof.after();
      }
    }
    return theorems;
  }

  /** Whether a problem states the same, in whichever order, of the predicates in whichever style. */
  private boolean leftOut(PredicatePlan plan, String claim, List<String> texts) {
    for (Order order : Order.values()) {
      String text = plan.words.statement(claim, order, false);
      if (excluded.contains(Fingerprint.of(texts, text))
          || plan.declarations().stream()
              .anyMatch(plain -> excluded.contains(Fingerprint.of(plain, text)))) {
        return true;
      }
    }
    return false;
  }
}
