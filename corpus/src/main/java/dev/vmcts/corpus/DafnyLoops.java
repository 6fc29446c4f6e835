package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.corpus.Term.Call;
import java.util.ArrayList;
import java.util.List;

/** Methods that compute a recurrence with a loop. */
final class DafnyLoops {

  private final Dice dice;
  private final Names names;
  private final DafnyPrinter printer;

  DafnyLoops(Dice dice, Names names, DafnyPrinter printer) {
    this.dice = dice;
    this.names = names;
    this.printer = printer;
  }

  /** A loop that counts up to the argument of a function of one number with two cases. */
  DafnyDeclaration counting(Function f) {
    String n = f.parameters().get(0).name();
    List<String> free = new ArrayList<>(dice.shuffled(List.of("i", "k", "j", "c")));
    free.remove(n);
    String i = free.get(0);
    String r = dice.of("r", "res", "x", "acc", "result", "s");
    boolean incrementFirst = dice.chance(0.4);
    Term counter = Term.var(i);
    Term previous = incrementFirst ? Term.op("-", counter, Term.num(1)) : counter;
    Function.Case step = f.cases().get(1);
    Term.Make pattern = (Term.Make) step.pattern();
    String p = ((Term.Var) pattern.args().get(0)).name();
    Term next = replaced(step.body(), f.name(), Term.var(r)).with(p, previous);
    String base = printer.print(f.cases().get(0).body());
    List<String> lines = new ArrayList<>();
    List<String> start = List.of(r + " := " + base + ";", "var " + i + " := 0;");
    lines.addAll(dice.shuffled(start));
    lines.add("while " + i + dice.of(" < ", " < ", " != ") + n);
    List<String> invariants = List.of(
        (dice.chance(0.6) ? "0 <= " : "") + i + " <= " + n, r + " == " + f.name() + "(" + i + ")");
    invariants.forEach(v -> lines.add("  invariant " + v));
    if (lines.get(2).contains("!=") && dice.chance(0.3)) {
      lines.add("  decreases " + n + " - " + i);
    }
    lines.add("{");
    String increment = "  " + i + " := " + i + " + 1;";
    String update = "  " + r + " := " + printer.print(next) + ";";
    lines.add(incrementFirst ? increment : update);
    lines.add(incrementFirst ? update : increment);
    lines.add("}");
    String name = names.function(
        List.of("compute", "calc_it", "loop", "run_it", f.name() + "_loop", "compute_" + f.name()));
    return new DafnyDeclaration(
        Kind.METHOD,
        name,
        "method " + name + "(" + n + ": nat) returns (" + r + ": nat)\n  ensures " + r + " == "
            + f.name() + "(" + n + ")",
        String.join("\n", lines),
        dice.of("computes ", "returns ") + f.name() + "(" + n + ")" + dice.of("", " with a loop"));
  }

  private static Term replaced(Term t, String function, Term value) {
    if (t instanceof Call c && c.function().equals(function)) {
      return value;
    }
    return t.mapParts(part -> replaced(part, function, value));
  }
}
