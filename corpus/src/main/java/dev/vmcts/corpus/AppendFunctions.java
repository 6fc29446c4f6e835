package dev.vmcts.corpus;

import java.util.List;

/** Functions on Coq's lists whose results are put together with {@code ++}. */
final class AppendFunctions {

  private AppendFunctions() {}

  /** A function from a list of numbers, and sometimes a number, to a list of numbers. */
  static Function make(Context context) {
    Dice dice = context.dice();
    boolean keyed = dice.chance(0.3);
    Parameter key = new Parameter(dice.of("y", "z", "d"), "nat");
    int shape = dice.below(6);
    int change = dice.below(4);
    int k = dice.between(0, 3);
    Term base = dice.chance(0.85) ? Term.make("nil") : one(keyed ? key.variable() : Term.num(k));
    String test = dice.of("<=?", "=?", "<?");
    return context.byCases(
        List.of("around", "twice", "fold_back", "spread", "ends", "back", "turned", "wrap"),
        keyed ? List.of(key) : List.of(),
        LibraryTerms.LIST,
        "builds another list",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return base;
          }
          Term x = c.fields().get(0).variable();
          Term rest = keyed
              ? Term.call(self, c.fields().get(1).variable(), key.variable())
              : Term.call(self, c.fields().get(1).variable());
          Term other = keyed ? key.variable() : changed(change, k, x);
          return switch (shape) {
            case 0 -> Term.op("++", rest, both(x, other));
            case 1 -> Term.op("++", rest, one(keyed ? Term.op("+", x, other) : other));
            case 2 -> Term.op("::", x, Term.op("++", rest, one(other)));
            case 3 -> Term.op("++", both(x, other), rest);
            case 4 -> Term.op("++", one(x), Term.op("++", rest, one(other)));
            default ->
              new Term.If(
                  Term.op(test, x, keyed ? key.variable() : Term.num(k)),
                  Term.op("::", x, rest),
                  Term.op("++", rest, one(x)));
          };
        });
  }

  private static Term changed(int change, int k, Term x) {
    return switch (change) {
      case 0 -> Term.make("S", x);
      case 1 -> Term.op("+", x, Term.num(k + 1));
      case 2 -> Term.op("*", Term.num(2), x);
      default -> Term.num(k);
    };
  }

  private static Term one(Term element) {
    return Term.make("cons", element, Term.make("nil"));
  }

  private static Term both(Term first, Term second) {
    return Term.make("cons", first, one(second));
  }
}
