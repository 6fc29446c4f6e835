package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.Term.Arm;
import dev.vmcts.corpus.Term.Match;
import java.util.ArrayList;
import java.util.List;

/** Evaluation and optimisation of expressions. */
final class ExpressionFunctions {

  private ExpressionFunctions() {}

  /** The operator that a constructor stands for; empty for leaves and unary constructors. */
  static String operator(Constructor c) {
    return switch (c.name()) {
      case "Plus", "Add", "Sum", "APlus" -> "+";
      case "Mul", "Times", "Mult", "AMult" -> "*";
      case "Minus", "Sub" -> "-";
      case "Max" -> "max";
      default -> "";
    };
  }

  private static Term apply(String operator, Term a, Term b) {
    return operator.equals("max") ? Term.call("Nat.max", a, b) : Term.op(operator, a, b);
  }

  /** The value of an expression; with variables, under a valuation that comes first or last. */
  static Function evaluator(Context context) {
    Dice dice = context.dice();
    return context.byCases(
        List.of("eval", "ev", "value", "interp", "sem", "den", "run"),
        List.of(),
        "nat",
        "evaluates the expression",
        (self, c) -> {
          List<Term> calls = context.recursions(self, c);
          if (calls.size() == 2) {
            return apply(operator(c).isEmpty() ? "+" : operator(c), calls.get(0), calls.get(1));
          } else if (calls.size() == 1) {
            return c.name().startsWith("Dbl")
                ? Term.op("*", Term.num(2), calls.get(0))
                : Term.make("S", calls.get(0));
          }
          return c.name().startsWith("Var") || c.fields().get(0).name().equals("i")
              ? dice.of(
                  Term.op("+", c.fields().get(0).variable(), Term.num(1)),
                  Term.num(1),
                  c.fields().get(0).variable())
              : c.fields().get(0).variable();
        });
  }

  /** A function that simplifies at one operator, by matching on the optimised parts. */
  static Function optimiser(Context context) {
    Dice dice = context.dice();
    List<Constructor> operators = context.type().constructors().stream()
        .filter(c -> !operator(c).isEmpty())
        .toList();
    Constructor target = dice.pick(operators);
    String constant = context.type().constructors().get(0).name();
    boolean shallow = dice.chance(0.25);
    int rule = dice.below(3);
    return context.byCases(
        List.of("opt", "simp", "optimize", "fold_const", "reduce", "norm", "simplify"),
        List.of(),
        context.type().name(),
        "simplifies the expression",
        (self, c) -> {
          List<Term> args = new ArrayList<>();
          for (Parameter f : c.fields()) {
            args.add(
                context.type().recursive(f) && !shallow
                    ? Context.recursion(self, f)
                    : f.variable());
          }
          return c.equals(target)
              ? rule(constant, c, args, rule, dice)
              : new Term.Make(c.name(), args);
        });
  }

  private static Term rule(String constant, Constructor c, List<Term> args, int rule, Dice dice) {
    String operator = operator(c);
    Term a = Term.var(c.fields().get(0).name() + "'");
    Term b = Term.var(c.fields().get(1).name() + "'");
    Term n = Term.var("n");
    Term m = Term.var("m");
    Term neutral = Term.make(constant, Term.num(operator.equals("*") ? 1 : 0));
    List<Arm> arms = new ArrayList<>();
    if (rule == 0) {
      arms.add(new Arm(
          List.of(Term.make(constant, n), Term.make(constant, m)),
          Term.make(constant, apply(operator, n, m))));
    }
    boolean commutes = !operator.equals("-");
    if (rule >= 1 && commutes && dice.chance(0.7)) {
      arms.add(new Arm(List.of(neutral, b), b));
    }
    if (arms.isEmpty() || rule == 2) {
      arms.add(new Arm(List.of(a, neutral), a));
    }
    if (operator.equals("*") && dice.chance(0.25)) {
      arms.add(new Arm(
          List.of(Term.make(constant, Term.num(0)), Term.var("_")),
          Term.make(constant, Term.num(0))));
    }
    arms.add(new Arm(List.of(a, b), Term.make(c.name(), a, b)));
    return new Match(args, arms);
  }
}
