package dev.vmcts.corpus;

import java.util.List;

/** Predicates on a list of numbers. */
final class ListPredicates {

  private static final List<String> LIST = List.of("list nat");

  private final PredicatePlan plan;
  private final Dice dice;

  private ListPredicates(PredicatePlan plan) {
    this.plan = plan;
    this.dice = plan.dice;
  }

  static PredicatePlan make(Dice dice, Names names) {
    PredicatePlan plan = new PredicatePlan("lists", dice, names);
    ListPredicates made = new ListPredicates(plan);
    switch (dice.below(7)) {
      case 0, 1 -> made.all();
      case 2 -> made.some();
      case 3 -> made.member();
      case 4 -> made.size();
      default -> made.ordered();
    }
    return plan;
  }

  /** A test of a number, the same as a function to bool, and numbers that pass and fail. */
  private record Bound(String of, String test, int good, int bad) {

    static Bound by(Dice dice) {
      int c = dice.between(1, 6);
      return switch (dice.below(5)) {
        case 0 -> new Bound("# <= " + c, "# <=? " + c, c - 1, c + 1);
        case 1 -> new Bound(c + " <= #", c + " <=? #", c + 1, c - 1);
        case 2 -> new Bound("# < " + c, "# <? " + c, c - 1, c + 2);
        case 3 -> new Bound("# = " + c, "# =? " + c, c, c + 1);
        default -> new Bound("0 < #", "0 <? #", c, 0);
      };
    }

    String holds(String variable) {
      return of.replace("#", variable);
    }

    String computes(String variable) {
      return test.replace("#", variable);
    }
  }

  private void all() {
    Bound t = Bound.by(dice);
    plan.predicate(
        "p",
        "all all_ok bounded every each small_all good_list fits",
        LIST,
        List.of("nil: @p []", "cons: " + t.holds("n1") + " -> @p l1 -> @p (n1 :: l1)"));
    plan.claim(
        "@p [" + t.good() + "; " + t.good() + "]",
        "~ @p [" + t.bad() + "]",
        "~ @p [" + t.good() + "; " + t.bad() + "]",
        "@p (n1 :: l1) -> @p l1",
        "@p (n1 :: l1) -> " + t.holds("n1"),
        "@p (n1 :: n2 :: l1) -> @p (n2 :: n1 :: l1)",
        "@p l1 -> @p l2 -> @p (l1 ++ l2)",
        "@p (l1 ++ l2) -> @p l1",
        "@p (l1 ++ l2) -> @p l2",
        "@p l1 -> In n1 l1 -> " + t.holds("n1"),
        "@p l1 -> forall n2, In n2 l1 -> " + t.holds("n2"),
        "@p l1 -> " + t.holds("n1") + " -> @p (l1 ++ [n1])",
        "(forall n2, In n2 l1 -> " + t.holds("n2") + ") -> @p l1");
    if (t.of().endsWith("<= #") || t.of().equals("0 < #")) {
      plan.claim("@p l1 -> @p (map S l1)");
    }
    if (dice.chance(0.5)) {
      fold("allb check_all allok test", t, "&&", "true");
      plan.claim("@p l1 -> @f l1 = true", "@p l1 -> @f l1 = true", "@f l1 = true -> @p l1");
    }
  }

  private void fold(String usual, Bound t, String and, String empty) {
    String rest = "(" + t.computes("n1") + ") " + and + " @f ";
    plan.function(
        "f",
        usual,
        "list nat -> bool",
        "",
        "Fixpoint @f (l1 : list nat) : bool :=\n  match l1 with\n  | [] => " + empty
            + "\n  | n1 :: l2 => " + rest + "l2\n  end.",
        List.of("@f [] = " + empty, "@f (n1 :: l1) = " + rest + "l1"));
  }

  private void some() {
    Bound t = Bound.by(dice);
    plan.predicate(
        "p",
        "some any has_one contains one_ok finds",
        LIST,
        List.of(
            dice.of("here: ", "head: ") + t.holds("n1") + " -> @p (n1 :: l1)",
            dice.of("later: ", "tail: ", "there: ") + "@p l1 -> @p (n1 :: l1)"));
    plan.claim(
        "@p [" + t.bad() + "; " + t.good() + "]",
        "~ @p []",
        "~ @p [" + t.bad() + "]",
        "@p l1 -> @p (n1 :: n2 :: l1)",
        "@p l1 -> @p (l1 ++ l2)",
        "@p l2 -> @p (l1 ++ l2)",
        "@p l1 -> l1 <> []",
        "@p l1 -> 0 < length l1",
        "@p l1 -> exists n1, In n1 l1 /\\ " + t.holds("n1"),
        "In n1 l1 -> " + t.holds("n1") + " -> @p l1",
        "@p (l1 ++ l2) -> @p l1 \\/ @p l2",
        "@p (n1 :: l1) -> " + t.holds("n1") + " \\/ @p l1");
    if (dice.chance(0.4)) {
      fold("anyb someb search test", t, "||", "false");
      plan.claim("@f l1 = true -> @p l1", "@p l1 -> @f l1 = true", "@f l1 = true -> @p l1");
    }
  }

