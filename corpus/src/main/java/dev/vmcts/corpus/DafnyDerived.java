package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyLemmas.Stated;
import dev.vmcts.corpus.Term.Call;
import dev.vmcts.corpus.Term.Num;
import dev.vmcts.corpus.Term.Op;
import dev.vmcts.corpus.Term.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements that follow from an earlier lemma by calling it. */
final class DafnyDerived {

  /** A statement and the calls that prove it. */
  record Corollary(Statement statement, List<String> calls) {}

  private final Dice dice;
  private final DafnyPrinter printer;
  private final List<Function> functions;

  DafnyDerived(Dice dice, DafnyPrinter printer, List<Function> functions) {
    this.dice = dice;
    this.printer = printer;
    this.functions = List.copyOf(functions);
  }

  /** A corollary of an earlier lemma; none when it has no variable. */
  Optional<Corollary> of(Stated earlier) {
    Statement s = earlier.statement();
    if (s.variables().isEmpty()) {
      return Optional.empty();
    }
    return switch (dice.below(4)) {
      case 0 -> Optional.of(instance(earlier));
      case 1 -> scaled(earlier);
      case 2 -> twice(earlier);
      default -> reversed(earlier);
    };
  }

  private Corollary instance(Stated earlier) {
    Statement s = earlier.statement();
    Parameter v = dice.pick(s.variables());
    List<Function> makers = functions.stream()
        .filter(f -> f.takes(v.type()) && f.result().equals(v.type()))
        .toList();
    Term value = !makers.isEmpty() && dice.chance(0.6)
        ? dice.pick(makers).of(v.variable())
        : v.type().equals("nat")
            ? dice.of(
                Term.op("+", v.variable(), Term.num(dice.between(1, 3))),
                Term.op("*", Term.num(2), v.variable()),
                Term.num(dice.between(1, 9)))
            : v.type().equals("list nat")
                ? dice.of(
                    Term.op("++", v.variable(), v.variable()), Term.call("#tail", v.variable()))
                : v.variable();
    Term proposition = s.proposition().with(v.name(), value);
    List<Parameter> variables = new ArrayList<>(s.variables());
    if (value instanceof Term.Num) {
      variables.remove(v);
    }
    if (value instanceof Call c && c.function().equals("#tail")) {
      proposition =
          Term.op("->", Term.op("<", Term.num(0), Term.call("length", v.variable())), proposition);
    }
    return new Corollary(
        new Statement(variables, proposition),
        List.of(earlier.call(Map.of(v.name(), value), printer)));
  }

  private Optional<Corollary> scaled(Stated earlier) {
    Statement s = earlier.statement();
    if (!(s.proposition() instanceof Op o) || !isOnNumbers(o, s)) {
      return Optional.empty();
    }
    Term k = Term.num(dice.between(2, 4));
    Term p = dice.chance(0.5)
        ? new Op(o.symbol(), Term.op("*", k, o.left()), Term.op("*", k, o.right()))
        : new Op(o.symbol(), Term.op("+", o.left(), k), Term.op("+", o.right(), k));
    return Optional.of(
        new Corollary(new Statement(s.variables(), p), List.of(earlier.call(Map.of(), printer))));
  }

  private Optional<Corollary> twice(Stated earlier) {
    Statement s = earlier.statement();
    if (!(s.proposition() instanceof Op o)) {
      return Optional.empty();
    }
    Parameter v = s.variables().get(0);
    Parameter other = new Parameter(v.name() + dice.of("2", "1", "b"), v.type());
    Op second = (Op) o.with(v.name(), other.variable());
    List<Parameter> variables = new ArrayList<>(s.variables());
    variables.add(1, other);
    Term p = isOnNumbers(o, s)
        ? new Op(
            o.symbol(),
            Term.op("+", o.left(), second.left()),
            Term.op("+", o.right(), second.right()))
        : Term.op("/\\", o, second);
    if (!s.premises().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Corollary(
        new Statement(variables, p),
        List.of(
            earlier.call(Map.of(), printer),
            earlier.call(Map.of(v.name(), other.variable()), printer))));
  }

  private Optional<Corollary> reversed(Stated earlier) {
    Statement s = earlier.statement();
    if (!(s.proposition() instanceof Op o)) {
      return Optional.empty();
    }
    String symbol = switch (o.symbol()) {
      case "=" -> "=";
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> "";
    };
    if (symbol.isEmpty() || o.right() instanceof Term.Make) {
      return Optional.empty();
    }
    return Optional.of(new Corollary(
        new Statement(s.variables(), new Op(symbol, o.right(), o.left())),
        List.of(earlier.call(Map.of(), printer))));
  }

  private boolean isOnNumbers(Op o, Statement s) {
    return List.of("=", "<=", "<", ">=", ">").contains(o.symbol())
        && (isNumber(o.left(), s) || isNumber(o.right(), s));
  }

  private boolean isNumber(Term t, Statement s) {
    if (t instanceof Num || (t instanceof Op o && List.of("+", "*").contains(o.symbol()))) {
      return true;
    } else if (t instanceof Var v) {
      return s.variables().contains(new Parameter(v.name(), "nat"));
    } else if (t instanceof Call c) {
      return c.function().equals("length")
          || functions.stream()
              .anyMatch(f -> f.name().equals(c.function()) && f.result().equals("nat"));
    }
    return t instanceof Term.Make m && m.constructor().equals("S");
  }
}
