package dev.vmcts.corpus;

import java.util.List;

/** Relations between lists of numbers. */
final class ListRelations {

  private static final List<String> TWO = List.of("list nat", "list nat");

  private final PredicatePlan plan;
  private final Dice dice;

  private ListRelations(PredicatePlan plan) {
    this.plan = plan;
    this.dice = plan.dice;
  }

  static PredicatePlan make(Dice dice, Names names) {
    PredicatePlan plan = new PredicatePlan("relations", dice, names);
    ListRelations made = new ListRelations(plan);
    switch (dice.below(7)) {
      case 0 -> made.prefix();
      case 1 -> made.suffix();
      case 2 -> made.part();
      case 3 -> made.pointwise();
      case 4 -> made.rearranged();
      case 5 -> made.appended();
      default -> made.merged();
    }
    return plan;
  }

  private void prefix() {
    plan.predicate(
        "p",
        "prefix starts begins front init_of",
        TWO,
        List.of("nil: @p [] l1", "cons: @p l1 l2 -> @p (n1 :: l1) (n1 :: l2)"));
    smaller();
    plan.claim(
        "@p [1] [1; 2]",
        "@p l1 (l1 ++ l2)",
        "@p l1 l2 -> exists l3, l2 = l1 ++ l3",
        "@p l1 l2 -> @p l1 (l2 ++ l3)",
        "@p l1 l2 -> @p (l3 ++ l1) (l3 ++ l2)",
        "@p (n1 :: l1) (n2 :: l2) -> n1 = n2",
        "@p (n1 :: l1) (n2 :: l2) -> @p l1 l2",
        "@p [] l1",
        "~ @p [1] [2]");
  }

  private void suffix() {
    plan.predicate(
        "p",
        "suffix ends back tail_of rest_of",
        TWO,
        List.of(
            dice.of("same: ", "refl: ") + "@p l1 l1",
            dice.of("cons: ", "drop: ") + "@p l1 l2 -> @p l1 (n1 :: l2)"));
    smaller();
    plan.claim(
        "@p [3] [1; 2; 3]",
        "@p l1 (l2 ++ l1)",
        "@p [] l1",
        "@p l1 l2 -> exists l3, l2 = l3 ++ l1",
        "@p l1 l2 -> @p l1 (l3 ++ l2)",
        "@p (n1 :: l1) l2 -> @p l1 l2",
        "@p l1 l2 -> @p (l1 ++ l3) (l2 ++ l3)",
        "@p l1 (n1 :: l1)",
        "~ @p [1] [2]");
  }

  private void part() {
    boolean open = dice.chance(0.3);
    plan.predicate(
        "p",
        "sub subseq part sublist within inner",
        TWO,
        List.of(
            open ? "nil: @p [] l1" : "nil: @p [] []",
            dice.of("keep: ", "both: ", "take: ") + "@p l1 l2 -> @p (n1 :: l1) (n1 :: l2)",
            dice.of("skip: ", "drop: ", "add: ") + "@p l1 l2 -> @p l1 (n1 :: l2)"));
    smaller();
    plan.claim(
        "@p [1; 3] [1; 2; 3]",
        "@p [] l1",
        "@p l1 (n1 :: l1)",
        "@p l1 (l2 ++ l1)",
        "@p l1 l2 -> @p l3 l4 -> @p (l1 ++ l3) (l2 ++ l4)",
        "@p (n1 :: l1) l2 -> @p l1 l2",
        "@p l1 l2 -> @p (l3 ++ l1) (l3 ++ l2)");
  }

  /** What holds of everything that leaves out elements. */
  private void smaller() {
    plan.claim(
        "@p l1 l1",
        "@p l1 l2 -> length l1 <= length l2",
        "@p l1 l2 -> @p l2 l3 -> @p l1 l3",
        "@p l1 l2 -> In n1 l1 -> In n1 l2",
        "In n1 l1 -> @p l1 l2 -> In n1 l2",
        "@p l1 l2 -> @p (map S l1) (map S l2)",
        "@p l1 [] -> l1 = []",
        "~ @p (n1 :: l1) []");
  }

