package dev.vmcts.corpus;

import dev.vmcts.corpus.CaseFunctions.Made;
import dev.vmcts.corpus.CaseFunctions.Role;
import dev.vmcts.corpus.DataType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Statements about functions by cases; many are false, which the prover finds out. */
final class CaseStatements {

  /**
   * A statement.
   *
   * @param about the function that it is named after
   * @param finite whether trying all cases decides it
   */
  record Stated(String about, List<Parameter> variables, String body, boolean finite) {
    Stated {
      variables = List.copyOf(variables);
    }

    /** A tactic that proves it, when it is finite, by looking at all cases. */
    String allCases() {
      return "intros " + bound(" ") + "; destruct " + bound(", ")
          + "; cbv; intuition (try congruence; try lia).";
    }

    private String bound(String separator) {
      return variables.stream().map(Parameter::name).collect(Collectors.joining(separator));
    }

    String text(boolean types) {
      return types
          ? "forall" + Function.binders(variables) + ", " + body
          : "forall " + bound(" ") + ", " + body;
    }
  }

  private final Dice dice;
  private final DataType type;
  private final List<Made> made;
  private final Parameter v;
  private final Parameter u;
  private final List<Stated> found = new ArrayList<>();

  CaseStatements(Dice dice, DataType type, List<Made> made) {
    this.dice = dice;
    this.type = type;
    this.made = made;
    this.v = new Parameter(type.variables().get(0), type.name());
    this.u = new Parameter(type.variables().get(1), type.name());
  }

  /** Statements in random order. */
  List<Stated> make() {
    for (Made f : made) {
      String x = v.name();
      switch (f.role()) {
        case TEST -> {
          if (dice.chance(0.3)) {
            one(f, f.name() + " " + x + " = true \\/ " + f.name() + " " + x + " = false");
          }
        }
        case STEP -> step(f, x);
        case RANK -> one(f, f.name() + " " + x + dice.of(" < ", " <= ") + dice.between(2, 8));
        case RELATION -> relation(f, x);
        case ROUTE -> route(f, x);
        case ITERATE ->
          premises(
              f,
              f.name() + " " + dice.between(2, Math.max(2, type.constructors().size())) + " " + x
                  + " = " + x);
        case EACH, CHAIN -> appended(f);
        case CONTENT, BOUND -> {}
      }
    }
    together();
    return dice.shuffled(found);
  }

  private void add(Made f, List<Parameter> variables, String body) {
    found.add(new Stated(f.name(), variables, body, type.kind() == Kind.ENUMERATION));
  }

  private void one(Made f, String body) {
    add(f, List.of(v), body);
  }

  /** A conclusion alone, and under each test. */
  private void premises(Made f, String conclusion) {
    one(f, conclusion);
    made.stream()
        .filter(t -> t.role() == Role.TEST)
        .forEach(t ->
            one(f, t.name() + " " + v.name() + " = " + dice.chance(0.7) + " -> " + conclusion));
  }

  private void step(Made f, String x) {
    String once = f.name() + " " + x;
    String many = once;
    for (int i = 1; i < type.constructors().size() && i < 8; i++) {
      many = f.name() + " (" + many + ")";
      if (i == 1 || i == type.constructors().size() - 1 || dice.chance(0.3)) {
        premises(f, many + " = " + x);
      }
    }
    premises(f, once + " <> " + x);
    if (type.constructors().size() <= CaseFunctions.LONGEST_PAIRED) {
      add(
          f,
          List.of(v, u),
          once + " = " + f.name() + " " + u.name() + " -> " + x + " = " + u.name());
    }
    String image = dice.pick(type.constructors()).name();
    one(
        f,
        once + " = " + image + " -> " + x + " = "
            + dice.pick(type.constructors()).name());
    one(f, once + " <> " + image);
  }

  private void relation(Made f, String x) {
    String y = u.name();
    add(f, List.of(v, u), f.name() + " " + x + " " + y + " = " + f.name() + " " + y + " " + x);
    one(f, f.name() + " " + x + " " + x + " = false");
    add(f, List.of(v, u), f.name() + " " + x + " " + y + " = true -> " + x + " <> " + y);
    add(
        f,
        List.of(v, u),
        f.name() + " " + x + " " + y + " = true -> " + f.name() + " " + y + " " + x + " = "
            + dice.chance(0.3));
  }

