package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An inductive predicate.
 *
 * @param cases its constructors
 * @param text its declaration
 * @param plain the same in one fixed style, with the constructors in every order if they are few, by which it is compared
 *     with the predicates of problems
 */
record Predicate(String name, List<Case> cases, String text, List<String> plain) {

  private static final int MOST_REORDERED = 4;

  /**
   * A constructor.
   *
   * @param arguments the arguments of the predicate in its conclusion
   */
  record Case(
      String name, List<Parameter> variables, List<String> premises, List<String> arguments) {
    Case {
      variables = List.copyOf(variables);
      premises = List.copyOf(premises);
      arguments = List.copyOf(arguments);
    }
  }

  Predicate {
    cases = List.copyOf(cases);
    plain = List.copyOf(plain);
  }

  /** A predicate, declared in a style by chance. */
  static Predicate of(String name, List<String> types, List<Case> cases, Dice dice) {
    String head = "Inductive " + name + " : " + String.join(" -> ", types) + " -> Prop :=";
    boolean oneLine = cases.size() < 3 && dice.chance(0.2);
    String bar = oneLine ? " | " : dice.of("\n  | ", "\n  | ", "\n| ");
    String first = oneLine || dice.chance(0.15) ? bar.replace("| ", "") : bar;
    int style = dice.of(0, 0, 0, 1, 2, 3);
    String text = cases.stream().map(c -> print(name, c, style)).collect(Collectors.joining(bar));
    List<String> plain = orders(cases).stream()
        .map(o -> o.stream()
            .map(c -> "\n  | " + print(name, c, 0))
            .collect(Collectors.joining("", head, ".")))
        .toList();
    return new Predicate(name, cases, head + first + text + ".", plain);
  }

  private static List<List<Case>> orders(List<Case> cases) {
    if (cases.size() < 2 || cases.size() > MOST_REORDERED) {
      return List.of(cases);
    }
    List<List<Case>> orders = new ArrayList<>();
    for (Case first : cases) {
      List<Case> others = cases.stream().filter(c -> !c.equals(first)).toList();
      for (List<Case> rest : orders(others)) {
        List<Case> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return List.copyOf(orders);
  }

  /** Quantifiers without types, with types, or binders before the colon without and with types. */
  private static String print(String predicate, Case c, int style) {
    String bare = c.variables().stream().map(v -> " " + v.name()).collect(Collectors.joining());
    String end = c.premises().stream().map(p -> p + " -> ").collect(Collectors.joining())
        + predicate + " " + String.join(" ", c.arguments());
    if (bare.isEmpty()) {
      return c.name() + " : " + end;
    }
    return c.name()
        + switch (style) {
          case 0 -> " : forall" + bare + ", " + end;
          case 1 -> " : forall" + Function.binders(c.variables()) + ", " + end;
          case 2 -> bare + " : " + end;
          default -> Function.binders(c.variables()) + " : " + end;
        };
  }

  /** The parts of a text at the outermost level of brackets. */
  static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth == 0 && text.startsWith(separator, i)) {
        parts.add(text.substring(from, i));
        from = i + separator.length();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
