package dev.vmcts.corpus;

import dev.vmcts.corpus.CaseFunctions.Made;
import dev.vmcts.corpus.CaseFunctions.Role;
import java.util.List;

/** Functions on lists of an enumeration, made from functions on its values. */
final class CaseLists {

  private static final List<String> CHECKS = List.of("safe", "fine", "all_ok", "legal", "valid");

  private final Dice dice;
  private final Names names;
  private final DataType type;
  private final String l;
  private final String x;
  private final String rest;

  CaseLists(Dice dice, Names names, DataType type) {
    this.dice = dice;
    this.names = names;
    this.type = type;
    this.l = dice.of("l", "xs", "s", "ts");
    this.x = dice.of("a", "x", "h");
    this.rest = dice.of("r", "tl", "rest", l + "'");
  }

  /** Whether no two neighbours are related, or all are. */
  Made neighbours(Made relation) {
    String name = names.function(CHECKS);
    boolean never = dice.chance(0.6);
    String y = dice.of("b", "y", "z");
    String related = relation.name() + " " + x + " " + y;
    String test = never ? "negb (" + related + ")" : related;
    String text = "Fixpoint " + name + " (" + l + " : list " + type.name() + ") : bool :=\n  match "
        + l + " with\n  | [] => true\n  | " + x + " :: " + rest + " =>\n    match " + rest
        + " with\n    | [] => true\n    | " + y + " :: _ => " + test + " && " + name + " " + rest
        + "\n    end\n  end.";
    String list = name + " (" + x + " :: " + y + " :: " + l + ")";
    return made(
        Role.CHAIN,
        name,
        text,
        "bool",
        never
            ? "says that " + relation.name() + " holds of no two neighbours"
            : "says that " + relation.name() + " holds of all neighbours",
        List.of(
            name + " [] = true",
            "forall " + x + ", " + name + " [" + x + "] = true",
            "forall " + x + " " + y + " " + l + ", " + list + " = " + test + " && " + name + " ("
                + y + " :: " + l + ")"));
  }

  /** A function that looks at each value of a list with another function. */
  Made each(Made one) {
    String of = one.name() + " " + x;
    return switch (one.role()) {
      case TEST ->
        switch (dice.below(3)) {
          case 0 ->
            folded(
                List.of("every", "all", "only"),
                "bool",
                "true",
                of + " && ",
                "",
                "says whether " + one.name() + " holds of all");
          case 1 ->
            folded(
                List.of("count", "how_many", "number"),
                "nat",
                "0",
                "(if " + of + " then 1 else 0) + ",
                "",
                "counts where " + one.name() + " holds");
          default -> kept(one);
        };
      case RANK ->
        folded(
            List.of("total", "sum", "cost"), "nat", "0", of + " + ", "", "adds up " + one.name());
      default ->
        folded(
            List.of("turn_all", "map_" + one.name(), "each"),
            "list " + type.name(),
            "[]",
            of + " :: ",
            "",
            "applies " + one.name() + " to each");
    };
  }

  private Made folded(
      List<String> usual, String result, String empty, String before, String after, String phrase) {
    String name = names.function(usual);
    return recursive(name, result, empty, before + name + " " + rest + after, phrase);
  }

  private Made kept(Made test) {
    String name = names.function(List.of("keep", "select", "good_ones"));
    String more = name + " " + rest;
    return recursive(
        name,
        "list " + type.name(),
        "[]",
        "if " + test.name() + " " + x + " then " + x + " :: " + more + " else " + more,
        "keeps those for which " + test.name() + " holds");
  }

  private Made recursive(String name, String result, String empty, String body, String phrase) {
    String text = "Fixpoint " + name + " (" + l + " : list " + type.name() + ") : " + result
        + " :=\n  match " + l + " with\n  | [] => " + empty + "\n  | " + x + " :: " + rest + " => "
        + body + "\n  end.";
    boolean weak = body.startsWith("if ") || body.contains(" :: ") || body.contains(" && ");
    return made(
        Role.EACH,
        name,
        text,
        result,
        phrase,
        List.of(
            name + " [] = " + empty,
            "forall " + x + " " + rest + ", " + name + " (" + x + " :: " + rest + ") = "
                + (weak ? "(" + body + ")" : body)));
  }

  private Made made(
      Role role, String name, String text, String result, String phrase, List<String> equations) {
    return new Made(role, name, text, "list " + type.name() + " -> " + result, phrase, equations);
  }
}
