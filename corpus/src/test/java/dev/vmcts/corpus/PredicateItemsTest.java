package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.PredicateWords.Order;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredicateItemsTest {

  private static final int WANTED = 6;

  @Test
  void statement_boundVariables_areNotQuantifiedAgain() {
    PredicateWords words = new PredicateWords(new Dice(1), true);
    words.put("p", "even");

    String n = words.text("n1");
    String m = words.text("n2");

    assertThat(words.statement("@p n1 -> exists n2, n1 = 2 * n2", Order.AS_USED, true))
        .isEqualTo("forall %s : nat, even %s -> exists %s, %s = 2 * %s", n, n, m, n, m);
    assertThat(words.statement("@p n2 -> @p n1", Order.AS_USED, false))
        .isEqualTo("forall %s %s, even %s -> even %s", m, n, m, n);
    assertThat(words.statement("@p 4", Order.AS_USED, true)).isEqualTo("even 4");
  }

  @Test
  void split_bracketsWithin_staysWhole() {
    assertThat(Predicate.split("(forall y, In y l -> x <= y) -> p l -> p (x :: l)", " -> "))
        .containsExactly("(forall y, In y l -> x <= y)", "p l", "p (x :: l)");
  }

  @Test
  void declarations_anyOrderOfConstructors_areCompared() {
    String text =
        "Inductive even : nat -> Prop := | ss : forall n, even n -> even (S (S n)) | o : even 0.";
    Dice dice = new Dice(3);
    PredicatePlan plan = new PredicatePlan("numbers", dice, new Names(dice));
    plan.predicate("p", "ev", List.of("nat"), List.of("0: @p 0", "SS: @p n1 -> @p (S (S n1))"));

    assertThat(plan.declarations().stream().map(d -> Fingerprint.of(d, plan.words.text("@p 4"))))
        .hasSize(2)
        .contains(Fingerprint.of(List.of(text), "even 4"));
  }

  @Tag("slow")
  @Test
  @Tag("coq")
  void items_realCoq_areAcceptedByAFreshProcess(@TempDir Path folder)
      throws IOException, ProblemException, InterruptedException, VerifierException {
    List<Item> items;
    try (VerifierSession session = FirstItems.open()) {
      items = items(session, Set.of());
      assertThat(items(session, Set.of())).isEqualTo(items);

      Set<String> leftOut = new HashSet<>();
      items.forEach(item -> leftOut.addAll(item.fingerprints()));
      assertThat(items(session, leftOut))
          .allSatisfy(item -> assertThat(item.fingerprints()).doesNotContainAnyElementsOf(leftOut));
    }

    StringBuilder text =
        new StringBuilder("Require Import Arith Lia List Bool.\nImport ListNotations.\n");
    for (int i = 0; i < items.size(); i++) {
      text.append("Module Item").append(i).append(".\n");
      write(items.get(i), text);
      text.append("End Item").append(i).append(".\n");
    }
    Path file = Files.writeString(folder.resolve("items.v"), text);
    Process coqc = new ProcessBuilder("coqc", file.getFileName().toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
    coqc.getOutputStream().close();

    assertThat(coqc.waitFor())
        .as(Files.readString(folder.resolve("output.txt")))
        .isZero();
  }

  private static void write(Item item, StringBuilder text) {
    item.types().forEach(t -> text.append(t).append('\n'));
    item.functions().forEach(f -> text.append(f.text()).append('\n'));
    item.theorems().forEach(t -> {
      text.append("Lemma ")
          .append(t.name())
          .append(" : ")
          .append(t.statement())
          .append(".\nProof.");
      t.steps().forEach(s -> text.append('\n').append(s.tactic()));
      text.append("\nQed.\n");
    });
  }

  private static List<Item> items(VerifierSession session, Set<String> leftOut)
      throws VerifierException, InterruptedException {
    return FirstItems.of(
        WANTED, dice -> new PredicateItems(session, dice, new Names(dice), leftOut).make());
  }
}
