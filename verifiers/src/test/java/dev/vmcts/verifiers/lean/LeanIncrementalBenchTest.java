package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a step costs behind a short and behind a long given text, in the real Lean. */
@Tag("bench")
final class LeanIncrementalBenchTest {

  private static final int STEPS = 15;

  @Test
  void step_longGivenText_costsLittleMoreThanBehindAShortOne() throws Exception {
    RealLean.assume();
    double few = medianMillis(1);
    double many = medianMillis(150);
    System.out.printf("step behind 1 declaration %.0f ms, behind 150 %.0f ms%n", few, many);

    assertThat(many).isLessThan(3 * few + 100);
  }

  private static double medianMillis(int declarations) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < declarations; i++) {
      text.append(
          "theorem t%d (a b : Nat) (h : a < b) : a + %d < b + %d := by\n  have g := h\n  omega\n"
              .formatted(i, i, i));
    }
    text.append("theorem goal (a b : Nat) : a + b = b + a := by\n  sorry\n");
    List<Long> nanos = new ArrayList<>();
    try (VerifierSession session = RealLean.open(text.toString())) {
      for (int i = 0; i < STEPS; i++) {
        long start = System.nanoTime();
        assertThat(session.step(
                session.root(), "  have h : a + " + i + " = " + i + " + a := by omega"))
            .isInstanceOf(Verdict.Verified.class);
        nanos.add(System.nanoTime() - start);
      }
    }
    nanos.sort(null);
    return nanos.get(STEPS / 2) / 1e6;
  }
}
