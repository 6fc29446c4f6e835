package dev.vmcts.corpus;

import dev.vmcts.corpus.Term.Arm;
import dev.vmcts.corpus.Term.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A defined function.
 *
 * @param name its name
 * @param parameters its parameters
 * @param result its result type
 * @param scrutinee the parameter that it matches on, or -1
 * @param cases one for each pattern, or a single one without a pattern
 * @param phrase what it does, in words: "counts the leaves"
 */
record Function(
    String name,
    List<Parameter> parameters,
    String result,
    int scrutinee,
    List<Case> cases,
    String phrase) {

  /**
   * One case of a definition.
   *
   * @param pattern the pattern, with a name for every field; ignored when the function does not match
   * @param bound what the pattern binds
   * @param body the result
   */
  record Case(Term pattern, List<Parameter> bound, Term body) {
    public Case {
      bound = List.copyOf(bound);
    }
  }

  /** A universally quantified equation. */
  record Equation(List<Parameter> variables, Term left, Term right) {}

  public Function {
    parameters = List.copyOf(parameters);
    cases = List.copyOf(cases);
  }

  /** A function that does not match. */
  static Function plain(
      String name, List<Parameter> parameters, String result, Term body, String phrase) {
    return new Function(
        name, parameters, result, -1, List.of(new Case(body, List.of(), body)), phrase);
  }

  /** A call with the given arguments. */
  Term of(Term... args) {
    return Term.call(name, args);
  }

  boolean isRecursive() {
    return cases.stream().anyMatch(c -> c.body().mentions(name));
  }

  /** Whether a pattern hides a parameter: the equations would then say something else. */
  boolean shadows() {
    return parameters.stream()
        .map(Parameter::name)
        .filter(p -> scrutinee < 0 || !p.equals(parameters.get(scrutinee).name()))
        .anyMatch(p -> cases.stream()
            .flatMap(c -> c.bound().stream())
            .anyMatch(b -> b.name().equals(p)));
  }

  /** Whether this has the given parameter types. */
  boolean takes(String... types) {
    return parameters.stream().map(Parameter::type).toList().equals(List.of(types));
  }

  /** The same function of two arguments with its arguments in the other order. */
  Function swapped() {
    List<Parameter> other = List.of(parameters.get(1), parameters.get(0));
    List<Case> swapped = cases.stream()
        .map(c -> new Case(c.pattern(), c.bound(), swapped(c.body())))
        .toList();
    return new Function(name, other, result, 1 - scrutinee, swapped, phrase);
  }

  private Term swapped(Term term) {
    Term inside = term.mapParts(this::swapped);
    return inside instanceof Call c && c.function().equals(name)
        ? of(c.args().get(1), c.args().get(0))
        : inside;
  }

  Term body() {
    if (scrutinee < 0) {
      return cases.get(0).body();
    }
    List<Arm> arms = new ArrayList<>();
    for (Case c : cases) {
      Term pattern = c.pattern();
      for (Parameter p : c.bound()) {
        if (!c.body().mentions(p.name())) {
          pattern = pattern.with(p.name(), Term.var("_"));
        }
      }
      arms.add(new Arm(pattern, c.body()));
    }
    return new Term.Match(List.of(parameters.get(scrutinee).variable()), arms);
  }

  /** The definition as Coq text. */
  String text() {
    String binders = binders(parameters);
    String keyword = isRecursive() ? "Fixpoint " : "Definition ";
    String body = TermPrinter.body(body());
    String separator = body.length() + binders.length() < 50 && scrutinee < 0 ? " " : "\n  ";
    return keyword + name + binders + " : " + result + " :=" + separator + body + ".";
  }

  /** The type as Coq text. */
  String type() {
    return parameters.stream()
            .map(p -> (p.type().contains("->") ? "(" + p.type() + ")" : p.type()) + " -> ")
            .collect(Collectors.joining())
        + result;
  }

  /** The equations that the definition states, one for each case. */
  List<Equation> equations() {
    List<Equation> equations = new ArrayList<>();
    for (Case c : cases) {
      List<Parameter> variables = new ArrayList<>(scrutinee < 0 ? List.of() : c.bound());
      List<Term> args = new ArrayList<>();
      Term right = c.body();
      for (int i = 0; i < parameters.size(); i++) {
        Parameter p = parameters.get(i);
        if (i == scrutinee) {
          args.add(c.pattern());
          right = right.with(p.name(), c.pattern());
        } else {
          args.add(p.variable());
          variables.add(p);
        }
      }
      equations.add(new Equation(variables, new Call(name, args), right));
    }
    return equations;
  }

  /** Binders with parameters of one type together: {@code " (n m : nat) (l : list nat)"}. */
  static String binders(List<Parameter> parameters) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < parameters.size()) {
      String type = parameters.get(i).type();
      text.append(" (");
      while (i < parameters.size() && parameters.get(i).type().equals(type)) {
        text.append(parameters.get(i).name()).append(' ');
        i++;
      }
      text.append(": ").append(type).append(')');
    }
    return text.toString();
  }
}
