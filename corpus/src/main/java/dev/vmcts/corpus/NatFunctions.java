package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.Function.Case;
import java.util.List;

/** Functions by recursion on a natural number, and plain ones. */
final class NatFunctions {

  private NatFunctions() {}

  /** A recurrence to nat. */
  static Function recurrence(Context context) {
    Dice dice = context.dice();
    int base = dice.of(0, 0, 1, 1, 2, dice.between(0, 4));
    int k = dice.between(1, 4);
    int mode = dice.below(10);
    List<String> usual = mode < 2
        ? List.of("sum_to", "tri", "sum_n")
        : mode < 4
            ? List.of("double", "twice", "triple", "times3")
            : mode < 6
                ? List.of("fac", "fact", "prod_to")
                : List.of("pow2", "exp2", "f", "g", "h", "grow", "seq");
    return context.byCases(usual, List.of(), "nat", "computes a number by recursion", (self, c) -> {
      if (c.fields().isEmpty()) {
        return Term.num(base);
      }
      Term p = c.fields().get(0).variable();
      Term r = Term.call(self, p);
      Term s = Term.make("S", p);
      return switch (mode) {
        case 0 -> Term.op("+", dice.of(s, p), r);
        case 1 -> Term.op("+", r, dice.of(s, p, Term.op("*", Term.num(2), p)));
        case 2 ->
          dice.chance(0.5) ? Term.make("S", Term.make("S", r)) : Term.op("+", Term.num(k), r);
        case 3 -> Term.op("+", r, Term.num(k));
        case 4 -> Term.op("*", dice.of(s, Term.op("+", p, Term.num(k))), r);
        case 5 -> Term.op("*", r, dice.of(s, Term.op("+", p, Term.num(k))));
        case 6 -> Term.op("*", Term.num(k + 1), r);
        case 7 -> Term.op("+", r, r);
        case 8 -> Term.op("+", Term.num(1), Term.op("*", Term.num(k), r));
        default -> Term.op("+", Term.op("+", r, p), Term.num(k));
      };
    });
  }

  /** A recurrence over the two numbers before. */
  static Function twoBack(Context context) {
    Dice dice = context.dice();
    String name = context.names().function(List.of("fib", "luc", "f", "two_back"));
    String v = context.type().variables().get(0);
    String p = context.type().constructors().get(1).fields().get(0).name();
    String q = p.equals("k") ? "j" : "k";
    Term rp = Term.call(name, Term.var(p));
    Term rq = Term.call(name, Term.var(q));
    Term step = dice.of(
        Term.op("+", rp, rq),
        Term.op("+", rq, rp),
        Term.make("S", rq),
        Term.op("+", Term.num(2), rq),
        rq);
    Term zero = Term.num(dice.below(2));
    Term one = Term.num(dice.below(2));
    Parameter inner = new Parameter(q, "nat");
    boolean nested = step.mentions(p);
    List<Case> cases = nested
        ? List.of(
            new Case(Term.num(0), List.of(), zero),
            new Case(
                Term.make("S", Term.var(p)),
                List.of(new Parameter(p, "nat")),
                new Term.Match(
                    List.of(Term.var(p)),
                    List.of(
                        new Term.Arm(Term.num(0), one),
                        new Term.Arm(Term.make("S", inner.variable()), step)))))
        : List.of(
            new Case(Term.num(0), List.of(), zero),
            new Case(Term.num(1), List.of(), one),
            new Case(Term.make("S", Term.make("S", inner.variable())), List.of(inner), step));
    return new Function(
        name,
        List.of(new Parameter(v, "nat")),
        "nat",
        0,
        cases,
        "computes a number from the two before");
  }

