package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions on enumerations. */
final class EnumFunctions {

  private EnumFunctions() {}

  static Function make(Context context) {
    return switch (context.dice().below(3)) {
      case 0 -> test(context);
      case 1 -> rank(context);
      default -> step(context);
    };
  }

  /** A function from the enumeration to itself: a cycle, an exchange, or anything. */
  static Function step(Context context) {
    Dice dice = context.dice();
    List<Constructor> all = context.type().constructors();
    Map<String, String> table = new HashMap<>();
    int mode = dice.below(4);
    List<Constructor> mixed = dice.shuffled(all);
    for (int i = 0; i < all.size(); i++) {
      String target = switch (mode) {
        case 0 -> all.get((i + 1) % all.size()).name();
        case 1 -> all.get((i + all.size() - 1) % all.size()).name();
        case 2 ->
          all.get(i % 2 == 0 && i + 1 < all.size() ? i + 1 : i % 2 == 1 ? i - 1 : i)
              .name();
        default -> mixed.get(i).name();
      };
      table.put(all.get(i).name(), target);
    }
    List<String> usual = mode == 0
        ? List.of("next", "succ_of", "after")
        : mode == 1
            ? List.of("prev", "before")
            : List.of("opposite", "swap", "flip", "toggle", "other");
    return context.byCases(
        usual,
        List.of(),
        context.type().name(),
        mode == 0
            ? "gives the next one"
            : mode == 1 ? "gives the one before" : "gives the opposite",
        (self, c) -> Term.make(String.valueOf(table.get(c.name()))));
  }

  private static Function test(Context context) {
    Dice dice = context.dice();
    return context.byCases(
        List.of("is_good", "is_low", "warm", "ok", "is_first", "allowed"),
        List.of(),
        "bool",
        "tells which ones are chosen",
        (self, c) -> Term.bool(dice.chance(0.5)));
  }

  private static Function rank(Context context) {
    Dice dice = context.dice();
    boolean ordered = dice.chance(0.6);
    int[] next = {dice.below(2)};
    return context.byCases(
        List.of("rank", "index", "num_of", "code", "price"),
        List.of(),
        "nat",
        "gives each one a number",
        (self, c) -> Term.num(ordered ? next[0]++ : dice.below(5)));
  }
}