  private void pointwise() {
    String r = dice.of("", "", "n1 <= n2 -> ", "n1 < n2 -> ", "n2 = S n1 -> ", "n2 = n1 + n1 -> ");
    plan.predicate(
        "p",
        "same_length alike paired matches zipped aligned pointwise",
        TWO,
        List.of(
            "nil: @p [] []",
            dice.of("cons: ", "both: ", "more: ") + r + "@p l1 l2 -> @p (n1 :: l1) (n2 :: l2)"));
    plan.claim(
        "@p l1 l2 -> length l1 = length l2",
        "@p l1 l2 -> length l2 = length l1",
        "@p l1 l2 -> @p l3 l4 -> @p (l1 ++ l3) (l2 ++ l4)",
        "@p (n1 :: l1) (n2 :: l2) -> @p l1 l2",
        "@p [] l1 -> l1 = []",
        "@p l1 [] -> l1 = []",
        "~ @p [] (n1 :: l1)",
        "@p l1 l2 -> l1 = [] -> l2 = []");
    if (r.isEmpty()) {
      plan.claim("length l1 = length l2 -> @p l1 l2", "@p l1 l2 -> @p l2 l1", "@p [1; 2] [3; 4]");
    } else {
      plan.claim("@p (n1 :: l1) (n2 :: l2) -> " + r.replace(" -> ", ""));
    }
    if (r.isEmpty() || r.contains("<=")) {
      plan.claim("@p l1 l1", "@p l1 (map S l1)", "@p l1 l2 -> @p (map S l1) (map S l2)");
    }
    if (r.contains("S n1")) {
      plan.claim("@p l1 (map S l1)", "@p l1 l2 -> l2 = map S l1", "@p [1; 4] [2; 5]");
    }
    if (r.isEmpty() || r.contains("<")) {
      plan.claim("@p l1 l2 -> @p l2 l3 -> @p l1 l3");
    }
  }

  private void rearranged() {
    boolean whole = dice.chance(0.6);
    List<String> cases = List.of(
        "nil: @p [] []",
        "skip: @p l1 l2 -> @p (n1 :: l1) (n1 :: l2)",
        "swap: @p (n1 :: n2 :: l1) (n2 :: n1 :: l1)",
        "trans: @p l1 l2 -> @p l2 l3 -> @p l1 l3");
    plan.predicate(
        "p",
        "perm shuffle swapped mixed moved reorder",
        TWO,
        whole ? cases : dice.shuffled(cases.subList(1, 3)));
    plan.claim(
        "@p l1 l2 -> length l1 = length l2",
        "@p l1 l2 -> length l2 = length l1",
        "@p l1 l2 -> @p l2 l1",
        "@p l1 l2 -> In n1 l1 -> In n1 l2",
        "@p l1 l2 -> In n1 l2 -> In n1 l1",
        "@p l1 l2 -> @p (map S l1) (map S l2)",
        "@p l1 l2 -> @p (l1 ++ l3) (l2 ++ l3)",
        "@p l1 l2 -> @p (l3 ++ l1) (l3 ++ l2)",
        "@p l1 l2 -> @p (n1 :: n2 :: l1) (n1 :: n2 :: l2)",
        "@p [1; 2; 3] [2; 1; 3]",
        "@p [1; 2; 3] [1; 3; 2]");
    if (whole) {
      plan.claim(
          "@p l1 l1", "@p l1 l2 -> @p (n1 :: n2 :: l1) (n2 :: n1 :: l2)", "@p [1; 2; 3] [3; 1; 2]");
    } else {
      plan.claim("@p l1 l2 -> l1 <> []", "~ @p [] l1");
    }
  }

  private void appended() {
    plan.predicate(
        "p",
        "app_rel joins glued appends concat_rel",
        List.of("list nat", "list nat", "list nat"),
        List.of("nil: @p [] l1 l1", "cons: @p l1 l2 l3 -> @p (n1 :: l1) l2 (n1 :: l3)"));
    plan.claim(
        "@p [1] [2; 3] [1; 2; 3]",
        "@p l1 l2 (l1 ++ l2)",
        "@p l1 l2 l3 -> l3 = l1 ++ l2",
        "@p l1 l2 l3 -> l1 ++ l2 = l3",
        "@p l1 [] l1",
        "@p l1 l2 l3 -> @p l1 l2 l4 -> l3 = l4",
        "exists l3, @p l1 l2 l3");
    together();
  }

  private void merged() {
    plan.predicate(
        "p",
        "merge mix interleave riffle woven",
        List.of("list nat", "list nat", "list nat"),
        List.of(
            "nil: @p [] [] []",
            "left: @p l1 l2 l3 -> @p (n1 :: l1) l2 (n1 :: l3)",
            "right: @p l1 l2 l3 -> @p l1 (n1 :: l2) (n1 :: l3)"));
    plan.claim(
        "@p [1; 3] [2] [1; 2; 3]",
        "@p l1 l2 l3 -> @p l2 l1 l3",
        "@p l1 [] l1",
        "@p [] l1 l1",
        "@p l1 l2 (l1 ++ l2)",
        "@p [] l1 l2 -> l1 = l2");
    together();
  }

  private void together() {
    plan.claim(
        "@p l1 l2 l3 -> length l3 = length l1 + length l2",
        "@p l1 l2 l3 -> length l1 <= length l3",
        "@p l1 l2 l3 -> In n1 l1 -> In n1 l3",
        "@p l1 l2 l3 -> In n1 l2 -> In n1 l3",
        "@p l1 l2 l3 -> In n1 l3 -> In n1 l1 \\/ In n1 l2",
        "@p l1 l2 l3 -> @p (map S l1) (map S l2) (map S l3)",
        "@p l1 l2 [] -> l1 = []");
  }
}
