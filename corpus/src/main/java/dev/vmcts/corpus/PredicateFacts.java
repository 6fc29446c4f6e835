package dev.vmcts.corpus;

import dev.vmcts.corpus.PredicateMoves.Adder;
import dev.vmcts.verify.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tactics that a person might try on a hypothesis that is an instance of an inductive predicate. */
final class PredicateFacts {

  private static final int MOST_FACTS = 11;

  private final Dice dice;
  private final PredicateGoal goal;
  private final Adder moves;

  PredicateFacts(Dice dice, PredicateGoal goal, Adder moves) {
    this.dice = dice;
    this.goal = goal;
    this.moves = moves;
  }

  /** Adds induction, inversion and case analysis on every such hypothesis. */
  void suggest(String previous, int inductions, boolean quantified) {
    for (Hypothesis h : goal.facts) {
      Predicate p = goal.predicate(h.type());
      if (p != null) {
        fact(h, p, previous, inductions, quantified);
      }
    }
  }

  private void fact(
      Hypothesis h, Predicate p, String previous, int inductions, boolean quantified) {
    List<String> arguments = PredicateGoal.arguments(h.type());
    boolean general = goal.names.containsAll(arguments)
        && arguments.stream().distinct().count() == arguments.size();
    long fitting = p.cases().stream().filter(c -> goal.fits(c, arguments, true)).count();
    if (general && isRecursive(p)) {
      if (inductions < 2) {
        induct(h, p, inductions == 0 ? -0.2 : 1.4);
      }
      if (inductions == 0 && !quantified) {
        generalise(h, arguments);
      }
    }
    if (quantified
        || goal.facts.size() > MOST_FACTS
        || previous.startsWith("inversion " + h.name())) {
      return;
    }
    if (fitting == 0) {
      moves.add(-1, "inversion " + h.name() + ".");
      return;
    }
    boolean built = arguments.stream().anyMatch(a -> goal.isBuilt(PredicateGoal.head(a)));
    boolean proving = goal.predicate(goal.conclusion) != null;
    double cost = built && !h.name().startsWith("IH") ? 0.3 : proving || isRecursive(p) ? 1.6 : 0.5;
    moves.add(cost, "inversion " + h.name() + dice.of("; subst.", "; subst.", "."));
    if (dice.chance(0.35)) {
      String end = dice.of("; subst; auto.", "; auto.", "; subst; assumption.", "; lia.");
      moves.add(cost, "inversion " + h.name() + end);
    }
    if (general) {
      moves.add(
          cost + 0.2,
          dice.chance(0.5)
              ? "destruct " + h.name() + "."
              : "destruct " + h.name() + " as " + pattern(p, false) + ".");
    }
    if (!isRecursive(p) && !proving) {
      finite(h);
    }
  }

  private static boolean isRecursive(Predicate p) {
    return p.cases().stream().anyMatch(c -> c.premises().stream().anyMatch(t -> recursive(p, t)));
  }

  private static boolean recursive(Predicate p, String premise) {
    return premise.startsWith(p.name() + " ");
  }

  private void induct(Hypothesis h, Predicate p, double cost) {
    moves.add(cost, "induction " + h.name() + ".");
    if (dice.chance(0.35)) {
      moves.add(cost, "induction " + h.name() + " as " + pattern(p, true) + ".");
    }
    if (dice.chance(0.4)) {
      moves.add(cost + 0.1, "induction " + h.name() + "; simpl.");
    }
    if (dice.chance(0.4)) {
      String end = dice.of(
          "auto.",
          "simpl; auto.",
          "intros.",
          "simpl; lia.",
          "simpl; intros.",
          "constructor; auto.");
      moves.add(cost + 0.2, "induction " + h.name() + "; " + end);
    }
  }

  /** Brings back other goal.facts, so that the induction hypothesis does not fix their variables. */
  private void generalise(Hypothesis h, List<String> arguments) {
    for (Hypothesis other : goal.facts) {
      if (other.equals(h) || arguments.stream().noneMatch(a -> Moves.mentions(other.type(), a))) {
        continue;
      }
      String free = goal.data.stream()
          .map(Hypothesis::name)
          .filter(v -> !arguments.contains(v) && Moves.mentions(other.type(), v))
          .map(v -> v + " ")
          .collect(Collectors.joining());
      boolean fixed = goal.facts.stream()
          .anyMatch(f -> !f.equals(other)
              && goal.data.stream()
                  .anyMatch(
                      d -> free.contains(d.name() + " ") && Moves.mentions(f.type(), d.name())));
      moves.add(0.5, "revert " + (fixed ? "" : free) + other.name() + ".");
      if (!free.isEmpty() && dice.chance(0.3)) {
        moves.add(0.7, "generalize dependent " + free.split(" ", -1)[0] + ".");
      }
    }
  }

  /** What ends a goal by looking at the cases of a predicate without recursion. */
  private void finite(Hypothesis h) {
    String start = dice.of("destruct ", "inversion ") + h.name();
    moves.add(0.1, start + "; " + dice.of("discriminate.", "congruence.", "reflexivity.", "auto."));
    for (Hypothesis other : goal.facts) {
      if (!other.equals(h) && goal.predicate(other.type()) != null) {
        moves.add(
            0.4,
            start + "; inversion " + other.name() + "; "
                + dice.of("auto.", "congruence.", "reflexivity.", "subst; auto."));
      }
    }
  }

  private String pattern(Predicate p, boolean induction) {
    List<String> taken = new ArrayList<>(goal.names);
    return p.cases().stream()
        .map(c -> {
          List<String> bound = new ArrayList<>();
          c.variables().forEach(v -> bound.add(PredicateGoal.free(v.name(), bound, taken)));
          for (String premise : c.premises()) {
            bound.add(PredicateGoal.free("H", bound, taken));
            if (induction && recursive(p, premise)) {
              bound.add(PredicateGoal.free("IH", bound, taken));
            }
          }
          return String.join(" ", bound);
        })
        .collect(Collectors.joining(" | ", "[", "]"))
        .replace("[ |", "[|");
  }
}
