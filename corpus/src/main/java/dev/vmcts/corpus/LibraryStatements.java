package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds statements by evaluation: of random terms, those with the same values on random inputs are said to be equal
 * (after QuickSpec, Claessen, Smallbone and Hughes, TAP 2010); of random propositions, one is said to follow from another when no
 * input speaks against it.
 */
final class LibraryStatements {

  /** A term, its values on the inputs, and how long it is in print. */
  private record Valued(Term term, List<Value> values, int length) {

    Valued(Term term, List<Value> values) {
      this(term, values, TermPrinter.print(term).length());
    }
  }

  private static final int INPUTS = 40;
  private static final int POOL = 30;
  private static final int LONGEST = 70;
  private static final int WITNESSES = 6;

  private final Dice dice;
  private final Vocabulary terms;
  private final Evaluator evaluator;
  private final List<Map<String, Value>> inputs = new ArrayList<>();
  private final List<Parameter> variables;
  private final Set<Statement> found = new LinkedHashSet<>();

  LibraryStatements(Dice dice, Vocabulary terms, Evaluator evaluator) {
    this.dice = dice;
    this.terms = terms;
    this.evaluator = evaluator;
    this.variables = terms.variables();
    for (int i = 0; i < INPUTS; i++) {
      inputs.add(input(i));
    }
  }

  /** Statements that no input refutes, in random order, short ones rather earlier. */
  List<Statement> make() {
    terms.types().forEach(this::equations);
    implications();
    Map<Statement, Double> order = new HashMap<>();
    found.forEach(s -> order.put(s, Math.sqrt(s.text(false).length()) * (0.3 + dice.fraction())));
    return found.stream().sorted(Comparator.comparing(order::get)).toList();
  }

  private Map<String, Value> input(int i) {
    Map<String, Value> values = new HashMap<>();
    for (Parameter v : variables) {
      values.put(
          v.name(),
          switch (v.type()) {
            case "nat -> nat" ->
              new Value.Fun(dice.between(1, 3), dice.below(4), dice.of(2, 4, 97, 89), false);
            case "nat -> bool" ->
              new Value.Fun(dice.between(1, 2), dice.below(3), dice.of(2, 3), true);
            case LibraryTerms.LIST -> DataType.LIST.random(dice, i % 5);
            default -> new Value.Nat(dice.below(4));
          });
    }
    return values;
  }

  /** The values of a term, one for each input; empty when it is too large. */
  private List<Value> values(Term term) {
    List<Value> values = new ArrayList<>();
    try {
      for (Map<String, Value> input : inputs) {
        values.add(evaluator.value(term, input));
      }
    } catch (Evaluator.TooLarge e) {
      return List.of();
    }
    return values;
  }

  private void equations(String type) {
    Set<Term> all = new LinkedHashSet<>(terms.laws(type));
    for (int i = 0; i < POOL; i++) {
      all.add(terms.of(type, dice.of(1, 2, 2, 3)));
    }
    List<Valued> pool = new ArrayList<>();
    for (Term t : all) {
      List<Value> values = values(t);
      if (!values.isEmpty()) {
        pool.add(new Valued(t, values));
      }
    }
    for (Valued a : pool) {
      for (Valued b : pool) {
        if (a.equals(b) || a.length() < b.length()) {
          continue;
        }
        if (a.values.equals(b.values)) {
          add(dice.chance(0.9) ? Term.eq(a.term, b.term) : Term.eq(b.term, a.term));
        } else if (type.equals("nat") && dice.chance(0.2)) {
          bound(a, b);
        }
      }
    }
  }

  private void bound(Valued a, Valued b) {
    boolean most = true;
    boolean least = true;
    for (int i = 0; i < a.values.size(); i++) {
      int difference =
          ((Value.Nat) a.values.get(i)).value() - ((Value.Nat) b.values.get(i)).value();
      most &= difference <= 0;
      least &= difference >= 0;
    }
    if (most) {
      add(Term.op("<=", a.term, b.term));
    } else if (least) {
      add(Term.op("<=", b.term, a.term));
    }
  }

  private void implications() {
    List<Valued> pool = new ArrayList<>();
    for (int i = 0; i < 2 * POOL; i++) {
      Term t = terms.proposition(dice.between(1, 2));
      List<Value> values = values(t);
      long holds = values.stream().filter(Value.TRUE::equals).count();
      if (holds == INPUTS) {
        add(t);
      } else if (holds >= WITNESSES && pool.stream().noneMatch(v -> v.term.equals(t))) {
        pool.add(new Valued(t, values));
      }
    }
    for (int i = 0; i < pool.size(); i++) {
      for (int j = 0; j < pool.size(); j++) {
        Valued a = pool.get(i);
        Valued b = pool.get(j);
        if (i != j && a.values.equals(b.values)) {
          if (i < j) {
            add(Term.op("<->", a.term, b.term));
          }
        } else if (i != j && follows(a.values, b.values)) {
          add(Term.op("->", a.term, b.term));
        }
      }
    }
  }

  private static boolean follows(List<Value> premise, List<Value> conclusion) {
    for (int i = 0; i < premise.size(); i++) {
      if (premise.get(i).equals(Value.TRUE) && !conclusion.get(i).equals(Value.TRUE)) {
        return false;
      }
    }
    return true;
  }

  private void add(Term proposition) {
    if (TermPrinter.print(proposition).length() <= LONGEST) {
      Statement statement = Statement.about(variables, proposition);
      if (statement.variables().stream().anyMatch(v -> terms.inductive().contains(v.name()))) {
        found.add(statement);
      }
    }
  }
}
