package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.corpus.Term.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes statements as lemmas, with a proof that may or may not verify. */
final class DafnyLemmas {

  /** A lemma that was written earlier. */
  record Stated(String name, Statement statement) {
    /** A call with the lemma's variables replaced. */
    String call(Map<String, Term> values, DafnyPrinter printer) {
      return name
          + statement.variables().stream()
              .map(v -> printer.print(values.getOrDefault(v.name(), v.variable())))
              .collect(Collectors.joining(", ", "(", ")"))
          + ";";
    }
  }

  private final Dice dice;
  private final Names names;
  private final DafnyPrinter printer;
  private final DafnyInduction induction;

  DafnyLemmas(Dice dice, Names names, DafnyPrinter printer, DafnyInduction induction) {
    this.dice = dice;
    this.names = names;
    this.printer = printer;
    this.induction = induction;
  }

  /** A lemma with a proof by induction, by cases, or by Dafny alone. */
  DafnyDeclaration lemma(String name, Statement s) {
    List<String> body = dice.chance(0.25) ? List.of() : induction.proof(name, s);
    return declaration(name, s, !body.isEmpty() && dice.chance(0.15), body);
  }

  /** A lemma that follows from an earlier one, proven by calling it. */
  DafnyDeclaration derived(String name, Stated earlier, Statement s, List<String> calls) {
    return declaration(name, s, dice.chance(0.35), calls);
  }

  String name(Statement s, List<Function> functions) {
    List<Function> about =
        functions.stream().filter(f -> s.proposition().mentions(f.name())).toList();
    String subject = about.isEmpty() ? "it" : dice.pick(about).name();
    return names.statement(
        subject,
        s.conclusion() instanceof Op o && !o.symbol().equals("=")
            ? dice.word("pos le bound lower ge small correct nonzero mono ok prop holds")
            : dice.word(
                "correct eq spec same dist assoc comm id inv law ok preserves twice length lemma"));
  }

  private DafnyDeclaration declaration(
      String name, Statement s, boolean noInduction, List<String> body) {
    StringBuilder header = new StringBuilder("lemma ")
        .append(noInduction ? "{:induction false} " : "")
        .append(name)
        .append(DafnyPrinter.parameters(s.variables()));
    List<Term> premises = new ArrayList<>(s.premises());
    Term conclusion = s.conclusion();
    if (!premises.isEmpty() && dice.chance(0.15)) {
      conclusion = Term.op("->", premises.remove(premises.size() - 1), conclusion);
    }
    premises.forEach(p -> header.append("\n  requires ").append(printer.print(p)));
    for (Term part : conjuncts(conclusion)) {
      header.append("\n  ensures ").append(printer.print(part));
    }
    String words = printer.print(s.conclusion())
        + (s.premises().isEmpty()
            ? ""
            : " if "
                + s.premises().stream().map(printer::print).collect(Collectors.joining(" and ")));
    return new DafnyDeclaration(
        Kind.LEMMA, name, header.toString(), String.join("\n", body), words);
  }

  private List<Term> conjuncts(Term conclusion) {
    return conclusion instanceof Op o && o.symbol().equals("/\\") && dice.chance(0.7)
        ? List.of(o.left(), o.right())
        : List.of(conclusion);
  }
}
