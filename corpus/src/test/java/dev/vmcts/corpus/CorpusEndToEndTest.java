package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.ProblemException;
import dev.vmcts.prompt.PromptRenderer.Piece;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Generates a few items with the real Coq. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("coq")
class CorpusEndToEndTest {

  private static final int WANTED = 12;

  private final List<Item> items = new ArrayList<>();

  @BeforeAll
  void generate() throws ProblemException, InterruptedException, VerifierException {
    try (VerifierSession open = session()) {
      for (int seed = 0; items.size() < WANTED; seed++) {
        Item item = new ItemMaker(open, new Dice(seed), Set.of()).make();
        if (item != null) {
          items.add(item);
        }
      }
    }
  }

  private static VerifierSession session() throws ProblemException, InterruptedException {
    try {
      return ItemSession.open();
    } catch (VerifierException e) {
      return Assumptions.abort("Coq is not installed: " + e.getMessage());
    }
  }

  @AfterAll
  void forget() {
    items.clear();
  }

  @Test
  void items_everyOne_hasAProofThatClosesItsGoals() {
    assertThat(items)
        .anyMatch(item -> item.theorems().isEmpty())
        .allMatch(item -> !item.theorems().isEmpty() || !item.functions().isEmpty())
        .allSatisfy(item -> assertThat(item.theorems()).allSatisfy(t -> {
          int open = 1;
          for (ProofStep step : t.steps()) {
            assertThat(step.open()).isEqualTo(open);
            open += step.children() - 1;
          }
          assertThat(open).isZero();
        }));
  }

  @Test
  void documents_everyItem_writeWholeSteps() throws Exception {
    Documents documents = new Documents(new Dice(7));

    for (Item item : items) {
      List<Piece> pieces = documents.of(item);
      assertThat(pieces).anyMatch(Piece::written).allMatch(p -> p.text().endsWith("\n"));
    }
  }
}
