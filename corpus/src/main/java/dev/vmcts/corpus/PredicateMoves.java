package dev.vmcts.corpus;

import dev.vmcts.corpus.Predicate.Case;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tactics that a person might try on a goal with inductive predicates. */
final class PredicateMoves {

  /** Takes a tactic; the lower its cost, the sooner it is tried. */
  interface Adder {
    void add(double cost, String tactic);
  }

  private static final Pattern SUCCESSOR = Pattern.compile("([2-5]) \\* S (\\w+'?)");
  private static final Pattern COMPARISON = Pattern.compile(" (<=?|>=?|<>|=) ");

  private final Dice dice;
  private final PredicateGoal goal;
  private final Adder moves;
  private final String conclusion;

  PredicateMoves(Dice dice, Hints hints, Goal goal, Adder moves) {
    this.dice = dice;
    this.goal = new PredicateGoal(hints, goal);
    this.moves = moves;
    this.conclusion = goal.conclusion();
  }

  /** Adds moves; none for a statement without predicates. */
  void suggest(String previous, int inductions, boolean quantified) {
    if (goal.hints.predicates().isEmpty()) {
      return;
    }
    new PredicateFacts(dice, goal, moves).suggest(previous, inductions, quantified);
    if (quantified) {
      if (conclusion.startsWith("~ ")) {
        moves.add(0.2, dice.of("intros ", "intro ") + goal.fresh("H") + ".");
        String h = goal.fresh("H");
        moves.add(0.3, "intros " + h + "; inversion " + h + ".");
      }
      return;
    }
    if (previous.startsWith("inversion ") && !previous.contains("subst")) {
      moves.add(-0.3, "subst.");
    }
    construct();
    calculate();
    membership();
    witnesses();
  }

  private void construct() {
    Predicate p = goal.predicate(conclusion);
    if (p == null) {
      return;
    }
    List<String> arguments = PredicateGoal.arguments(conclusion);
    List<Case> fitting =
        p.cases().stream().filter(c -> goal.fits(c, arguments, false)).toList();
    double cost = fitting.size() == 1 ? -0.1 : 0.4;
    for (Case c : fitting) {
      apply(c, cost);
    }
    if (!fitting.isEmpty()) {
      moves.add(cost + 0.2, "constructor.");
      if (dice.chance(0.5)) {
        moves.add(
            cost + 0.3, dice.of("constructor; auto.", "constructor; auto.", "constructor; lia."));
      }
      if (goal.names.stream().noneMatch(n -> Moves.mentions(conclusion, n))) {
        moves.add(-0.4, "repeat constructor.");
        moves.add(
            0.2, dice.of("repeat (constructor; try lia).", "repeat constructor; lia.", "auto."));
      }
    }
    if (!goal.facts.isEmpty()) {
      moves.add(0.9, "auto.");
      moves.add(1.7, "eauto.");
    }
    for (Hypothesis h : goal.facts) {
      if (h.name().startsWith("IH") && h.type().contains(p.name() + " ")) {
        moves.add(0.3, "apply " + h.name() + dice.of(".", ".", "; auto."));
      }
    }
  }

  private void apply(Case c, double cost) {
    List<Parameter> missing = c.variables().stream()
        .filter(v -> c.arguments().stream().noneMatch(a -> Moves.mentions(a, v.name())))
        .toList();
    if (missing.isEmpty()) {
      moves.add(cost, "apply " + c.name() + ".");
      if (dice.chance(0.3) && !c.premises().isEmpty()) {
        boolean compares =
            c.premises().stream().anyMatch(t -> COMPARISON.matcher(t).find());
        moves.add(cost + 0.3, "apply " + c.name() + (compares ? "; try lia." : "; auto."));
      }
      return;
    }
    if (missing.size() == 1) {
      String wanted = missing.get(0).type();
      DataType type = goal.hints.types().get(wanted);
      if (type != null && type.kind() == DataType.Kind.ENUMERATION && dice.chance(0.7)) {
        dice.shuffled(type.constructors()).stream()
            .filter(k -> !Moves.mentions(conclusion, k.name()))
            .limit(2)
            .forEach(k -> moves.add(cost + 0.5, "apply " + c.name() + " with " + k.name() + "."));
        moves.add(cost + 0.6, "repeat econstructor.");
      }
      goal.data.stream()
          .filter(h ->
              h.type().equals(wanted) && !PredicateGoal.arguments(conclusion).contains(h.name()))
          .limit(3)
          .forEach(h -> moves.add(cost + 0.2, "apply " + c.name() + " with " + h.name() + "."));
    }
    moves.add(cost + 0.3, "eapply " + c.name() + "; eauto.");
    moves.add(cost + 0.7, "eapply " + c.name() + ".");
    moves.add(cost + 1, "econstructor; eauto.");
  }

