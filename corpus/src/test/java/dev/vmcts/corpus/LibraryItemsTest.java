package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.LibraryTerms.Topic;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("coq")
class LibraryItemsTest {

  private static final int WANTED = 5;

  @Test
  void statements_appendAndReverse_haveTheLawAndNothingRefuted() {
    Dice dice = new Dice(1);
    LibraryTerms terms = new LibraryTerms(dice, List.of(Topic.APPEND, Topic.REVERSE), List.of());
    List<String> lists = terms.variables().stream()
        .filter(v -> v.type().equals("list nat"))
        .map(Parameter::name)
        .toList();
    String l = lists.get(0);
    String k = lists.get(1);

    List<String> found = new LibraryStatements(dice, terms, new Evaluator())
        .make().stream().map(s -> TermPrinter.print(s.proposition())).toList();

    assertThat(found)
        .containsAnyOf(
            "rev (%s ++ %s) = rev %s ++ rev %s".formatted(l, k, k, l),
            "rev %s ++ rev %s = rev (%s ++ %s)".formatted(k, l, l, k));
    assertThat(found)
        .doesNotContain(
            "rev (%s ++ %s) = rev %s ++ rev %s".formatted(l, k, l, k),
            "rev %s = %s".formatted(l, l));
  }

  @Tag("slow")
  @Test
  void items_realCoq_areProvenAndNotAmongThoseLeftOut()
      throws ProblemException, InterruptedException, VerifierException {
    try (VerifierSession session = FirstItems.open()) {
      List<Item> items = items(session, Set.of());
      assertThat(items)
          .hasSize(WANTED)
          .allSatisfy(item -> assertThat(item.theorems())
              .isNotEmpty()
              .allSatisfy(t -> assertThat(t.steps()).isNotEmpty()));
      assertThat(items(session, Set.of())).isEqualTo(items);

      Set<String> leftOut = new HashSet<>();
      items.forEach(item -> leftOut.addAll(item.fingerprints()));
      assertThat(items(session, leftOut))
          .allSatisfy(item -> assertThat(item.fingerprints()).doesNotContainAnyElementsOf(leftOut));
    }
  }

  @Test
  @Tag("slow")
  void chains_realCoq_needAnEarlierTheorem()
      throws ProblemException, InterruptedException, VerifierException {
    try (VerifierSession session = FirstItems.open()) {
      Item item = FirstItems.of(
              1, dice -> new LibraryItems(session, dice, new Names(dice), Set.of(), true).make())
          .get(0);

      assertThat(item.theorems()).hasSizeGreaterThan(1);
      assertThat(Chain.dependent(item.theorems())).isEqualTo(item.theorems());
    }
  }

  private static List<Item> items(VerifierSession session, Set<String> leftOut)
      throws VerifierException, InterruptedException {
    return FirstItems.of(
        WANTED, dice -> new LibraryItems(session, dice, new Names(dice), leftOut, false).make());
  }
}
