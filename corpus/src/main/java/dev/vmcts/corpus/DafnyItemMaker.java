package dev.vmcts.corpus;

import dev.vmcts.corpus.DafnyDeclaration.Kind;
import dev.vmcts.corpus.DafnyDerived.Corollary;
import dev.vmcts.corpus.DafnyLemmas.Stated;
import dev.vmcts.corpus.DafnyPrinter.Unprintable;
import dev.vmcts.corpus.Term.Call;
import dev.vmcts.corpus.Term.Exists;
import dev.vmcts.corpus.Term.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes Dafny items that have yet to be verified: types, functions, lemmas with proofs, methods. */
final class DafnyItemMaker {

  private static final List<DataType.Kind> KINDS = List.of(
      DataType.Kind.NAT,
      DataType.Kind.NAT,
      DataType.Kind.NAT,
      DataType.Kind.LIST,
      DataType.Kind.LIST,
      DataType.Kind.SEQUENCE,
      DataType.Kind.SEQUENCE,
      DataType.Kind.TREE,
      DataType.Kind.TREE,
      DataType.Kind.EXPRESSION,
      DataType.Kind.ENUMERATION);

  private final Dice dice;
  private final Names names;
  private final Evaluator evaluator = new Evaluator();
  private final String maximum;
  private final DafnyPrinter printer;
  private final DafnyFunctions writer;
  private final List<DafnyDeclaration> declarations = new ArrayList<>();

  DafnyItemMaker(Dice dice) {
    this.dice = dice;
    this.names = new Names(dice, DafnyWords.RESERVED);
    this.maximum = names.take(dice.word("maxOf larger Max mx bigger"));
    this.printer = new DafnyPrinter(maximum);
    this.writer = new DafnyFunctions(dice, names, printer);
  }

  /** An item; null when nothing came out this time. */
  @Nullable
  DafnyItem make(DafnyTemplates templates) {
    try {
      double x = dice.fraction();
      if (x < 0.36) {
        return templates.item(dice, names);
      }
      String kind = x < 0.5 ? loop() : functional();
      if (kind.isEmpty()) {
        return null;
      }
      DafnyItem item = DafnyItem.of(kind, new DafnyStyle(dice).applied(declarations));
      return item.isWorthwhile() ? item : null;
    } catch (Unprintable e) {
      return null;
    }
  }

  private String loop() {
    Context context = new Context(dice, names, new TypeMaker(dice, names).nat());
    Function f = NatFunctions.recurrence(context);
    declarations.add(writer.function(f, List.of()));
    declarations.add(new DafnyLoops(dice, names, printer).counting(f));
    return "loop";
  }

