package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Constructor;
import dev.vmcts.corpus.DataType.Kind;
import dev.vmcts.corpus.Function.Case;
import dev.vmcts.corpus.Term.Call;
import dev.vmcts.corpus.Term.Op;
import dev.vmcts.corpus.Term.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes proofs by cases and by structural induction, with the calls that a lemma makes of itself. */
final class DafnyInduction {

  private final Dice dice;
  private final DafnyPrinter printer;
  private final DataType type;
  private final List<Function> functions;

  DafnyInduction(Dice dice, DafnyPrinter printer, DataType type, List<Function> functions) {
    this.dice = dice;
    this.printer = printer;
    this.type = type;
    this.functions = List.copyOf(functions);
  }

  /** The lines of a proof; none when no variable is fit for it. */
  List<String> proof(String lemma, Statement s) {
    List<Parameter> fit = s.variables().stream()
        .filter(v -> v.type().equals(type.name()) && isMatchedOn(s, v.name()))
        .toList();
    if (fit.isEmpty()) {
      return List.of();
    }
    Parameter v = fit.get(dice.chance(0.85) ? 0 : dice.below(fit.size()));
    return switch (type.kind()) {
      case NAT -> onNumber(lemma, s, v);
      case LIST -> onSequence(lemma, s, v);
      default -> onData(lemma, s, v);
    };
  }

  private boolean isMatchedOn(Statement s, String variable) {
    return type.kind() == Kind.LIST
        || functions.stream()
            .anyMatch(f -> matching(s.proposition(), f, variable).isPresent());
  }

  /** A call of the function in a term whose matched argument is the variable. */
  private static Optional<Call> matching(Term t, Function f, String variable) {
    if (t instanceof Call c
        && c.function().equals(f.name())
        && f.scrutinee() >= 0
        && c.args().get(f.scrutinee()) instanceof Var v
        && v.name().equals(variable)) {
      return Optional.of(c);
    }
    List<Call> found = new ArrayList<>();
    t.mapParts(part -> {
      matching(part, f, variable).ifPresent(found::add);
      return part;
    });
    return found.stream().findFirst();
  }

  private List<String> onNumber(String lemma, Statement s, Parameter v) {
    int back = functions.stream()
            .filter(f -> s.proposition().mentions(f.name()))
            .anyMatch(f -> f.cases().size() == 3)
        ? 2
        : 1;
    String n = v.name();
    List<String> step = new ArrayList<>();
    hint(s, v).ifPresent(step::add);
    for (int i = 1; i <= back; i++) {
      step.add(call(lemma, s, v, Term.op("-", v.variable(), Term.num(i)), 1, List.of()));
    }
    boolean inverted = dice.chance(0.25);
    String test = back == 2
        ? n + dice.of(" > 1", " >= 2")
        : inverted ? n + " == 0" : n + dice.of(" > 0", " > 0", " != 0");
    return back == 1 && inverted ? branches(test, List.of(), step) : branches(test, step);
  }

  private List<String> onSequence(String lemma, Statement s, Parameter v) {
    String l = v.name();
    List<String> base = new ArrayList<>();
    List<String> step = new ArrayList<>();
    for (Op append : appends(s.proposition())) {
      if (append.left() instanceof Var a && a.name().equals(l)) {
        String both = printer.print(append);
        String right = printer.print(append.right());
        base.add("assert " + both + " == " + right + ";");
        step.add("assert (" + both + ")[1..] == " + l + "[1..] + " + right + ";");
      }
    }
    step.add(call(lemma, s, v, Term.call("#tail", v.variable()), 1, List.of()));
    if (!base.isEmpty()) {
      return dice.chance(0.5)
          ? branches("|" + l + "| == 0", base, step)
          : branches(l + " == []", base, step);
    }
    return branches(dice.of("|" + l + "| > 0", "|" + l + "| > 0", l + " != []"), step);
  }

  private static List<Op> appends(Term t) {
    List<Op> found = new ArrayList<>();
    if (t instanceof Op o && o.symbol().equals("++")) {
      found.add(o);
    }
    t.mapParts(part -> {
      appends(part).stream().filter(a -> !found.contains(a)).forEach(found::add);
      return part;
    });
    return found;
  }

