package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.List;

/** Functions by cases on options and pairs. */
final class FlatFunctions {

  private FlatFunctions() {}

  static Function make(Context context, List<Function> earlier) {
    return switch (context.dice().below(5)) {
      case 0 -> DataFunctions.check(context);
      case 1, 2 -> change(context);
      case 3 -> number(context);
      default -> FreeFunctions.make(context, earlier);
    };
  }

  /** A function to the type itself: exchanges the parts of a pair, or changes the numbers. */
  private static Function change(Context context) {
    Dice dice = context.dice();
    boolean pair = context.type().kind() == Kind.PAIR;
    boolean swaps = pair && dice.chance(0.6);
    int k = dice.between(1, 3);
    return context.byCases(
        swaps
            ? List.of("swap", "flip_pair", "exchange")
            : List.of("bump", "shift_up", "omap", "inc"),
        List.of(),
        context.type().name(),
        swaps ? "exchanges the two parts" : "changes the numbers",
        (self, c) -> new Term.Make(c.name(), swaps ? swapped(c) : raised(c, k)));
  }

  private static List<Term> swapped(Constructor c) {
    return List.of(c.fields().get(1).variable(), c.fields().get(0).variable());
  }

  private static List<Term> raised(Constructor c, int k) {
    return c.fields().stream()
        .map(f -> k == 1 ? Term.make("S", f.variable()) : Term.op("+", f.variable(), Term.num(k)))
        .toList();
  }

  /** A function to nat: a part, the sum of the parts, or a number where nothing is held. */
  private static Function number(Context context) {
    Dice dice = context.dice();
    int otherwise = dice.below(3);
    boolean one = dice.chance(0.4);
    return context.byCases(
        context.type().kind() == Kind.PAIR
            ? List.of("sum_pair", "total", "first", "both")
            : List.of("get", "or_else", "from_opt", "unwrap"),
        List.of(),
        "nat",
        "gives a number",
        (self, c) -> {
          List<Term> numbers = context.numbers(c);
          if (numbers.isEmpty()) {
            return Term.num(otherwise);
          }
          return one ? dice.pick(numbers) : Context.join(dice.of("+", "+", "*"), numbers);
        });
  }
}