  /** A function of two numbers by recursion on the first. */
  static Function binary(Context context) {
    Dice dice = context.dice();
    String second = context.type().variables().get(1);
    Term m = Term.var(second);
    int mode = dice.below(7);
    List<String> usual = List.of(
            List.of("add", "plus2", "my_add"),
            List.of("mul", "times", "my_mul"),
            List.of("pow", "power", "expn"),
            List.of("addmul", "step_up"),
            List.of("add_acc", "move"),
            List.of("fac_acc", "gather"),
            List.of("iter", "climb"))
        .get(mode);
    return context.byCases(
        usual,
        List.of(new Parameter(second, "nat")),
        "nat",
        "combines two numbers by recursion on the first",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return switch (mode) {
              case 1 -> Term.num(0);
              case 2 -> Term.num(1);
              default -> m;
            };
          }
          Term p = c.fields().get(0).variable();
          Term r = Term.call(self, p, m);
          return switch (mode) {
            case 0 -> Term.make("S", r);
            case 1 -> dice.of(Term.op("+", m, r), Term.op("+", r, m));
            case 2 -> dice.of(Term.op("*", m, r), Term.op("*", r, m));
            case 3 -> Term.op("+", Term.num(2), r);
            case 4 -> Term.call(self, p, Term.make("S", m));
            case 5 -> Term.call(self, p, Term.op("+", m, dice.of(Term.num(2), Term.make("S", p))));
            default -> Term.op("+", r, p);
          };
        });
  }

  /** A list made by recursion on a number. */
  static Function lister(Context context) {
    Dice dice = context.dice();
    boolean copies = dice.chance(0.5);
    Parameter x = new Parameter(dice.of("x", "x", "v"), "nat");
    Term nil = Term.make("nil");
    int mode = dice.below(4);
    return context.byCases(
        copies
            ? List.of("copies", "fill", "rep", "make")
            : List.of("downto", "upto", "range", "countdown"),
        copies ? List.of(x) : List.of(),
        "list nat",
        copies ? "makes a list of equal numbers" : "makes a list of numbers",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return mode == 3 ? Term.make("cons", copies ? x.variable() : Term.num(0), nil) : nil;
          }
          Term p = c.fields().get(0).variable();
          Term r = copies ? Term.call(self, p, x.variable()) : Term.call(self, p);
          Term head = copies ? x.variable() : dice.of(p, Term.make("S", p));
          return mode == 2 && copies
              ? Term.op("::", head, Term.op("::", head, r))
              : mode == 1 ? Term.op("++", r, Term.make("cons", head, nil)) : Term.op("::", head, r);
        });
  }

  /** A boolean function by recursion. */
  static Function parity(Context context) {
    Dice dice = context.dice();
    boolean zero = dice.chance(0.6);
    boolean flips = dice.chance(0.7);
    return context.byCases(
        List.of("even", "odd", "is_even", "is_zero", "pos", "evenb", "oddb"),
        List.of(),
        "bool",
        "tests a number",
        (self, c) -> {
          if (c.fields().isEmpty()) {
            return Term.bool(zero);
          }
          return flips
              ? Term.call("negb", Term.call(self, c.fields().get(0).variable()))
              : Term.bool(!zero);
        });
  }

  /** A comparison by recursion on two numbers. */
  static Function comparison(Context context) {
    Dice dice = context.dice();
    String second = context.type().variables().get(1);
    String q = context.type().constructors().get(1).fields().get(0).name().equals("k") ? "j" : "q";
    int mode = dice.below(4);
    List<String> usual = List.of(
            List.of("eqn", "same", "beq"),
            List.of("leq", "le_b", "below"),
            List.of("mini", "lower"),
            List.of("minus1", "sub", "dif"))
        .get(mode);
    return context.byCases(
        usual,
        List.of(new Parameter(second, "nat")),
        mode < 2 ? "bool" : "nat",
        "compares two numbers",
        (self, c) -> compare(self, c, mode, second, q));
  }

  private static Term compare(String self, Constructor c, int mode, String second, String q) {
    Term m = Term.var(second);
    boolean zero = c.fields().isEmpty();
    if (zero && mode == 1) {
      return Term.bool(true);
    } else if (zero && mode != 0) {
      return Term.num(0);
    }
    Term p = zero ? Term.num(0) : c.fields().get(0).variable();
    Term call = Term.call(self, p, Term.var(q));
    Term atZero = mode < 2 ? Term.bool(zero) : mode == 2 ? Term.num(0) : Term.make("S", p);
    Term atSuccessor = zero ? Term.bool(false) : mode == 2 ? Term.make("S", call) : call;
    Term pattern = Term.make("S", Term.var(zero ? "_" : q));
    return new Term.Match(
        List.of(m), List.of(new Term.Arm(Term.num(0), atZero), new Term.Arm(pattern, atSuccessor)));
  }

  /** A function without recursion that may use earlier ones. */
  static Function plain(Context context, List<Function> earlier) {
    Dice dice = context.dice();
    String v = context.type().variables().get(0);
    Term x = Term.var(v);
    List<Function> usable =
        earlier.stream().filter(f -> f.takes("nat") && f.result().equals("nat")).toList();
    Term body;
    if (!usable.isEmpty() && dice.chance(0.7)) {
      Function f = dice.pick(usable);
      body = dice.of(
          f.of(f.of(x)),
          Term.op("+", f.of(x), Term.num(dice.between(1, 3))),
          Term.op("+", f.of(x), x),
          f.of(Term.make("S", x)));
    } else {
      Term k = Term.num(dice.between(1, 5));
      body = dice.of(
          Term.op("+", x, k),
          Term.op("*", Term.num(2), x),
          Term.op("*", x, x),
          Term.op("+", Term.op("*", Term.num(3), x), k),
          Term.op("+", x, x));
    }
    return Function.plain(
        context.names().function(List.of("add_k", "f", "g", "quad", "square", "next_n", "plus_k")),
        List.of(new Parameter(v, "nat")),
        "nat",
        body,
        "computes a number");
  }
}
