package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.CaseFunctions.Made;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("coq")
class CaseItemsTest {

  private static final int WANTED = 8;

  @Test
  void enumeration_manySeeds_hasUpToNineCasesWithNamesOfTheirOwn() {
    Set<Integer> sizes = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      Dice dice = new Dice(seed);
      DataType type = new CaseTypes(dice, new Names(dice)).enumeration();
      assertThat(type.constructors().stream().map(c -> c.name())).doesNotHaveDuplicates();
      sizes.add(type.constructors().size());
    }

    assertThat(sizes).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void functions_ofLongEnumerations_haveNoTablesOfPairs() {
    for (int seed = 0; seed < 200; seed++) {
      Dice dice = new Dice(seed);
      Names names = new Names(dice);
      DataType type = new CaseTypes(dice, names).enumeration();
      List<Made> made = new CaseFunctions(dice, names, type).make();

      assertThat(made).isNotEmpty();
      if (type.constructors().size() > CaseFunctions.LONGEST_PAIRED) {
        assertThat(made).noneMatch(m -> m.role() == CaseFunctions.Role.RELATION);
      }
    }
  }

  @Test
  void functionsOnLists_realCoq_areWhatTheirEquationsSay()
      throws ProblemException, InterruptedException, VerifierException {
    try (VerifierSession session = FirstItems.open()) {
      Set<CaseFunctions.Role> roles = EnumSet.noneOf(CaseFunctions.Role.class);
      Set<String> phrases = new HashSet<>();
      for (int seed = 0; seed < 160; seed++) {
        Dice dice = new Dice(seed);
        Names names = new Names(dice);
        DataType type = new CaseTypes(dice, names).enumeration();
        List<Made> made = new CaseFunctions(dice, names, type).make();
        if (made.stream().noneMatch(m -> m.type().startsWith("list "))) {
          continue;
        }
        VerifierState state = stepped(session, session.root(), type.declaration());
        for (Made m : made) {
          state = stepped(session, state, m.text());
          roles.add(m.role());
          phrases.add(m.phrase().substring(0, 4));
        }
        for (Made m : made) {
          for (String equation : m.equations()) {
            assertThat(Prover.reflexive(session, state, equation)).as(equation).isTrue();
          }
        }
      }
      assertThat(roles).contains(CaseFunctions.Role.CHAIN, CaseFunctions.Role.EACH);
      assertThat(phrases).contains("coun", "keep", "adds", "appl", "says");
    }
  }

  @Tag("slow")
  @Test
  void items_realCoq_areProvenAndNotAmongThoseLeftOut()
      throws ProblemException, InterruptedException, VerifierException {
    try (VerifierSession session = FirstItems.open()) {
      List<Item> items = items(session, Set.of());
      assertThat(items).hasSize(WANTED).allSatisfy(item -> {
        assertThat(item.functions())
            .isNotEmpty()
            .allSatisfy(f -> assertThat(f.equations()).isNotEmpty());
        assertThat(item.theorems()).isNotEmpty();
      });

      Set<String> leftOut = new HashSet<>();
      items.forEach(item -> leftOut.addAll(item.fingerprints()));
      assertThat(items(session, leftOut))
          .allSatisfy(item -> assertThat(item.fingerprints()).doesNotContainAnyElementsOf(leftOut));
    }
  }

  private static VerifierState stepped(VerifierSession session, VerifierState state, String text)
      throws VerifierException, InterruptedException {
    return Objects.requireNonNull(Prover.step(session, state, text), text);
  }

  private static List<Item> items(VerifierSession session, Set<String> leftOut)
      throws VerifierException, InterruptedException {
    return FirstItems.of(
        WANTED, dice -> new CaseItems(session, dice, new Names(dice), leftOut).make());
  }
}
