package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A universally quantified proposition. */
record Statement(List<Parameter> variables, Term proposition) {

  public Statement {
    variables = List.copyOf(variables);
  }

  /** A statement about those of the variables that occur. */
  static Statement about(List<Parameter> variables, Term proposition) {
    return new Statement(
        variables.stream().filter(v -> proposition.mentions(v.name())).toList(), proposition);
  }

  /** The statement as Coq text: {@code forall n m : nat, n + m = m + n}. */
  String text(boolean types) {
    String body = TermPrinter.print(proposition);
    if (variables.isEmpty()) {
      return body;
    } else if (!types) {
      return "forall " + variables.stream().map(Parameter::name).collect(Collectors.joining(" "))
          + ", " + body;
    }
    List<String> kinds = variables.stream().map(Parameter::type).distinct().toList();
    if (kinds.size() == 1) {
      String names = variables.stream().map(Parameter::name).collect(Collectors.joining(" "));
      return "forall " + names + " : " + kinds.get(0) + ", " + body;
    }
    return "forall" + Function.binders(variables) + ", " + body;
  }

  /** The conclusion without premises. */
  Term conclusion() {
    Term t = proposition;
    while (t instanceof Term.Op o && o.symbol().equals("->")) {
      t = o.right();
    }
    return t;
  }

  /** The premises in order. */
  List<Term> premises() {
    List<Term> premises = new ArrayList<>();
    Term t = proposition;
    while (t instanceof Term.Op o && o.symbol().equals("->")) {
      premises.add(o.left());
      t = o.right();
    }
    return premises;
  }
}
