package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Kind;
import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.corpus.Prover.Proof;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one item: types, functions, true statements and their proofs, all of it accepted by Coq. */
final class ItemMaker {

  private static final int PROOF_CHECKS = 70;

  private final VerifierSession session;
  private final Dice dice;
  private final Names names;
  private final Evaluator evaluator = new Evaluator();
  private final Set<String> excluded;

  ItemMaker(VerifierSession session, Dice dice, Set<String> excluded) {
    this.session = session;
    this.dice = dice;
    this.names = new Names(dice);
    this.excluded = excluded;
  }

  /** An item; null when nothing could be proven this time. */
  @Nullable
  Item make() throws VerifierException, InterruptedException {
    if (dice.chance(0.12)) {
      return predicates();
    }
    if (dice.chance(0.07)) {
      return new PlainItems(session, dice, names).make();
    }
    if (dice.chance(0.3)) {
      return new LibraryItems(session, dice, names, excluded, false).make();
    }
    if (dice.chance(0.25)) {
      return cases();
    }
    if (dice.chance(0.3)) {
      return new EquationItems(session, dice, names, excluded).make();
    }
    return aboutType(false);
  }

  private @Nullable Item aboutType(boolean chained) throws VerifierException, InterruptedException {
    Kind kind = dice.of(
        Kind.NAT,
        Kind.NAT,
        Kind.NAT,
        Kind.NAT,
        Kind.LIST,
        Kind.LIST,
        Kind.LIST,
        Kind.LIST,
        Kind.SEQUENCE,
        Kind.SEQUENCE,
        Kind.TREE,
        Kind.TREE,
        Kind.TREE,
        Kind.EXPRESSION,
        Kind.EXPRESSION,
        Kind.ENUMERATION,
        Kind.ENUMERATION,
        Kind.OPTION,
        Kind.PAIR);
    DataType type = new TypeMaker(dice, names).make(kind);
    Context context = new Context(dice, names, type);
    List<Function> functions = new FunctionMaker(context).make();
    if (functions.stream().anyMatch(Function::shadows)) {
      return null;
    }
    evaluator.declare(type);
    functions.forEach(evaluator::define);
    List<Statement> statements =
        new Truth(dice, evaluator, type).among(new Candidates(context, functions).make());
    if (statements.isEmpty()) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    if (!type.declaration().isEmpty()) {
      texts.add(type.declaration());
    }
    functions.forEach(f -> texts.add(f.text()));
    VerifierState state = session.root();
    for (String text : texts) {
      state = Prover.step(session, state, text);
      if (state == null) {
        return null;
      }
    }
    List<Theorem> theorems = theorems(state, statements, context, functions, texts, chained);
    if (theorems.isEmpty()) {
      return null;
    }
    List<Definition> definitions = new ArrayList<>();
    for (Function f : functions) {
      definitions.add(definition(state, f, type));
    }
    List<String> types = type.declaration().isEmpty() ? List.of() : List.of(type.declaration());
    String key = Fingerprint.of(texts, theorems.get(0).statement());
    return new Item(
        kind.name().toLowerCase(java.util.Locale.ROOT), key, types, definitions, theorems);
  }

  /** An item about inductive predicates; null when nothing could be proven this time. */
  @Nullable
  Item predicates() throws VerifierException, InterruptedException {
    return new PredicateItems(session, dice, names, excluded).make();
  }

  /** An item that is done by cases; null when nothing could be proven this time. */
  @Nullable
  Item cases() throws VerifierException, InterruptedException {
    return new CaseItems(session, dice, names, excluded).make();
  }

  /** An item in which a theorem is proven with an earlier one; null when there was none this time. */
  @Nullable
  Item chain() throws VerifierException, InterruptedException {
    return dice.chance(0.5)
        ? new LibraryItems(session, dice, names, excluded, true).make()
        : aboutType(true);
  }

  private List<Theorem> theorems(
      VerifierState start,
      List<Statement> statements,
      Context context,
      List<Function> functions,
      List<String> texts,
      boolean chained)
      throws VerifierException, InterruptedException {
    List<Theorem> theorems = new ArrayList<>();
    Map<String, Statement> lemmas = new LinkedHashMap<>();
    Map<String, DataType> types = new LinkedHashMap<>(Map.of("nat", DataType.NAT));
    types.put(context.type().name(), context.type());
    VerifierState state = start;
    int wanted = chained ? Chain.TRIED : dice.of(1, 1, 2, 2, 3);
    for (Statement s : statements) {
      String text = s.text(!dice.chance(0.12));
      if (theorems.size() == wanted || excluded.contains(Fingerprint.of(texts, text))) {
        continue;
      }
      List<Function> about =
          functions.stream().filter(f -> s.proposition().mentions(f.name())).toList();
      String subject = about.isEmpty() ? "it" : dice.pick(about).name();
      String name = names.statement(subject, suffix(s));
      VerifierState stated = Prover.step(session, state, "Lemma " + name + " : " + text + ".");
      if (stated == null) {
        continue;
      }
      Hints hints = new Hints(
          first(context.type().variables().get(0), s.variables()),
          types,
          lemmas,
          functions.stream().filter(f -> !f.isRecursive()).map(Function::name).toList(),
          functions.stream().map(Function::name).toList());
      Proof proof = new Prover(session, dice, PROOF_CHECKS).prove(stated, hints);
      if (proof != null) {
        theorems.add(new Theorem(name, text, s.text(false), proof.steps()));
        lemmas.put(name, s);
        state = proof.after();
      }
    }
    return chained ? Chain.dependent(theorems) : theorems;
  }

  private static List<Parameter> first(String name, List<Parameter> variables) {
    List<Parameter> ordered = new ArrayList<>(variables);
    ordered.sort(Comparator.comparing(v -> !v.name().equals(name)));
    return ordered;
  }

  private String suffix(Statement s) {
    if (s.conclusion() instanceof Term.Op o) {
      return switch (o.symbol()) {
        case "<", ">", "<=", ">=", "<>" ->
          dice.word("pos le bound lt_0 ge small correct nonzero mono ok");
        case "=" ->
          dice.word(
              "correct eq spec same dist assoc comm id inv law ok preserves twice length lemma fact");
        default -> dice.word("prop holds case spec ok fact");
      };
    }
    return dice.word("exists in all ex has");
  }

  private Definition definition(VerifierState state, Function f, DataType type)
      throws VerifierException, InterruptedException {
    List<String> equations = Equations.proven(session, state, f, type);
    List<String> examples = new ArrayList<>();
    for (int i = 0; i < 4 && examples.size() < 2; i++) {
      String text = example(f, type, i);
      if (!text.isEmpty()
          && !equations.contains(text)
          && !examples.contains(text)
          && Prover.reflexive(session, state, text)) {
        examples.add(text);
      }
    }
    return new Definition(f.name(), f.text(), f.type(), f.phrase(), equations, examples);
  }

  private String example(Function f, DataType type, int size) {
    try {
      List<Term> args = new ArrayList<>();
      for (Parameter p : f.parameters()) {
        Value v = p.type().equals(type.name())
            ? type.random(dice, size % 3)
            : DataType.simple(p.type(), dice);
        args.add(v.term());
      }
      Term call = new Term.Call(f.name(), args);
      String text =
          TermPrinter.print(Term.eq(call, evaluator.evaluate(call, Map.of()).term()));
      return text.length() < 90 ? text : "";
    } catch (Evaluator.TooLarge e) {
      return "";
    }
  }
}