  private void route(Made f, String x) {
    String call = f.name() + " " + x + " " + u.name();
    add(f, List.of(v, u), "length (" + call + ")" + dice.of(" <= 3", " < 4", " > 0", " <= 4"));
    add(f, List.of(v, u), "hd_error (" + call + ") = Some " + x);
    add(f, List.of(v, u), "hd " + x + " (" + call + ") = " + x);
    add(f, List.of(v, u, new Parameter("o", type.name())), "last (" + call + ") o = " + u.name());
    add(f, List.of(v, u), "In " + u.name() + " (" + call + ")");
    add(f, List.of(v, u), call + " <> []");
    one(f, f.name() + " " + x + " " + x + " = [" + x + "]");
    for (Made r : made) {
      if (r.role() == CaseFunctions.Role.RELATION) {
        String middle = dice.pick(type.constructors()).name();
        String related = r.name() + " " + x + " " + u.name() + " = true -> ";
        add(f, List.of(v, u), related + call + " = [" + x + "; " + middle + "; " + u.name() + "]");
        add(f, List.of(v, u), related + "length (" + call + ") = 3");
      }
    }
  }

  /** How a function on lists goes through {@code ++}, and what it does to the length. */
  private void appended(Made f) {
    String lists = "list " + type.name();
    Parameter l = new Parameter("l", lists);
    Parameter k = new Parameter(dice.of("k", "m", "l'"), lists);
    String both = f.name() + " (l ++ " + k.name() + ")";
    String first = f.name() + " l";
    String second = f.name() + " " + k.name();
    String joined = f.type().endsWith("bool")
        ? first + " && " + second
        : f.type().endsWith("nat") ? first + " + " + second : first + " ++ " + second;
    if (f.role() == CaseFunctions.Role.EACH) {
      found.add(new Stated(f.name(), List.of(l, k), both + " = " + joined, false));
      if (f.type().endsWith(lists)) {
        String size = "length (" + first + ")" + dice.of(" = ", " <= ") + "length l";
        found.add(new Stated(f.name(), List.of(l), size, false));
      }
    }
    if (f.type().endsWith("bool")) {
      String parts = both + " = true -> " + dice.of(first, second) + " = true";
      found.add(new Stated(f.name(), List.of(l, k), parts, false));
    }
  }

  private void together() {
    String x = v.name();
    for (Made f : made) {
      for (Made g : made) {
        if (f.role() == CaseFunctions.Role.CHAIN && g.role() == CaseFunctions.Role.ROUTE) {
          String safe = f.name() + " (" + g.name() + " " + x + " " + u.name() + ") = true";
          add(g, List.of(v, u), safe);
        } else if (f.role() == Role.TEST && g.role() == Role.STEP) {
          premises(g, f.name() + " (" + g.name() + " " + x + ") = " + dice.chance(0.5));
        } else if (f.role() == Role.TEST && g.role() == Role.RANK) {
          one(
              g,
              f.name() + " " + x + " = " + dice.chance(0.6) + " -> " + g.name() + " " + x
                  + dice.of(" <= ", " < ", " > ", " >= ") + dice.below(6));
          one(
              g,
              g.name() + " " + x + dice.of(" < ", " > ", " = ") + dice.below(6) + " -> " + f.name()
                  + " " + x + " = " + dice.chance(0.5));
        } else if (f.role() == Role.CONTENT && g.role() == Role.BOUND) {
          bounded(f, g, x);
        }
      }
    }
  }

  private void bounded(Made content, Made bound, String x) {
    boolean list = type.constructors().get(0).fields().get(0).type().startsWith("list");
    String size = list ? "length (" + content.name() + " " + x + ")" : content.name() + " " + x;
    String holds = bound.name() + " " + x + (bound.type().endsWith("bool") ? " = true" : "");
    one(bound, holds + " -> " + size + dice.of(" <= ", " < ") + dice.between(4, 11));
    one(bound, size + dice.of(" = 0", " < 2", " <= 1") + " -> " + holds);
    for (Made test : made) {
      if (test.role() == Role.TEST) {
        for (int i = 0; i < 4; i++) {
          String size1 = size + dice.of(" >= ", " > ", " >= ", " < ", " <= ") + dice.between(1, 8);
          String is = test.name() + " " + x + " = " + dice.chance(0.6);
          one(bound, holds + " -> " + size1 + " -> " + is);
          one(bound, is + " -> " + holds + " -> " + size1);
        }
      }
    }
  }
}
