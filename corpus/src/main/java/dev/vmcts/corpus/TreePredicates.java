package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.List;

/** Predicates on trees with numbers in their nodes. */
final class TreePredicates {

  private final PredicatePlan plan;
  private final Dice dice;
  private final String tree;

  private TreePredicates(PredicatePlan plan) {
    this.plan = plan;
    this.dice = plan.dice;
    this.tree = declare();
  }

  static PredicatePlan make(Dice dice, Names names) {
    PredicatePlan plan = new PredicatePlan("trees", dice, names);
    TreePredicates made = new TreePredicates(plan);
    switch (dice.below(4)) {
      case 0 -> made.all();
      case 1 -> made.inside();
      case 2 -> made.related();
      default -> made.shaped();
    }
    return plan;
  }

  private String declare() {
    String name = plan.names.take(
        dice.chance(0.7) ? dice.word("tree bush plant btree branch") : plan.names.syllables());
    String[] c =
        dice.of("Leaf Node", "leaf node", "E T", "Tip Fork", "Empty Bin").split(" ", -1);
    List<Constructor> constructors = List.of(
        new Constructor(plan.names.take(c[0]), List.of()),
        new Constructor(
            plan.names.take(c[1]),
            List.of(
                new Parameter("l", name), new Parameter("v", "nat"), new Parameter("r", name))));
    plan.words.put("leaf", constructors.get(0).name());
    plan.words.put("node", constructors.get(1).name());
    plan.data(
        't',
        new DataType(
            name,
            Kind.TREE,
            constructors,
            List.of("t", "u"),
            DataType.declare(name, constructors, dice.chance(0.5))));
    return name;
  }

  private void function(
      String word, String usual, String type, String phrase, String leaf, String node) {
    plan.function(
        word,
        usual,
        tree + " -> " + type,
        phrase,
        "Fixpoint @" + word + " (t1 : " + tree + ") : " + type
            + " :=\n  match t1 with\n  | @leaf => " + leaf + "\n  | @node t2 n1 t3 => " + node
            + "\n  end.",
        List.of("@" + word + " @leaf = " + leaf, "@" + word + " (@node t2 n1 t3) = " + node));
  }

  private void size() {
    function("f", "size count nodes", "nat", "counts the nodes", "0", "S (@f t2 + @f t3)");
  }

  private void mirror() {
    function("g", "mirror flip turn", tree, "", "@leaf", "@node (@g t3) n1 (@g t2)");
  }

  private void all() {
    int c = dice.between(1, 5);
    String[] test =
        dice.of("n1 <= " + c + "#" + c, c + " <= n1#" + (c + 1), "0 < n1#" + c).split("#", -1);
    String t = test[0];
    plan.predicate(
        "p",
        "all bounded each_node small_tree every",
        List.of(tree),
        List.of("leaf: @p @leaf", "node: " + t + " -> @p t1 -> @p t2 -> @p (@node t1 n1 t2)"));
    mirror();
    plan.claim(
        "@p (@node @leaf " + test[1] + " @leaf)",
        "@p (@node t1 n1 t2) -> @p t1",
        "@p (@node t1 n1 t2) -> @p t2",
        "@p (@node t1 n1 t2) -> " + t,
        "@p (@node t1 n1 t2) -> @p (@node t2 n1 t1)",
        "@p t1 -> @p (@g t1)",
        "@p t1 -> @p (@g t1)",
        "@p t1 -> @p (@node t1 " + test[1] + " t1)");
  }

