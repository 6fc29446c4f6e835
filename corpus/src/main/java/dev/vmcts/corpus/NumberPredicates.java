package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;

/** Predicates and relations on numbers. */
final class NumberPredicates {

  private final PredicatePlan plan;
  private final Dice dice;

  private NumberPredicates(PredicatePlan plan) {
    this.plan = plan;
    this.dice = plan.dice;
  }

  static PredicatePlan make(Dice dice, Names names) {
    PredicatePlan plan = new PredicatePlan("numbers", dice, names);
    NumberPredicates made = new NumberPredicates(plan);
    switch (dice.below(6)) {
      case 0, 1 -> made.multiples();
      case 2 -> made.twoClasses();
      case 3 -> made.order();
      case 4 -> made.sum();
      default -> made.ratio();
    }
    return plan;
  }

  private static String successors(int count, String of) {
    String text = of;
    for (int i = 0; i < count; i++) {
      text = "S " + (text.contains(" ") ? "(" + text + ")" : text);
    }
    return count == 0 ? text : "(" + text + ")";
  }

  /** Numbers reached from a base by steps of one size. */
  private void multiples() {
    int k = dice.of(2, 2, 3, 3, 4, 5);
    int b = dice.of(0, 0, 0, 1, 1, 2, k, k + 1);
    boolean sum = k > 3 || dice.chance(0.15);
    String next = sum ? "(" + k + " + n1)" : successors(k, "n1");
    plan.predicate(
        "p",
        "even ev mult good reach stepped by_" + k + " even_nat times_" + k,
        List.of("nat"),
        List.of(
            dice.of("base: ", "0: ", "start: ") + "@p " + b,
            dice.of("step: ", "next: ", "SS: ") + "@p n1 -> @p " + next));
    for (int i = 1; i < 5; i++) {
      plan.claim("@p " + (b + k * i));
    }
    String offset = b == 0 ? "" : " + " + b;
    for (int i = 0; i < 2 * k; i++) {
      if ((i + k * 9 - b) % k != 0 && dice.chance(0.5)) {
        plan.claim("~ @p " + i);
      }
    }
    plan.claim(
        "@p (" + k + " * n1" + offset + ")",
        "@p (n1 * " + k + offset + ")",
        "@p n1 -> exists n2, n1 = " + k + " * n2" + offset,
        "@p n1 -> exists n2, n1 = n2 * " + k + offset,
        "@p n1 -> @p " + successors(2 * k, "n1"),
        "(exists n2, n1 = " + k + " * n2" + offset + ") -> @p n1");
    if (b > 0) {
      plan.claim("@p n1 -> " + b + " <= n1", "@p n1 -> n1 <> 0", "~ @p 0");
    }
    if (b < k) {
      plan.claim("@p " + successors(k, "n1") + " -> @p n1");
      plan.claim("@p " + successors(2 * k, "n1") + " -> @p n1");
    }
    if (b % k == 0) {
      plan.claim(
          "@p n1 -> @p n2 -> @p (n1 + n2)",
          "@p n1 -> @p n2 -> @p (n2 + n1)",
          "@p n1 -> @p n2 -> @p n3 -> @p (n1 + (n2 + n3))",
          "@p n1 -> @p (n1 + n1)");
    }
    if (dice.chance(0.4)) {
      stepped(k, b, sum);
    }
    if (k < 4 && b < k && dice.chance(0.4)) {
      tested(k, b);
    }
  }

  private void stepped(int k, int b, boolean sum) {
    String next = sum ? k + " + @f n2" : successors(k, "@f n2").replaceAll("^\\(|\\)$", "");
    plan.function(
        "f",
        "twice scale dbl nth_of grow",
        "nat -> nat",
        "takes n to " + k + " * n" + (b == 0 ? "" : " + " + b),
        "Fixpoint @f (n1 : nat) : nat :=\n  match n1 with\n  | 0 => " + b + "\n  | S n2 => " + next
            + "\n  end.",
        List.of("@f 0 = " + b, "@f (S n1) = " + next.replace("n2", "n1")));
    plan.claim(
        "@p (@f n1)",
        "@p (@f n1)",
        "@p n1 -> exists n2, n1 = @f n2",
        "@p n1 -> exists n2, @f n2 = n1");
  }