  private void calculate() {
    if (conclusion.contains("+ S ")) {
      moves.add(0.2, dice.of("rewrite Nat.add_succ_r.", "rewrite <- plus_n_Sm."));
    }
    if (conclusion.contains(" + 0")) {
      moves.add(0.5, "rewrite Nat.add_0_r.");
    }
    if (conclusion.contains("++ []")) {
      moves.add(0.2, "rewrite app_nil_r.");
    }
    Matcher m = SUCCESSOR.matcher(conclusion);
    if (m.find()) {
      int k = Integer.parseInt(m.group(1));
      String sum = k + " * " + m.group(2);
      String more =
          k == 2 ? "S (S (" + sum + "))" : k == 3 ? "S (S (S (" + sum + ")))" : k + " + " + sum;
      moves.add(0.4, "replace (" + m.group() + ") with (" + more + ") by lia.");
    }
    if (conclusion.contains(" = ")) {
      moves.add(1.1, dice.of("f_equal; auto.", "f_equal.", "subst; auto."));
    }
    if (goal.facts.stream().anyMatch(f -> f.type().matches("\\w+ = \\w+"))) {
      moves.add(0.4, "subst.");
    }
    if (conclusion.contains(" <> ")) {
      moves.add(0.5, dice.of("discriminate.", "discriminate.", "lia.", "congruence."));
    }
  }

  private void membership() {
    for (Hypothesis h : goal.facts) {
      if (h.type().startsWith("In ") && h.type().contains(" :: ") && !h.type().contains("++")) {
        moves.add(0.1, "destruct " + h.name() + " as [" + h.name() + " | " + h.name() + "].");
      } else if (h.type().startsWith("In ") && h.type().endsWith("[]")) {
        moves.add(-1, dice.of("destruct ", "inversion ") + h.name() + ".");
      } else if (h.type().startsWith("In ") && h.type().contains("++")) {
        moves.add(0.8, "apply in_app_iff in " + h.name() + ".");
      }
    }
    if (conclusion.startsWith("In ") && conclusion.contains(" :: ")) {
      moves.add(0.6, dice.of("simpl; auto.", "left; reflexivity.", "left.", "simpl; tauto."));
      moves.add(0.8, dice.of("right.", "right; auto.", "right; assumption."));
    }
  }

  private void witnesses() {
    if (!conclusion.startsWith("exists ")) {
      return;
    }
    String end = dice.of(".", ".", "; auto.", "; lia.", "; reflexivity.");
    for (int i = goal.data.size() - 1; i >= Math.max(0, goal.data.size() - 4); i--) {
      Hypothesis h = goal.data.get(i);
      double cost = 0.3 + 0.15 * (goal.data.size() - 1 - i);
      if (h.type().equals("nat")) {
        moves.add(cost, "exists (S " + h.name() + ")" + end);
        goal.data.stream()
            .filter(d -> d.type().equals("list nat"))
            .limit(2)
            .forEach(
                d -> moves.add(cost + 0.4, "exists (" + h.name() + " :: " + d.name() + ")" + end));
      }
      moves.add(cost + 0.2, "exists " + h.name() + end);
    }
    if (goal.hints.variables().stream().anyMatch(v -> v.type().equals("list nat"))) {
      moves.add(0.8, "exists []" + end);
    }
    moves.add(1.2, "eexists; eauto.");
  }
}