  private void inside() {
    plan.predicate(
        "p",
        "inside member occurs in_tree label",
        List.of("nat", tree),
        List.of(
            dice.of("here: ", "root: ") + "@p n1 (@node t1 n1 t2)",
            "left: @p n1 t1 -> @p n1 (@node t1 n2 t2)",
            "right: @p n1 t2 -> @p n1 (@node t1 n2 t2)"));
    if (dice.chance(0.5)) {
      size();
      plan.claim("@p n1 t1 -> 0 < @f t1", "@p n1 t1 -> @f t1 <> 0", "@p n1 t1 -> 1 <= @f t1");
    } else {
      mirror();
      plan.claim("@p n1 t1 -> @p n1 (@g t1)", "@p n1 t1 -> @p n1 (@g t1)");
    }
    plan.claim(
        "@p 1 (@node @leaf 1 @leaf)",
        "~ @p n1 @leaf",
        "@p n1 t1 -> t1 <> @leaf",
        "@p n1 (@node @leaf n2 @leaf) -> n1 = n2",
        "@p n1 (@node t1 n2 t2) -> @p n1 (@node t2 n2 t1)",
        "@p n1 (@node t1 n2 t2) -> n1 = n2 \\/ @p n1 t1 \\/ @p n1 t2");
  }

  /** Trees of one shape, or mirrored ones. */
  private void related() {
    boolean mirrored = dice.chance(0.4);
    boolean labels = dice.chance(0.5);
    String second = "(@node t3 " + (labels ? "n1" : "n2") + " t4)";
    plan.predicate(
        "p",
        "same_shape alike matches like twin",
        List.of(tree, tree),
        List.of(
            "leaf: @p @leaf @leaf",
            "node: "
                + (mirrored ? "@p t1 t4 -> @p t2 t3 -> " : "@p t1 t3 -> @p t2 t4 -> ")
                + "@p (@node t1 n1 t2) " + second));
    size();
    plan.claim(
        "@p t1 t2 -> @p t2 t1",
        "@p t1 t2 -> @f t1 = @f t2",
        "@p t1 t2 -> @f t2 = @f t1",
        "@p @leaf t1 -> t1 = @leaf",
        "~ @p @leaf (@node t1 n1 t2)");
    if (mirrored) {
      plan.claim("@p t1 t2 -> @p t2 t3 -> @p t3 t1");
    } else {
      plan.claim("@p t1 t1", "@p t1 t2 -> @p t2 t3 -> @p t1 t3");
      plan.claim("@p (@node t1 n1 t2) (@node t3 n1 t4) -> @p t1 t3");
    }
    if (labels && !mirrored) {
      plan.claim("@p t1 t2 -> t1 = t2");
    }
  }

  /** Full trees of a height, or trees that grow on one side. */
  private void shaped() {
    if (dice.chance(0.5)) {
      plan.predicate(
          "p",
          "full perfect height_is level complete",
          List.of("nat", tree),
          List.of("leaf: @p 0 @leaf", "node: @p n1 t1 -> @p n1 t2 -> @p (S n1) (@node t1 n2 t2)"));
      mirror();
      plan.claim(
          "@p 1 (@node @leaf 3 @leaf)",
          "@p 0 t1 -> t1 = @leaf",
          "@p n1 @leaf -> n1 = 0",
          "@p n1 t1 -> @p (S n1) (@node t1 n2 t1)",
          "@p n1 t1 -> @p n1 (@g t1)",
          "@p (S n1) (@node t1 n2 t2) -> @p n1 t1",
          "@p n1 t1 -> @p n2 t1 -> n1 = n2",
          "exists t1, @p n1 t1",
          "~ @p (S n1) @leaf");
      return;
    }
    boolean left = dice.chance(0.5);
    plan.predicate(
        "p",
        "line leaning comb list_like onesided",
        List.of(tree),
        List.of(
            "leaf: @p @leaf",
            "node: @p t1 -> @p " + (left ? "(@node t1 n1 @leaf)" : "(@node @leaf n1 t1)")));
    size();
    plan.claim(
        "@p (@node @leaf 2 @leaf)",
        left ? "@p (@node t1 n1 t2) -> @p t1" : "@p (@node t1 n1 t2) -> @p t2",
        left ? "@p (@node t1 n1 t2) -> t2 = @leaf" : "@p (@node t1 n1 t2) -> t1 = @leaf",
        "exists t1, @p t1 /\\ @f t1 = n1",
        "exists t1, @p t1 /\\ @f t1 = " + dice.between(1, 2));
  }
}
