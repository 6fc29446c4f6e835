package dev.vmcts.corpus;

import dev.vmcts.corpus.Function.Equation;
import dev.vmcts.corpus.Term.Arm;
import dev.vmcts.corpus.Term.Make;
import dev.vmcts.corpus.Term.Match;
import dev.vmcts.corpus.Term.Var;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The equations of a function, with matches on variables turned into further equations. */
final class Equations {

  private Equations() {}

  /** Equations without any match; a case that cannot be put so is left out. */
  static List<Equation> of(Function function, DataType type) {
    List<Equation> equations = new ArrayList<>();
    function.equations().forEach(e -> split(e, type, equations));
    return equations;
  }

  /** The same as Coq text, those that Coq proves by reflexivity. */
  static List<String> proven(
      VerifierSession session, VerifierState state, Function function, DataType type)
      throws VerifierException, InterruptedException {
    List<String> proven = new ArrayList<>();
    for (Equation e : of(function, type)) {
      String text = Statement.about(e.variables(), Term.eq(e.left(), e.right())).text(true);
      if (Prover.reflexive(session, state, text)) {
        proven.add(text);
      }
    }
    return proven;
  }

  private static void split(Equation e, DataType type, List<Equation> out) {
    if (!(e.right() instanceof Match m)) {
      out.add(e);
      return;
    }
    if (m.scrutinees().size() != 1 || !(m.scrutinees().get(0) instanceof Var v)) {
      return;
    }
    for (Arm arm : m.arms()) {
      Term pattern = arm.patterns().get(0);
      if (pattern instanceof Var) {
        continue;
      }
      List<Parameter> variables = new ArrayList<>(e.variables());
      variables.removeIf(p -> p.name().equals(v.name()));
      Term named = named(pattern, type, variables);
      split(
          new Equation(variables, e.left().with(v.name(), named), arm.body().with(v.name(), named)),
          type,
          out);
    }
  }

  /** The pattern with names for its wildcards; what it binds is added to the variables. */
  private static Term named(Term pattern, DataType type, List<Parameter> variables) {
    if (!(pattern instanceof Make m) || m.args().isEmpty()) {
      return pattern;
    }
    List<Parameter> fields = Optional.of(type).stream()
        .flatMap(t -> t.constructors().stream())
        .filter(c -> c.name().equals(m.constructor()))
        .findFirst()
        .map(DataType.Constructor::fields)
        .orElse(List.of());
    List<Term> args = new ArrayList<>();
    for (int i = 0; i < m.args().size(); i++) {
      String fieldType = i < fields.size() ? fields.get(i).type() : "nat";
      String name = m.args().get(i) instanceof Var v && !v.name().equals("_") ? v.name() : "z" + i;
      variables.add(new Parameter(name, fieldType));
      args.add(Term.var(name));
    }
    return new Make(m.constructor(), args);
  }
}