  private String functional() {
    DataType.Kind kind = dice.pick(KINDS);
    DataType type = new TypeMaker(dice, names).make(kind);
    Context context = new Context(dice, names, type);
    List<Function> functions = functions(context);
    evaluator.declare(type);
    functions.forEach(evaluator::define);
    List<Statement> statements = new Truth(dice, evaluator, type)
        .among(new Candidates(context, functions)
            .make().stream()
                .filter(s -> !hasExists(s.proposition())
                    && !isAtLeastZero(s.conclusion())
                    && s.variables().stream().map(Parameter::name).distinct().count()
                        == s.variables().size())
                .toList());
    if (statements.isEmpty()) {
      return "";
    }
    if (!type.declaration().isEmpty()) {
      declarations.add(writer.type(type));
    }
    if (functions.stream().anyMatch(f -> f.body().mentions("Nat.max"))) {
      declarations.add(new DafnyDeclaration(
          Kind.FUNCTION,
          maximum,
          "function " + maximum + "(a: nat, b: nat): nat",
          dice.of("if a < b then b else a", "if a > b then a else b"),
          ""));
    }
    List<Statement> lemmas = new ArrayList<>(statements);
    for (Function f : functions) {
      List<String> promises = new ArrayList<>();
      for (Statement s : statements) {
        if (dice.chance(0.4) && promises.isEmpty() && promise(s, f, functions, promises)) {
          lemmas.remove(s);
        }
      }
      declarations.add(writer.function(f, promises));
    }
    for (Function f : functions) {
      DafnyDeclaration pin = dice.chance(0.35) ? writer.pin(f, type) : null;
      if (pin != null) {
        declarations.add(pin);
      }
    }
    state(lemmas, functions, type);
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private List<Function> functions(Context context) {
    if (context.type().kind() == DataType.Kind.EXPRESSION && dice.chance(0.6)) {
      return whole(List.of(
          ExpressionFunctions.evaluator(context),
          dice.chance(0.7) ? DafnyFunctions.optimiser(context) : DataFunctions.rebuild(context)));
    }
    return whole(new FunctionMaker(context).make());
  }

  private static List<Function> whole(List<Function> functions) {
    if (functions.stream().anyMatch(f -> subtracts(f.body()))) {
      throw new Unprintable("a subtraction, which Coq cuts off at 0");
    }
    return functions;
  }

  private void state(List<Statement> statements, List<Function> functions, DataType type) {
    DafnyInduction induction = new DafnyInduction(dice, printer, type, functions);
    DafnyLemmas lemmas = new DafnyLemmas(dice, names, printer, induction);
    List<Stated> stated = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (Statement s : statements.subList(0, Math.min(3, statements.size()))) {
      if (!texts.add(printer.print(s.proposition()))) {
        continue;
      }
      String name = lemmas.name(s, functions);
      declarations.add(lemmas.lemma(name, s));
      stated.add(new Stated(name, s));
    }
    if (!stated.isEmpty() && dice.chance(0.4)) {
      Stated earlier = dice.pick(stated);
      Optional<Corollary> corollary = new DafnyDerived(dice, printer, functions).of(earlier);
      corollary.ifPresent(c -> declarations.add(lemmas.derived(
          lemmas.name(c.statement(), functions), earlier, c.statement(), c.calls())));
    }
  }

  /** Makes a statement a promise of a function, when it is about one call of it with plain variables. */
  private boolean promise(
      Statement s, Function f, List<Function> functions, List<String> promises) {
    boolean others = functions.stream()
        .anyMatch(g -> !g.name().equals(f.name()) && s.proposition().mentions(g.name()));
    List<Call> calls = calls(s.proposition(), f.name());
    if (others || calls.size() != 1) {
      return false;
    }
    Term t = s.proposition();
    for (int i = 0; i < f.parameters().size(); i++) {
      if (!(calls.get(0).args().get(i) instanceof Var v)) {
        return false;
      }
      t = t.with(v.name(), Term.var("#" + i));
    }
    if (s.variables().size() > f.parameters().size()) {
      return false;
    }
    for (int i = 0; i < f.parameters().size(); i++) {
      t = t.with("#" + i, f.parameters().get(i).variable());
    }
    promises.add(printer.print(t));
    return true;
  }

  private static List<Call> calls(Term t, String function) {
    List<Call> found = new ArrayList<>();
    if (t instanceof Call c && c.function().equals(function)) {
      found.add(c);
    }
    t.mapParts(part -> {
      calls(part, function).stream().filter(c -> !found.contains(c)).forEach(found::add);
      return part;
    });
    return found;
  }

  private static boolean isAtLeastZero(Term t) {
    return t instanceof Term.Op o && o.symbol().equals(">=") && o.right().equals(Term.num(0));
  }

  private static boolean hasExists(Term t) {
    return t instanceof Exists || parts(t).anyMatch(DafnyItemMaker::hasExists);
  }

  private static boolean subtracts(Term t) {
    return (t instanceof Term.Op o && o.symbol().equals("-"))
        || parts(t).anyMatch(DafnyItemMaker::subtracts);
  }

  private static Stream<Term> parts(Term t) {
    List<Term> parts = new ArrayList<>();
    t.mapParts(part -> {
      parts.add(part);
      return part;
    });
    return parts.stream();
  }
}
