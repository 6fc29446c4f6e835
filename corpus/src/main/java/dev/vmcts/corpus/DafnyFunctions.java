package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.Function.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes types and functions as Dafny declarations. */
final class DafnyFunctions {

  private final Dice dice;
  private final Names names;
  private final DafnyPrinter printer;

  DafnyFunctions(Dice dice, Names names, DafnyPrinter printer) {
    this.dice = dice;
    this.names = names;
    this.printer = printer;
  }

  /** A data type; sometimes its fields have no names. */
  DafnyDeclaration type(DataType type) {
    boolean named = dice.chance(0.75);
    String text = type.constructors().stream()
        .map(c -> c.fields().isEmpty()
            ? c.name()
            : c.name()
                + c.fields().stream()
                    .map(f -> (named ? f.name() + ": " : "") + DafnyPrinter.type(f.type()))
                    .collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(" | "));
    return new DafnyDeclaration(
        Kind.TYPE, type.name(), "datatype " + type.name() + " = " + text, "", "");
  }

  /** A function, with what it promises of its result. */
  DafnyDeclaration function(Function f, List<String> promises) {
    boolean predicate = f.result().equals("bool") && dice.chance(0.6);
    StringBuilder header = new StringBuilder(predicate ? "predicate " : "function ")
        .append(f.name())
        .append(DafnyPrinter.parameters(f.parameters()));
    if (!predicate) {
      header.append(": ").append(DafnyPrinter.type(f.result()));
    }
    promises.forEach(p -> header.append("\n  ensures ").append(p));
    Term body = f.body();
    String oneLine = printer.print(body);
    boolean matches = DafnyPrinter.lowered(body) instanceof Term.Match;
    boolean broken = dice.chance(matches ? 0.95 : oneLine.length() > 50 ? 1 : 0.3);
    List<String> lines = broken ? printer.lines(body) : List.of(oneLine);
    return new DafnyDeclaration(
        Kind.FUNCTION, f.name(), header.toString(), String.join("\n", lines), f.phrase());
  }

  /** A lemma that states the equations of a function, proven by unfolding; null when they cannot be put well. */
  @Nullable
  DafnyDeclaration pin(Function f, DataType type) {
    List<Parameter> variables = new ArrayList<>();
    List<String> clauses = new ArrayList<>();
    if (f.scrutinee() >= 0 && f.cases().size() == 2 && isOnNumberOrList(f)) {
      if (dice.chance(0.5) || !f.parameters().get(f.scrutinee()).type().equals("nat")) {
        guarded(f, variables, clauses);
      }
    } else if (f.takes("list nat") || f.result().equals("list nat")) {
      return null;
    }
    if (clauses.isEmpty()) {
      for (Equation e : Equations.of(f, type)) {
        Statement s = Statement.about(e.variables(), Term.eq(e.left(), e.right()));
        s.variables().stream().filter(v -> !variables.contains(v)).forEach(variables::add);
        clauses.add(printer.print(s.proposition()));
      }
    }
    long names0 = variables.stream().map(Parameter::name).distinct().count();
    if (clauses.isEmpty() || names0 < variables.size()) {
      return null;
    }
    String name = names.take(f.name() + dice.of("_eq", "_spec", "_def", "Spec", "Eq", "_cases"));
    String header = "lemma " + name + DafnyPrinter.parameters(variables)
        + clauses.stream().map(c -> "\n  ensures " + c).collect(Collectors.joining());
    return new DafnyDeclaration(
        Kind.PIN, name, header, "", String.join(dice.of(", ", " and "), clauses));
  }

  private static boolean isOnNumberOrList(Function f) {
    return f.cases().get(1).pattern() instanceof Term.Make m
        && (m.constructor().equals("cons")
            || (m.constructor().equals("S") && m.args().get(0) instanceof Term.Var));
  }

  private void guarded(Function f, List<Parameter> variables, List<String> clauses) {
    Parameter v = f.parameters().get(f.scrutinee());
    variables.addAll(f.parameters());
    Term call =
        new Term.Call(f.name(), f.parameters().stream().map(Parameter::variable).toList());
    Term zero = v.type().equals("nat") ? Term.num(0) : Term.make("nil");
    Term base = f.cases().get(0).body().with(v.name(), zero);
    clauses.add(printer.print(Term.eq(call.with(v.name(), zero), base)));
    Term step = DafnyMatches.bound(
        new Term.Arm(f.cases().get(1).pattern(), f.cases().get(1).body()), v.variable());
    String test = v.type().equals("nat") ? v.name() + " > 0" : "|" + v.name() + "| > 0";
    clauses.add(test + " ==> " + printer.print(Term.eq(call, step)));
  }

  /** A function that simplifies one operator of expressions, by comparing with its neutral element. */
  static Function optimiser(Context context) {
    Dice dice = context.dice();
    List<Constructor> operators = context.type().constructors().stream()
        .filter(c -> !ExpressionFunctions.operator(c).isEmpty())
        .toList();
    Constructor target = dice.pick(operators);
    String operator = ExpressionFunctions.operator(target);
    String constant = context.type().constructors().get(0).name();
    boolean shallow = dice.chance(0.25);
    int sides = operator.equals("-") ? 1 : dice.below(3);
    boolean annihilates = operator.equals("*") && dice.chance(0.4);
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
          Term result = new Term.Make(c.name(), args);
          if (!c.equals(target)) {
            return result;
          }
          Term neutral = Term.make(constant, Term.num(operator.equals("*") ? 1 : 0));
          Term zero = Term.make(constant, Term.num(0));
          if (annihilates) {
            result = new Term.If(Term.eq(args.get(dice.below(2)), zero), zero, result);
          }
          if (sides != 0) {
            result = new Term.If(Term.eq(args.get(1), neutral), args.get(0), result);
          }
          if (sides != 1) {
            result = new Term.If(Term.eq(args.get(0), neutral), args.get(1), result);
          }
          return result;
        });
  }
}
