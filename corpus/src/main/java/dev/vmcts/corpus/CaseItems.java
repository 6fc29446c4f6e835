package dev.vmcts.corpus;

import dev.vmcts.corpus.CaseFunctions.Made;
import dev.vmcts.corpus.Item.Definition;
import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.corpus.Prover.Proof;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items that are done by cases: tables over long enumerations, and data that wraps lists or numbers in a constructor, with
 * bounds, tests and measures of what is inside.
 */
final class CaseItems {

  private static final int PROOF_CHECKS = 40;
  private static final int TRIED = 8;

  private final VerifierSession session;
  private final Dice dice;
  private final Names names;
  private final Set<String> excluded;

  CaseItems(VerifierSession session, Dice dice, Names names, Set<String> excluded) {
    this.session = session;
    this.dice = dice;
    this.names = names;
    this.excluded = excluded;
  }

  /** An item; null when Coq refuses a part of it, nothing could be proven, or a problem has the same. */
  @Nullable
  Item make() throws VerifierException, InterruptedException {
    CaseTypes types = new CaseTypes(dice, names);
    List<String> texts = new ArrayList<>();
    DataType subject = dice.chance(0.5) ? types.enumeration() : types.wrapper(texts);
    texts.add(subject.declaration());
    int declared = texts.size();
    List<Made> made = new CaseFunctions(dice, names, subject).make();
    VerifierState state = session.root();
    for (Made m : made) {
      texts.add(m.text());
      if (excluded.contains(Fingerprint.of(texts, m.name()))) {
        return null;
      }
    }
    for (String text : texts) {
      state = Prover.step(session, state, text);
      if (state == null) {
        return null;
      }
    }
    List<Definition> definitions = new ArrayList<>();
    for (Made m : made) {
      for (String equation : m.equations()) {
        if (!Prover.reflexive(session, state, equation)) {
          return null;
        }
      }
      definitions.add(
          new Definition(m.name(), m.text(), m.type(), m.phrase(), m.equations(), List.of()));
    }
    List<Theorem> theorems = theorems(state, subject, made, texts);
    if (theorems.isEmpty()) {
      return null;
    }
    String key = Fingerprint.of(texts, theorems.get(0).statement());
    return new Item("cases", key, texts.subList(0, declared), definitions, theorems);
  }

  private List<Theorem> theorems(
      VerifierState start, DataType subject, List<Made> made, List<String> texts)
      throws VerifierException, InterruptedException {
    List<Theorem> theorems = new ArrayList<>();
    VerifierState state = start;
    int wanted = dice.of(1, 1, 2, 3);
    int tried = 0;
    for (CaseStatements.Stated s : new CaseStatements(dice, subject, made).make()) {
      String text = s.text(dice.chance(0.4));
      if (theorems.size() == wanted
          || tried++ >= TRIED
          || excluded.contains(Fingerprint.of(texts, text))) {
        continue;
      }
      String name = names.statement(
          s.about(), dice.word("ok spec cases all case holds fact true small same"));
      VerifierState stated = Prover.step(session, state, "Lemma " + name + " : " + text + ".");
      if (stated == null || (s.finite() && Prover.step(session, stated, s.allCases()) == null)) {
        continue;
      }
      Hints hints = new Hints(
          s.variables(),
          Map.of(subject.name(), subject, "list " + subject.name(), DataType.listOf(subject)),
          Map.of(),
          made.stream().map(Made::name).toList(),
          made.stream().map(Made::name).toList());
      Proof proof = new Prover(session, dice, PROOF_CHECKS).prove(stated, hints);
      if (proof != null) {
        theorems.add(new Theorem(name, text, s.text(false), proof.steps()));
        state = proof.after();
      }
    }
    return theorems;
  }
}
