package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Functions with arbitrary bodies: only their equations say what they are. */
final class FreeFunctions {

  private final Context context;
  private final Dice dice;
  private final List<Parameter> more;

  private FreeFunctions(Context context, List<Parameter> more) {
    this.context = context;
    this.dice = context.dice();
    this.more = more;
  }

  /** A function to nat, bool, a list or the type itself. */
  static Function make(Context context, List<Function> earlier) {
    Dice dice = context.dice();
    List<Parameter> more = new ArrayList<>();
    if (dice.chance(0.35)) {
      more.add(new Parameter(dice.of("y", "z", "a0"), "nat"));
    }
    String result =
        dice.of("nat", "nat", "nat", "bool", "list nat", context.type().name());
    FreeFunctions maker = new FreeFunctions(context, more);
    List<Function> usable =
        earlier.stream().filter(f -> f.takes(context.type().name())).toList();
    return context.byCases(
        List.of(),
        more,
        result,
        "is given by its equations",
        (self, c) -> maker.body(self, c, result, usable));
  }

  private Term body(String self, Constructor c, String result, List<Function> earlier) {
    List<Term> calls = new ArrayList<>();
    for (Parameter f : c.fields()) {
      if (context.type().recursive(f)) {
        List<Term> args = new ArrayList<>();
        args.add(f.variable());
        more.forEach(p -> args.add(p.variable()));
        calls.add(new Term.Call(self, args));
        for (Function g : earlier) {
          if (g.result().equals(result) && dice.chance(0.3)) {
            calls.add(g.of(f.variable()));
          }
        }
      }
    }
    return switch (result) {
      case "nat" -> number(c, calls);
      case "bool" -> truth(c, calls);
      case "list nat" ->
        context.type().kind() == Kind.LIST ? own(c, calls, earlier) : list(c, calls);
      default -> own(c, calls, earlier);
    };
  }

  private List<Term> numbers(Constructor c) {
    List<Term> numbers = new ArrayList<>(context.numbers(c));
    if (context.type().kind() == Kind.NAT) {
      c.fields().forEach(f -> numbers.add(f.variable()));
    }
    more.forEach(p -> numbers.add(p.variable()));
    return numbers;
  }

  private Term number(Constructor c, List<Term> calls) {
    List<Term> parts = new ArrayList<>(calls);
    for (Term n : numbers(c)) {
      if (dice.chance(0.5)) {
        parts.add(n);
      }
    }
    if (parts.isEmpty() || dice.chance(0.4)) {
      parts.add(Term.num(dice.between(calls.isEmpty() ? 0 : 1, 6)));
    }
    List<Term> mixed = dice.shuffled(parts);
    Term sum = mixed.get(0);
    for (Term t : mixed.subList(1, mixed.size())) {
      double x = dice.fraction();
      sum = x < 0.75
          ? Term.op("+", sum, t)
          : x < 0.9 ? Term.op("*", sum, t) : Term.call("Nat.max", sum, t);
    }
    return dice.chance(0.15) ? Term.make("S", sum) : sum;
  }

  private Term truth(Constructor c, List<Term> calls) {
    List<Term> parts = new ArrayList<>();
    calls.forEach(t -> parts.add(dice.chance(0.2) ? Term.call("negb", t) : t));
    for (Term n : numbers(c)) {
      if (dice.chance(0.6)) {
        parts.add(Term.op(dice.of("=?", "<=?", "<?"), n, Term.num(dice.below(4))));
      }
    }
    return parts.isEmpty()
        ? Term.bool(dice.chance(0.5))
        : Context.joinRight(dice.of("&&", "||"), parts);
  }

  private Term list(Constructor c, List<Term> calls) {
    Term list = calls.isEmpty() ? Term.make("nil") : Context.joinRight("++", calls);
    for (Term n : numbers(c)) {
      if (dice.chance(0.6)) {
        Term head = dice.chance(0.2) ? Term.make("S", n) : n;
        list = Term.op("::", head, list);
      }
    }
    return dice.chance(0.15) ? Term.op("::", Term.num(dice.below(4)), list) : list;
  }

  private Term own(Constructor c, List<Term> calls, List<Function> earlier) {
    List<Function> joining = earlier.stream()
        .filter(g -> g.takes(context.type().name(), context.type().name())
            && g.result().equals(context.type().name()))
        .toList();
    if (calls.size() == 2 && !joining.isEmpty() && dice.chance(0.6)) {
      return dice.pick(joining).of(calls.get(0), calls.get(1));
    }
    if (context.type().kind() == Kind.ENUMERATION) {
      return Term.make(dice.pick(context.type().constructors()).name());
    }
    List<Term> args = new ArrayList<>();
    int next = 0;
    for (Parameter f : c.fields()) {
      Term x = f.variable();
      if (context.type().recursive(f)) {
        args.add(next < calls.size() ? calls.get(next++) : x);
      } else {
        List<Term> numbers = numbers(c);
        args.add(dice.of(
            x, x, Term.make("S", x), Term.op("+", x, dice.pick(numbers)), Term.num(dice.below(4))));
      }
    }
    return new Term.Make(c.name(), args);
  }
}
