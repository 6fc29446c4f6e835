package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A type of first-order data.
 *
 * @param name how it is written
 * @param kind what it is for
 * @param constructors its constructors, base cases first
 * @param variables names for its values, the usual one first
 * @param declaration its definition as Coq text, empty when it comes with Coq
 */
record DataType(
    String name,
    Kind kind,
    List<Constructor> constructors,
    List<String> variables,
    String declaration) {

  /** The sorts of data that are generated. */
  enum Kind {
    NAT,
    LIST,
    SEQUENCE,
    TREE,
    EXPRESSION,
    ENUMERATION,
    OPTION,
    PAIR
  }

  /**
   * A constructor.
   *
   * @param fields what it holds, with the names that patterns give it
   */
  record Constructor(String name, List<Parameter> fields) {
    public Constructor {
      fields = List.copyOf(fields);
    }

    /** The pattern that binds every field. */
    Term pattern() {
      return new Term.Make(name, fields.stream().map(Parameter::variable).toList());
    }
  }

  static final DataType NAT = nat("n", "m", "k");
  static final DataType LIST = list("l", "x", "tl");

  public DataType {
    constructors = List.copyOf(constructors);
    variables = List.copyOf(variables);
  }

  /** The natural numbers, with names for variables and for the predecessor. */
  static DataType nat(String variable, String other, String predecessor) {
    return new DataType(
        "nat",
        Kind.NAT,
        List.of(
            new Constructor("O", List.of()),
            new Constructor("S", List.of(new Parameter(predecessor, "nat")))),
        List.of(variable, other, "p"),
        "");
  }

  /** Lists of natural numbers, with names for variables, head and tail. */
  static DataType list(String variable, String head, String tail) {
    return new DataType(
        "list nat",
        Kind.LIST,
        List.of(
            new Constructor("nil", List.of()),
            new Constructor(
                "cons", List.of(new Parameter(head, "nat"), new Parameter(tail, "list nat")))),
        List.of(variable, variable.equals("l") ? "m" : "ys", "k"),
        "");
  }

  /** Lists of an enumeration's values. */
  static DataType listOf(DataType element) {
    String name = "list " + element.name();
    return new DataType(
        name,
        Kind.LIST,
        List.of(
            new Constructor("nil", List.of()),
            new Constructor(
                "cons", List.of(new Parameter("x", element.name()), new Parameter("tl", name)))),
        List.of("l", "m", "k"),
        "");
  }

  /** Whether induction says no more than case analysis: no constructor holds a value of the type again. */
  boolean flat() {
    return constructors.stream().allMatch(c -> c.fields().stream().noneMatch(this::recursive));
  }

  /** Whether a field holds a value of this type again. */
  boolean recursive(Parameter field) {
    return field.type().equals(name);
  }

  /** A random value of bounded depth. */
  Value random(Dice dice, int depth) {
    if (kind == Kind.NAT) {
      return new Value.Nat(dice.below(2 * depth + 2));
    }
    List<Constructor> allowed = new ArrayList<>(constructors);
    if (depth <= 0) {
      allowed.removeIf(c -> c.fields().stream().anyMatch(this::recursive));
    } else if (dice.chance(0.6)) {
      allowed.removeIf(c -> c.fields().stream().noneMatch(this::recursive));
    }
    Constructor c = dice.pick(allowed.isEmpty() ? constructors : allowed);
    return new Value.Data(
        c.name(),
        c.fields().stream()
            .map(f -> recursive(f) ? random(dice, depth - 1) : simple(f.type(), dice))
            .toList());
  }

  /** A random value of a type that comes with Coq. */
  static Value simple(String type, Dice dice) {
    return switch (type) {
      case "nat" -> new Value.Nat(dice.below(4));
      case "bool" -> Value.bool(dice.chance(0.5));
      case "list nat" -> LIST.random(dice, dice.below(4));
      default -> throw new IllegalArgumentException("no values of type " + type);
    };
  }

  /** The declaration in either of Coq's two styles. */
  static String declare(String name, List<Constructor> constructors, boolean arrows) {
    String text = constructors.stream()
        .map(c -> "\n| " + c.name() + (arrows ? arrows(c, name) : binders(c)))
        .collect(Collectors.joining());
    return "Inductive " + name + " : Type :=" + text + ".";
  }

  private static String arrows(Constructor c, String result) {
    String from = c.fields().stream().map(f -> f.type() + " -> ").collect(Collectors.joining());
    return from.isEmpty() ? "" : " : " + from + result;
  }

  private static String binders(Constructor c) {
    return c.fields().stream()
        .map(f -> " (" + f.name() + " : " + f.type() + ")")
        .collect(Collectors.joining());
  }
}
