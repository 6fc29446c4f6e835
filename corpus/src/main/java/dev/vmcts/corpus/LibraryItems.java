package dev.vmcts.corpus;

import dev.vmcts.corpus.DataType.Kind;
import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.corpus.LibraryTerms.Topic;
import dev.vmcts.corpus.Prover.Proof;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items about Coq's own lists and numbers and the functions of its library, with or without functions of their own, whose
 * statements are found by evaluation.
 */
final class LibraryItems {

  private static final int PROOF_CHECKS = 60;
  private static final int CHAIN_CHECKS = 35;
  private static final int TRIED = 16;
  private static final double TRIVIAL_KEPT = 0.01;
  private static final String TRIVIAL =
      "intros; simpl in *; solve [reflexivity | lia | tauto | congruence | auto].";

  private final VerifierSession session;
  private final Dice dice;
  private final Names names;
  private final Set<String> excluded;
  private final boolean chained;

  /**
   * @param excluded fingerprints of what is left out
   * @param chained whether only items are wanted in which a theorem is proven with an earlier one
   */
  LibraryItems(
      VerifierSession session, Dice dice, Names names, Set<String> excluded, boolean chained) {
    this.session = session;
    this.dice = dice;
    this.names = names;
    this.excluded = excluded;
    this.chained = chained;
  }

  /** An item; null when nothing could be proven. */
  @Nullable
  Item make() throws VerifierException, InterruptedException {
    boolean numbers = dice.chance(0.3);
    DataType type = new TypeMaker(dice, names).make(numbers ? Kind.NAT : Kind.LIST);
    Evaluator evaluator = new Evaluator();
    List<Function> functions = functions(new Context(dice, names, type), numbers);
    if (functions.stream().anyMatch(f -> !known(f, numbers) || f.shadows())) {
      return null;
    }
    VerifierState state = session.root();
    List<String> texts = new ArrayList<>();
    List<Definition> definitions = new ArrayList<>();
    for (Function f : functions) {
      evaluator.define(f);
      texts.add(f.text());
      state = Prover.step(session, state, f.text());
      if (state == null) {
        return null;
      }
      definitions.add(definition(state, f, type));
    }
    Vocabulary terms = numbers
        ? new NumberTerms(dice, functions)
        : new LibraryTerms(dice, topics(functions), functions);
    List<Theorem> theorems = theorems(
        state,
        new LibraryStatements(dice, terms, evaluator).make(),
        terms.inductive(),
        functions,
        texts);
    if (theorems.isEmpty()) {
      return null;
    }
    String key = Fingerprint.of(texts, theorems.get(0).statement());
    return new Item("library", key, List.of(), definitions, theorems);
  }

  private List<Function> functions(Context context, boolean numbers) {
    if (numbers) {
      List<Function> all = new FunctionMaker(context).make();
      return all.subList(0, dice.chance(0.7) ? 1 : Math.min(2, all.size()));
    }
    if (!chained && dice.chance(0.4)) {
      return List.of();
    }
    return List.of(
        dice.chance(0.6)
            ? AppendFunctions.make(context)
            : dice.of(
                DataFunctions.measure(context),
                DataFunctions.rebuild(context),
                SelectFunctions.make(context),
                ListFunctions.make(context)));
  }

  /** Whether terms can be made with a function. */
  private static boolean known(Function f, boolean numbers) {
    return f.parameters().stream()
            .allMatch(
                p -> p.type().equals("nat") || (!numbers && p.type().equals(LibraryTerms.LIST)))
        && (f.result().equals("nat")
            || f.result().equals("bool")
            || (!numbers && f.result().equals(LibraryTerms.LIST)));
  }

  private List<Topic> topics(List<Function> functions) {
    List<Topic> topics = dice.shuffled(List.of(Topic.values()));
    return functions.isEmpty()
        ? topics.subList(0, 3)
        : dice.chance(0.8) ? List.of(Topic.APPEND, topics.get(0)) : topics.subList(0, 2);
  }

  private List<Theorem> theorems(
      VerifierState start,
      List<Statement> statements,
      List<String> inductive,
      List<Function> functions,
      List<String> texts)
      throws VerifierException, InterruptedException {
    List<Theorem> theorems = new ArrayList<>();
    Map<String, Statement> lemmas = new LinkedHashMap<>();
    VerifierState state = start;
    int wanted = chained ? Chain.TRIED : dice.of(1, 1, 2, 3);
    int tried = 0;
    for (Statement s : statements) {
      boolean about = functions.stream().allMatch(f -> s.proposition().mentions(f.name()));
      String text = text(s, functions.isEmpty());
      if ((!about && dice.chance(0.9))
          || excluded.contains(Fingerprint.of(texts, s.text(false)))
          || excluded.contains(Fingerprint.of(texts, text))) {
        continue;
      }
      if (theorems.size() == wanted || ++tried > TRIED) {
        break;
      }
      String subject = functions.isEmpty() || !about
          ? dice.word("list app lists law rev map list")
          : functions.get(0).name();
      String name = names.statement(
          subject, dice.word("eq app dist law length in same twice comm fact spec ok iff"));
      VerifierState stated = Prover.step(session, state, "Lemma " + name + " : " + text + ".");
      if (stated == null
          || (Prover.step(session, stated, TRIVIAL) != null && !dice.chance(TRIVIAL_KEPT))) {
        continue;
      }
      Hints hints = new Hints(
          dice.shuffled(
              s.variables().stream().filter(v -> inductive.contains(v.name())).toList()),
          Map.of(LibraryTerms.LIST, DataType.LIST, "nat", DataType.NAT),
          lemmas,
          List.of(),
          functions.stream().map(Function::name).toList());
      Proof proof =
          new Prover(session, dice, chained ? CHAIN_CHECKS : PROOF_CHECKS).prove(stated, hints);
      if (proof != null) {
        theorems.add(new Theorem(name, text, s.text(false), proof.steps()));
        lemmas.put(name, s);
        state = proof.after();
      }
    }
    return chained ? Chain.dependent(theorems) : theorems;
  }

  /**
   * The statement as people write it: functions and tests always with their types, data often without; sometimes about
   * lists of anything, if Coq takes that.
   */
  private String text(Statement s, boolean general) {
    if (dice.chance(0.35)) {
      return s.text(true);
    }
    if (s.variables().stream().allMatch(v -> v.type().equals("nat"))) {
      return s.text(false);
    }
    String proposition = TermPrinter.print(s.proposition());
    if (general && dice.chance(0.4)) {
      String binders = Function.binders(s.variables()).replace("nat", "A");
      return "forall (A : Type)" + binders + ", " + proposition;
    }
    StringBuilder binders = new StringBuilder();
    List<Parameter> functions =
        s.variables().stream().filter(v -> v.type().contains("->")).toList();
    binders.append(Function.binders(functions));
    boolean listsTyped = dice.chance(0.5);
    s.variables().stream()
        .filter(v -> !v.type().contains("->"))
        .forEach(v -> binders.append(
            listsTyped && v.type().equals(LibraryTerms.LIST)
                ? " (" + v.name() + " : " + v.type() + ")"
                : " " + v.name()));
    return "forall" + binders + ", " + proposition;
  }

  private Definition definition(VerifierState state, Function f, DataType type)
      throws VerifierException, InterruptedException {
    return new Definition(
        f.name(),
        f.text(),
        f.type(),
        f.phrase(),
        Equations.proven(session, state, f, type),
        List.of());
  }
}
