package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;

/** Random terms of a type, over the names in sight. */
final class EquationTerms {

  private static final String PROP = "Prop";

  private final Dice dice;
  private final DataType type;
  private final List<Function> helpers;

  EquationTerms(Dice dice, DataType type, List<Function> helpers) {
    this.dice = dice;
    this.type = type;
    this.helpers = helpers;
  }

  /**
   * A term.
   *
   * @param wanted its type
   * @param depth how deep it may be
   * @param names variables in sight
   * @param calls terms that should be used where they fit, recursive calls above all; those that are used are removed
   */
  Term make(String wanted, int depth, List<Parameter> names, List<Typed> calls) {
    List<Typed> fitting = calls.stream().filter(c -> c.type().equals(wanted)).toList();
    if (!fitting.isEmpty() && dice.chance(depth > 1 ? 0.4 : 0.85)) {
      Typed call = dice.pick(fitting);
      calls.remove(call);
      return call.term();
    }
    List<Term> atoms = atoms(wanted, names);
    if (depth == 0 || (!atoms.isEmpty() && dice.chance(0.25))) {
      return atoms.isEmpty() ? constant(wanted, names) : dice.pick(atoms);
    }
    List<Function> usable =
        helpers.stream().filter(h -> h.result().equals(wanted)).toList();
    if (!usable.isEmpty() && dice.chance(0.5)) {
      Function h = dice.pick(usable);
      List<Term> args = new ArrayList<>();
      h.parameters().forEach(p -> args.add(make(p.type(), depth - 1, names, calls)));
      return new Term.Call(h.name(), args);
    }
    return compound(wanted, depth - 1, names, calls);
  }

  /** A term with its type. */
  record Typed(Term term, String type) {}

  private List<Term> atoms(String wanted, List<Parameter> names) {
    List<Term> atoms = new ArrayList<>();
    for (Parameter p : names) {
      if (p.type().equals(wanted)) {
        atoms.add(p.variable());
      } else if (p.type().equals("nat -> " + wanted)) {
        names.stream()
            .filter(n -> n.type().equals("nat"))
            .forEach(n -> atoms.add(Term.call(p.name(), n.variable())));
      }
    }
    return atoms;
  }

  private Term constant(String wanted, List<Parameter> names) {
    return switch (wanted) {
      case "nat" -> Term.num(dice.below(5));
      case "bool" -> Term.bool(dice.chance(0.5));
      case "list nat" -> Term.make("nil");
      case PROP -> Term.var(dice.of("True", "False"));
      default -> {
        DataType.Constructor c = type.constructors().get(0);
        List<Term> args = new ArrayList<>();
        c.fields().forEach(f -> args.add(constant(f.type(), names)));
        yield new Term.Make(c.name(), args);
      }
    };
  }

  private Term compound(String wanted, int depth, List<Parameter> names, List<Typed> calls) {
    if (!wanted.equals(PROP) && dice.chance(0.08)) {
      return new Term.If(
          make("bool", depth, names, new ArrayList<>()),
          make(wanted, depth, names, calls),
          make(wanted, depth, names, calls));
    }
    return switch (wanted) {
      case "nat" ->
        dice.chance(0.3)
            ? Term.make("S", make("nat", depth, names, calls))
            : operator(dice.of("+", "+", "*"), "nat", "nat", depth, names, calls);
      case "bool" ->
        switch (dice.below(4)) {
          case 0 -> Term.call("negb", make("bool", depth, names, calls));
          case 1 -> operator(dice.of("=?", "<=?", "<?"), "nat", "nat", 0, names, new ArrayList<>());
          default -> operator(dice.of("&&", "||"), "bool", "bool", depth, names, calls);
        };
      case "list nat" ->
        dice.chance(0.6)
            ? operator("::", "nat", "list nat", depth, names, calls)
            : operator("++", "list nat", "list nat", depth, names, calls);
      case PROP ->
        dice.chance(0.35)
            ? operator(dice.of("=", "<>", "<", "<="), "nat", "nat", 0, names, new ArrayList<>())
            : operator(dice.of("/\\", "/\\", "\\/"), PROP, PROP, depth, names, calls);
      default -> constructor(depth, names, calls);
    };
  }

  private Term operator(
      String symbol,
      String left,
      String right,
      int depth,
      List<Parameter> names,
      List<Typed> calls) {
    Term l = make(left, Math.min(depth, 1), names, calls);
    Term r = make(right, depth, names, calls);
    return symbol.equals("::") ? Term.make("cons", l, r) : Term.op(symbol, l, r);
  }

  private Term constructor(int depth, List<Parameter> names, List<Typed> calls) {
    DataType.Constructor c = dice.pick(type.constructors());
    List<Term> args = new ArrayList<>();
    c.fields().forEach(f -> args.add(make(f.type(), depth, names, calls)));
    return new Term.Make(c.name(), args);
  }
}
