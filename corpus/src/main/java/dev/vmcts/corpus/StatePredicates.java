package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import java.util.ArrayList;
import java.util.List;

/** Steps between the states of an enumeration, and what they reach. */
final class StatePredicates {

  private static final int MOST_STATES = 6;

  private final PredicatePlan plan;
  private final Dice dice;
  private final String type;
  private final List<String> states;

  private StatePredicates(PredicatePlan plan) {
    this.plan = plan;
    this.dice = plan.dice;
    DataType data = new CaseTypes(dice, plan.names).enumeration();
    while (data.constructors().size() > MOST_STATES || data.constructors().size() < 3) {
      data = new CaseTypes(dice, plan.names).enumeration();
    }
    plan.data('s', data);
    this.type = data.name();
    this.states = data.constructors().stream().map(Constructor::name).toList();
  }

  static PredicatePlan make(Dice dice, Names names) {
    PredicatePlan plan = new PredicatePlan("states", dice, names);
    new StatePredicates(plan).steps();
    return plan;
  }

  private void steps() {
    boolean cycle = dice.chance(0.5);
    List<String> order = dice.shuffled(states);
    List<String> next = new ArrayList<>(order.subList(1, order.size()));
    if (cycle) {
      next.add(order.get(0));
    }
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      cases.add("s" + "abcdef".charAt(i) + ": @p " + order.get(i) + " " + next.get(i));
    }
    plan.predicate("p", "step goes next_to moves edge trans", List.of(type, type), cases);
    plan.claim(
        "@p s1 s2 -> s1 <> s2",
        "~ @p s1 s1",
        "@p s1 s2 -> @p s1 s3 -> s2 = s3",
        "@p s1 s2 -> @p s3 s2 -> s1 = s3",
        "@p " + order.get(0) + " s1 -> s1 = " + order.get(1),
        "@p s1 " + order.get(1) + " -> s1 = " + order.get(0),
        "~ @p " + order.get(1) + " " + order.get(0));
    if (cycle) {
      plan.claim("exists s2, @p s1 s2");
      function(order, next);
    }
    closure(order);
  }

  private void function(List<String> order, List<String> next) {
    StringBuilder text =
        new StringBuilder("Definition @f (s1 : " + type + ") : " + type + " :=\n  match s1 with");
    List<String> equations = new ArrayList<>();
    for (String state : states) {
      String after = next.get(order.indexOf(state));
      text.append("\n  | ").append(state).append(" => ").append(after);
      equations.add("@f " + state + " = " + after);
    }
    plan.function(
        "f", "next follow turn after", type + " -> " + type, "", text + "\n  end.", equations);
    plan.claim("@p s1 (@f s1)", "@p s1 s2 -> s2 = @f s1", "@p s1 s2 -> @f s1 = s2");
  }

  private void closure(List<String> order) {
    int shape = dice.below(3);
    List<String> cases = new ArrayList<>(List.of("refl: @q s1 s1"));
    switch (shape) {
      case 0 -> cases.add("step: @p s1 s2 -> @q s2 s3 -> @q s1 s3");
      case 1 -> cases.add("step: @q s1 s2 -> @p s2 s3 -> @q s1 s3");
      default -> {
        cases.add("one: @p s1 s2 -> @q s1 s2");
        cases.add("trans: @q s1 s2 -> @q s2 s3 -> @q s1 s3");
      }
    }
    plan.predicate("q", "reach star steps path leads closure", List.of(type, type), cases);
    plan.claim(
        "@q s1 s1",
        "@p s1 s2 -> @q s1 s2",
        "@p s1 s2 -> @p s2 s3 -> @q s1 s3",
        "@p s1 s2 -> @q s2 s3 -> @q s1 s3",
        "@q s1 s2 -> @p s2 s3 -> @q s1 s3",
        "@q s1 s2 -> @q s2 s3 -> @q s1 s3",
        "@q s1 s2 -> @q s2 s3 -> @q s1 s3",
        "@q " + order.get(0) + " " + order.get(1),
        "@q " + order.get(0) + " " + order.get(2),
        "@q " + order.get(1) + " " + order.get(2));
  }
}