  private void member() {
    boolean swapped = dice.chance(0.3);
    String head = swapped ? "@p (n1 :: l1) n1" : "@p n1 (n1 :: l1)";
    String tail = swapped ? "@p l1 n1 -> @p (n2 :: l1) n1" : "@p n1 l1 -> @p n1 (n2 :: l1)";
    plan.predicate(
        "p",
        "member mem occurs inside elem is_in",
        swapped ? List.of("list nat", "nat") : List.of("nat", "list nat"),
        List.of(dice.of("here: ", "hd: ") + head, dice.of("later: ", "tl: ") + tail));
    for (String c : List.of(
        "@p<2, [1; 2; 3]>",
        "@p<n1, l1> -> In n1 l1",
        "In n1 l1 -> @p<n1, l1>",
        "~ @p<n1, []>",
        "~ @p<3, [1; 2]>",
        "@p<n1, l1> -> @p<n1, (l1 ++ l2)>",
        "@p<n1, l2> -> @p<n1, (l1 ++ l2)>",
        "@p<n1, (l1 ++ l2)> -> @p<n1, l1> \\/ @p<n1, l2>",
        "@p<n1, l1> -> 1 <= length l1",
        "@p<n1, l1> -> l1 <> []",
        "@p<n1, l1> -> @p<(S n1), (map S l1)>",
        "@p<n1, [n2]> -> n1 = n2",
        "@p<n1, l1> -> exists l2 l3, l1 = l2 ++ n1 :: l3",
        "@p<n1, (l1 ++ [n1])>",
        "@p<n1, (n2 :: l1)> -> n1 = n2 \\/ @p<n1, l1>")) {
      plan.claim(c.replaceAll("<(.+?), (.+?)>(?= |$)", swapped ? " $2 $1" : " $1 $2"));
    }
  }

  /** Lists of a length, or with a length of a kind. */
  private void size() {
    if (dice.chance(0.5)) {
      plan.predicate(
          "p",
          "has_length len sized count_rel size_is",
          List.of("list nat", "nat"),
          List.of("nil: @p [] 0", "cons: @p l1 n1 -> @p (n2 :: l1) (S n1)"));
      plan.claim(
          "@p [1; 2; 3] 3",
          "@p l1 (length l1)",
          "@p l1 n1 -> length l1 = n1",
          "@p l1 n1 -> @p l2 n2 -> @p (l1 ++ l2) (n1 + n2)",
          "@p l1 n1 -> @p l1 n2 -> n1 = n2",
          "@p l1 0 -> l1 = []",
          "@p (n1 :: l1) (S n2) -> @p l1 n2",
          "@p l1 n1 -> @p (map S l1) n1",
          "~ @p [] 1",
          "@p l1 n1 -> @p (l1 ++ [n2]) (S n1)",
          "exists n1, @p l1 n1",
          "length l1 = n1 -> @p l1 n1");
      return;
    }
    boolean odd = dice.chance(0.4);
    plan.predicate(
        "p",
        "paired even_length by_two pairs matched",
        LIST,
        List.of(
            odd ? "one: @p [n1]" : "nil: @p []",
            dice.of("two: ", "more: ") + "@p l1 -> @p (n1 :: n2 :: l1)"));
    plan.claim(
        odd ? "@p [1; 2; 3]" : "@p [1; 2; 3; 4]",
        odd ? "~ @p []" : "~ @p [n1]",
        "@p (n1 :: n2 :: l1) -> @p l1",
        "@p l1 -> @p (map S l1)",
        "@p l1 -> exists n1, length l1 = 2 * n1" + (odd ? " + 1" : ""),
        odd ? "@p l1 -> l1 <> []" : "@p l1 -> @p l2 -> @p (l1 ++ l2)",
        odd ? "@p l1 -> 0 < length l1" : "@p l1 -> @p (l1 ++ [1; 2])");
  }

  /** Lists in which neighbours stand in a relation, in two or three cases. */
  private void ordered() {
    String r = dice.of("<=", "<=", "<", ">=", ">", "=");
    String good = r.equals("=") ? "[2; 2; 2]" : r.startsWith("<") ? "[1; 2; 4]" : "[5; 3; 2]";
    String bad = r.startsWith("<") ? "[2; 1]" : "[1; 2]";
    if (dice.chance(0.6)) {
      plan.predicate(
          "p",
          "sorted ordered rising chain in_order steps falling",
          LIST,
          List.of(
              "nil: @p []",
              "one: @p [n1]",
              dice.of("more: ", "cons: ") + "n1 " + r
                  + " n2 -> @p (n2 :: l1) -> @p (n1 :: n2 :: l1)"));
      plan.claim(
          "@p (n1 :: n2 :: l1) -> n1 " + r + " n2",
          "@p (n1 :: n2 :: l1) -> @p (n2 :: l1)",
          "@p [n1; n2] -> n1 " + r + " n2",
          "n1 " + r + " n2 -> @p [n1; n2]");
    } else {
      plan.predicate(
          "p",
          "sorted ordered heap_list first_least tops",
          LIST,
          List.of(
              "nil: @p []",
              "cons: (forall n2, In n2 l1 -> n1 " + r + " n2) -> @p l1 -> @p (n1 :: l1)"));
      plan.claim("@p (n1 :: l1) -> In n2 l1 -> n1 " + r + " n2", "@p [n1]");
    }
    plan.claim(
        "@p " + good,
        "~ @p " + bad,
        "@p (n1 :: l1) -> @p l1",
        "@p (n1 :: l1) -> @p l1",
        "@p (n1 :: l1) -> In n2 l1 -> n1 " + r + " n2",
        "@p l1 -> @p (map S l1)",
        "@p (l1 ++ l2) -> @p l2",
        "@p (l1 ++ l2) -> @p l1");
  }
}
