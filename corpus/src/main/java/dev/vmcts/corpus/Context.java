package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.Function.Case;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function is made in.
 *
 * @param dice the choices
 * @param names the names of the item
 * @param type the data that the function is about
 */
record Context(Dice dice, Names names, DataType type) {

  /** Makes the result of one case. */
  interface Body {
    Term of(String self, Constructor constructor);
  }

  Context with(DataType other) {
    return new Context(dice, names, other);
  }

  /** A function by cases on its first parameter. */
  Function byCases(
      List<String> usual, List<Parameter> more, String result, String phrase, Body body) {
    String name = names.function(usual);
    String variable = type.variables().get(0);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter(variable, type.name()));
    parameters.addAll(more);
    return new Function(name, parameters, result, 0, cases(name, body), phrase);
  }

  /** The cases on a value of the type. */
  List<Case> cases(String name, Body body) {
    List<Case> cases = new ArrayList<>();
    for (Constructor c : type.constructors()) {
      cases.add(new Case(c.pattern(), c.fields(), body.of(name, c)));
    }
    return cases;
  }

  /** Calls of the function on every recursive field. */
  List<Term> recursions(String self, Constructor c, Term... more) {
    List<Term> calls = new ArrayList<>();
    for (Parameter field : c.fields()) {
      if (type.recursive(field)) {
        calls.add(recursion(self, field, more));
      }
    }
    return calls;
  }

  /** A call of the function on one field. */
  static Term recursion(String self, Parameter field, Term... more) {
    List<Term> args = new ArrayList<>();
    args.add(field.variable());
    args.addAll(List.of(more));
    return new Term.Call(self, args);
  }

  /** The fields that hold a plain number. */
  List<Term> numbers(Constructor c) {
    return c.fields().stream()
        .filter(f -> f.type().equals("nat") && !type.recursive(f))
        .map(Parameter::variable)
        .toList();
  }

  /** The terms joined by an operator, to the left as Coq reads them. */
  static Term join(String symbol, List<Term> terms) {
    Term joined = terms.get(0);
    for (Term t : terms.subList(1, terms.size())) {
      joined = Term.op(symbol, joined, t);
    }
    return joined;
  }

  /** The terms joined by an operator, to the right. */
  static Term joinRight(String symbol, List<Term> terms) {
    Term joined = terms.get(terms.size() - 1);
    for (int i = terms.size() - 2; i >= 0; i--) {
      joined = Term.op(symbol, terms.get(i), joined);
    }
    return joined;
  }
}