  private List<String> onData(String lemma, Statement s, Parameter v) {
    List<String> lines = new ArrayList<>();
    boolean braces = dice.chance(0.8);
    lines.add("match " + v.name() + (braces ? " {" : ""));
    String indent = braces ? "  " : "";
    for (Constructor c : type.constructors()) {
      List<String> calls = new ArrayList<>();
      List<Term> fields = new ArrayList<>();
      for (Parameter f : c.fields()) {
        fields.add(new Var(fresh(f.name(), s)));
      }
      int nth = 0;
      for (int i = 0; i < fields.size(); i++) {
        if (type.recursive(c.fields().get(i))) {
          nth++;
          calls.add(call(lemma, s, v, fields.get(i), nth, fields));
        }
      }
      lines.add(indent + "case " + printer.print(new Term.Make(c.name(), fields)) + " =>");
      calls.forEach(line -> lines.add(indent + "  " + line));
    }
    if (braces) {
      lines.add("}");
    }
    return lines;
  }

  private static String fresh(String field, Statement s) {
    return s.variables().stream().anyMatch(p -> p.name().equals(field)) ? field + "0" : field;
  }

  /** The call of the lemma on a smaller value; accumulators change as in the recursion of a function. */
  private String call(
      String lemma, Statement s, Parameter v, Term smaller, int nth, List<Term> fields) {
    Map<String, Term> values = new HashMap<>(Map.of(v.name(), smaller));
    for (Function f : functions) {
      Optional<Call> call = matching(s.proposition(), f, v.name());
      if (call.isPresent()
          && f.isRecursive()
          && f.cases().size() == type.constructors().size()) {
        accumulate(f, call.get(), v, nth, fields, values);
      }
    }
    return new DafnyLemmas.Stated(lemma, s).call(values, printer);
  }

  private void accumulate(
      Function f, Call call, Parameter v, int nth, List<Term> fields, Map<String, Term> values) {
    Case step = f.cases().get(f.cases().size() - 1);
    List<Call> recursions = new ArrayList<>();
    collect(step.body(), f.name(), recursions);
    if (recursions.isEmpty()) {
      return;
    }
    Call recursion = recursions.get(Math.min(nth, recursions.size()) - 1);
    for (int j = 0; j < call.args().size(); j++) {
      if (j != f.scrutinee()
          && call.args().get(j) instanceof Var u
          && !recursion.args().get(j).equals(f.parameters().get(j).variable())) {
        Term changed = recursion.args().get(j);
        for (int k = 0; k < call.args().size(); k++) {
          changed = changed.with(f.parameters().get(k).name(), call.args().get(k));
        }
        for (int k = 0; k < fields.size() && k < step.bound().size(); k++) {
          changed = changed.with(step.bound().get(k).name(), fields.get(k));
        }
        if (fields.isEmpty() && !step.bound().isEmpty()) {
          changed = DafnyMatches.bound(new Term.Arm(step.pattern(), changed), v.variable());
        }
        values.putIfAbsent(u.name(), changed);
      }
    }
  }

  private static void collect(Term t, String function, List<Call> found) {
    if (t instanceof Call c && c.function().equals(function)) {
      found.add(c);
    }
    t.mapParts(part -> {
      collect(part, function, found);
      return part;
    });
  }

  /** An assertion that unfolds a function once. */
  private Optional<String> hint(Statement s, Parameter v) {
    if (!dice.chance(0.2)) {
      return Optional.empty();
    }
    for (Function f : dice.shuffled(functions)) {
      Optional<Call> call = matching(s.proposition(), f, v.name());
      if (call.isPresent() && f.takes("nat") && f.isRecursive() && f.cases().size() == 2) {
        Case step = f.cases().get(1);
        Term unfolded = DafnyMatches.bound(
            new Term.Arm(
                step.pattern(), step.body().with(f.parameters().get(0).name(), v.variable())),
            v.variable());
        return Optional.of("assert " + printer.print(Term.eq(call.get(), unfolded)) + ";");
      }
    }
    return Optional.empty();
  }

  private List<String> branches(String test, List<String> yes) {
    List<String> lines = new ArrayList<>();
    lines.add("if " + test + " {");
    yes.forEach(l -> lines.add("  " + l));
    lines.add("}");
    return lines;
  }

  private List<String> branches(String test, List<String> yes, List<String> no) {
    List<String> lines = branches(test, yes);
    lines.set(lines.size() - 1, "} else {");
    no.forEach(l -> lines.add("  " + l));
    lines.add("}");
    return lines;
  }
}
