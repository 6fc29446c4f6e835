package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.corpus.Item.Theorem;
import dev.vmcts.verify.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

  @Test
  void dependent_theoremThatNeedsAnother_comesWithAllThatItNeeds() {
    Theorem first = theorem("first", "reflexivity.");
    Theorem unused = theorem("unused", "reflexivity.");
    Theorem second = theorem("second", "rewrite <- first.");
    Theorem third = theorem("third", "apply second.");
    Theorem last = theorem("last", "rewrite first'.");

    assertThat(Chain.dependent(List.of(first, unused, second, third, last)))
        .containsExactly(first, second, third);
  }

  @Test
  void dependent_proofWithoutCases_isNone() {
    Theorem first = theorem("first", "reflexivity.");
    Theorem same = new Theorem("same", "s", "s", List.of(step("apply first.", 0)));

    assertThat(Chain.dependent(List.of(first, same))).isEmpty();
    assertThat(Chain.dependent(List.of())).isEmpty();
  }

  private static Theorem theorem(String name, String tactic) {
    return new Theorem(name, "s", "s", List.of(step("induction n.", 2), step(tactic, 0)));
  }

  private static ProofStep step(String tactic, int children) {
    return new ProofStep(tactic, new Goal(List.of(), "s"), 1, children, List.of());
  }
}