  private void tested(int k, int b) {
    StringBuilder text = new StringBuilder("Fixpoint @g (n1 : nat) : bool :=\n  match n1 with\n");
    List<String> equations = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      text.append("  | ").append(i).append(" => ").append(i == b).append('\n');
      equations.add("@g " + i + " = " + (i == b));
    }
    String s = successors(k, "n2").replaceAll("^\\(|\\)$", "");
    text.append("  | ").append(s).append(" => @g n2\n  end.");
    equations.add("@g (" + s.replace("n2", "n1") + ") = @g n1");
    plan.function(
        "g", "evenb is_even test check divb", "nat -> bool", "", text.toString(), equations);
    plan.claim("@p n1 -> @g n1 = true", "@p n1 -> @g n1 = true", "@g n1 = false -> ~ @p n1");
  }

  /** Two classes with the same step. */
  private void twoClasses() {
    String step = "(S (S n1))";
    plan.predicate(
        "p",
        "even ev a_num pair_num",
        List.of("nat"),
        List.of("0: @p 0", "SS: @p n1 -> @p " + step));
    plan.predicate(
        "q", "odd od b_num single", List.of("nat"), List.of("1: @q 1", "SS: @q n1 -> @q " + step));
    plan.claim(
        "@p n1 -> @q (S n1)",
        "@q n1 -> @p (S n1)",
        "@p n1 -> @q n2 -> @q (n1 + n2)",
        "@q n1 -> @p n2 -> @q (n1 + n2)",
        "@p n1 \\/ @q n1",
        "@p n1 \\/ @p (S n1)",
        "@q n1 -> n1 <> 0",
        "@q (2 * n1 + 1)",
        "@q (S (n1 + n1))",
        "@q n1 -> exists n2, n1 = 2 * n2 + 1",
        "@p n1 -> ~ @q n1",
        "~ @q 0",
        "~ @p 1",
        "@q " + dice.of("3", "5", "7", "9"));
  }

  /** Orders on two numbers. */
  private void order() {
    int k = dice.of(1, 1, 1, 2, 2, 3);
    boolean strict = k == 1 && dice.chance(0.3);
    boolean both = dice.chance(0.35);
    String next = successors(k, "n2");
    plan.predicate(
        "p",
        "le below at_most reaches upto under leq before",
        List.of("nat", "nat"),
        both
            ? List.of((strict ? "0: @p 0 (S n1)" : "0: @p 0 n1"), "S: @p n1 n2 -> @p (S n1) (S n2)")
            : List.of(
                (strict ? "next: @p n1 (S n1)" : dice.of("same: ", "refl: ", "n: ") + "@p n1 n1"),
                dice.of("step: ", "S: ") + "@p n1 n2 -> @p n1 " + next));
    int from = dice.below(4);
    plan.claim(
        "@p " + from + " " + (from + k * dice.between(1, 3)),
        "@p n1 n2 -> @p (S n1) (S n2)",
        "@p n1 n2 -> @p n2 n3 -> @p n1 n3",
        "@p n1 n2 -> n1 " + (strict ? "<" : "<=") + " n2",
        "@p n1 n2 -> @p (n3 + n1) (n3 + n2)",
        "@p n1 n2 -> @p (n1 + n3) (n2 + n3)",
        "~ @p " + (from + 1) + " " + from,
        "~ @p (S n1) 0");
    if (strict) {
      plan.claim("n1 < n2 -> @p n1 n2", "~ @p n1 0", "@p n1 (S n1)", "@p 0 (S n1)");
      plan.claim("@p n1 n2 -> n1 <> n2");
    } else {
      plan.claim("@p n1 n1", "@p n1 " + successors(k, "n1"), "@p 0 0");
    }
    if (k == 1) {
      plan.claim(
          "@p n1 n2 -> @p n1 (S n2)", "@p (S n1) (S n2) -> @p n1 n2", "@p (S n1) n2 -> @p n1 n2");
    }
    if (!strict && k == 1) {
      plan.claim("n1 <= n2 -> @p n1 n2", "@p 0 n1", "@p n1 (n1 + n2)", "@p n1 (n2 + n1)");
    } else if (!strict && !both) {
      plan.claim(
          "@p n1 (n1 + " + k + ")",
          "@p n1 (" + k + " * n2 + n1)",
          "@p n1 n2 -> exists n3, n2 = n1 + " + k + " * n3");
    }
  }

  /** The graph of a sum. */
  private void sum() {
    boolean left = dice.chance(0.5);
    int c = dice.of(0, 0, 0, 1);
    String zero = c == 0 ? "n1" : "(S n1)";
    plan.predicate(
        "p",
        "plus_rel sum adds sums_to plus3 total add_rel",
        List.of("nat", "nat", "nat"),
        List.of(
            "0: @p " + (left ? "0 n1 " : "n1 0 ") + zero,
            "S: @p n1 n2 n3 -> @p " + (left ? "(S n1) n2" : "n1 (S n2)") + " (S n3)"));
    String result = c == 0 ? "n1 + n2" : "S (n1 + n2)";
    int a = dice.between(1, 3);
    int b = dice.between(1, 3);
    plan.claim(
        "@p " + a + " " + b + " " + (a + b + c),
        "@p n1 n2 (" + result + ")",
        "@p n1 n2 n3 -> n3 = " + result,
        "@p n1 n2 n3 -> " + result + " = n3",
        "n3 = " + result + " -> @p n1 n2 n3",
        "@p n1 0 " + zero,
        "@p 0 n1 " + zero,
        "@p n1 n2 n3 -> @p n1 (S n2) (S n3)",
        "@p n1 n2 n3 -> @p (S n1) n2 (S n3)",
        "@p n1 n2 n3 -> @p n2 n1 n3",
        "@p n1 n2 n3 -> n1 <= n3",
        "@p n1 n2 n3 -> @p n1 n2 n4 -> n3 = n4",
        "exists n3, @p n1 n2 n3",
        "~ @p 1 1 " + dice.of("1", "4", "0"));
  }

  /** Two numbers that grow together, one faster. */
  private void ratio() {
    int k = dice.of(2, 2, 3);
    int b = dice.of(0, 0, 1, 2);
    plan.predicate(
        "p",
        "double dbl half ratio twice_rel scaled pairs",
        List.of("nat", "nat"),
        List.of("0: @p 0 " + b, "S: @p n1 n2 -> @p (S n1) " + successors(k, "n2")));
    String value = k + " * n1" + (b == 0 ? "" : " + " + b);
    int i = dice.between(1, 3);
    plan.claim(
        "@p " + i + " " + (k * i + b),
        "@p n1 (" + value + ")",
        "@p n1 n2 -> n2 = " + value,
        "@p n1 n2 -> n1 <= n2",
        "@p (S n1) n2 -> n2 <> 0",
        "n2 = " + value + " -> @p n1 n2",
        "exists n2, @p n1 n2",
        "@p n1 n2 -> @p n1 n3 -> n2 = n3",
        "@p (S n1) " + successors(k, "n2") + " -> @p n1 n2",
        "~ @p 1 " + (b + 1));
    if (b == 0) {
      plan.claim("@p n1 n2 -> @p n3 n4 -> @p (n1 + n3) (n2 + n4)");
    } else {
      plan.claim("~ @p 0 0", "@p n1 n2 -> 0 < n2", "@p 0 n1 -> n1 = " + b);
    }
  }
}
