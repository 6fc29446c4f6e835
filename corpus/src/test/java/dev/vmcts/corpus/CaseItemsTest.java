package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.CaseFunctions.Made;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.util.HashSet;
import java.util.List;
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

  private static List<Item> items(VerifierSession session, Set<String> leftOut)
      throws VerifierException, InterruptedException {
    return FirstItems.of(
        WANTED, dice -> new CaseItems(session, dice, new Names(dice), leftOut).make());
  }
}
