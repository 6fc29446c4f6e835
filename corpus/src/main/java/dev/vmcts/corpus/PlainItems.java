package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.corpus.Prover.Proof;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items without definitions: laws of propositional logic, linear arithmetic. */
final class PlainItems {

  private static final int CHECKS = 40;
  private static final int TRIALS = 60;

  private final VerifierSession session;
  private final Dice dice;
  private final Names names;

  PlainItems(VerifierSession session, Dice dice, Names names) {
    this.session = session;
    this.dice = dice;
    this.names = names;
  }

  @Nullable
  Item make() throws VerifierException, InterruptedException {
    boolean logic = dice.chance(0.5);
    String name = names.statement(
        logic ? "logic" : "arith", dice.word("law fact prop lemma comm assoc dist imp"));
    String text = logic ? logic() : arithmetic();
    if (text.isEmpty()) {
      return null;
    }
    VerifierState stated =
        Prover.step(session, session.root(), "Lemma " + name + " : " + text + ".");
    Hints hints = new Hints(List.of(), Map.of(), Map.of(), List.of(), List.of());
    Proof proof = stated == null ? null : new Prover(session, dice, CHECKS).prove(stated, hints);
    if (proof == null || proof.steps().size() < 2) {
      return null;
    }
    return new Item(
        logic ? "logic" : "arithmetic",
        Fingerprint.of(List.of(), text),
        List.of(),
        List.of(),
        List.of(new Theorem(name, text, text, proof.steps())));
  }

  private String logic() {
    List<String> letters =
        dice.shuffled(List.of("P", "Q", "R", "A", "B")).subList(0, dice.between(2, 3));
    String premise = formula(letters, 2);
    String conclusion = formula(letters, dice.between(1, 2));
    String left = premise.contains("->") ? "(" + premise + ")" : premise;
    return "forall " + String.join(" ", letters) + " : Prop, " + left + " -> " + conclusion;
  }

  private String formula(List<String> letters, int depth) {
    if (depth == 0 || dice.chance(0.2)) {
      return dice.pick(letters);
    }
    String a = formula(letters, depth - 1);
    String b = formula(letters, depth - 1);
    return (a.contains(" ") ? "(" + a + ")" : a)
        + dice.of(" /\\ ", " \\/ ", " -> ")
        + (b.contains(" ") ? "(" + b + ")" : b);
  }

  private String arithmetic() {
    List<Parameter> variables = new ArrayList<>();
    for (String v :
        dice.shuffled(List.of("a", "b", "n", "m", "x", "y")).subList(0, dice.between(1, 3))) {
      variables.add(new Parameter(v, "nat"));
    }
    Term proposition = relation(variables);
    for (int i = dice.below(3); i > 0; i--) {
      proposition = Term.op("->", relation(variables), proposition);
    }
    Statement s = Statement.about(variables, proposition);
    Evaluator evaluator = new Evaluator();
    boolean vacuous = !s.premises().isEmpty();
    for (int i = 0; i < TRIALS; i++) {
      Map<String, Value> values = new HashMap<>();
      s.variables().forEach(v -> values.put(v.name(), new Value.Nat(dice.below(6))));
      if (!evaluator.holds(proposition, values)) {
        return "";
      }
      vacuous &= !s.premises().stream().allMatch(p -> evaluator.holds(p, values));
    }
    return vacuous || s.variables().isEmpty() ? "" : s.text(true);
  }

  private Term relation(List<Parameter> variables) {
    return Term.op(dice.of("=", "<=", "<", "<=", ">"), sum(variables), sum(variables));
  }

  private Term sum(List<Parameter> variables) {
    List<Term> parts = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      Term x = dice.pick(variables).variable();
      parts.add(
          dice.chance(0.3)
              ? Term.num(dice.between(1, 3))
              : dice.chance(0.2) ? Term.op("*", Term.num(2), x) : x);
    }
    return Context.join("+", parts);
  }
}
