package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps in the real Lean. */
@Tag("slow")
final class LeanSessionTest {

  private static final String PROOF = """
      theorem t (n : Nat) (h : n = 1 ∨ n = 2) : 0 < n ∧ n < 3 := by
        sorry
      """;

  private static final String DEFINITION = """
      -- vmcts: hole
      -- vmcts: end

      example : twice 2 = 4 := rfl

      theorem twice_eq (n : Nat) : twice n = n + n := by
        -- vmcts: hole
        -- vmcts: end
      """;

  @BeforeEach
  void leanIsThere() {
    RealLean.assume();
  }

  @Test
  void root_proof_goalIsShown() throws Exception {
    try (VerifierSession session = RealLean.open(PROOF)) {
      VerifierState root = session.root();

      assertThat(root.inProof()).isTrue();
      assertThat(root.goals()).singleElement().satisfies(g -> {
        assertThat(g.conclusion()).isEqualTo("0 < n ∧ n < 3");
        assertThat(g.hypotheses()).extracting("name").containsExactly("n", "h");
      });
    }
  }

  @Test
  void step_bulletsAndCases_areVerifiedAndAnyStateGoesOn() throws Exception {
    try (VerifierSession session = RealLean.open(PROOF)) {
      VerifierState split = Walk.steps(session, session.root(), "  constructor");
      VerifierState cases = Walk.steps(session, session.root(), "  cases h with", "  | inl h =>");

      assertThat(split.openGoals()).isEqualTo(2);
      assertThat(cases.goals().get(0).conclusion()).isEqualTo("0 < n ∧ n < 3");
      VerifierState left = Walk.steps(session, split, "  · omega");
      assertThat(session.close(left)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState done = Walk.steps(session, left, "  · omega");
      assertThat(done.openGoals()).isZero();
      assertThat(Walk.verified(session.close(done)).complete()).isTrue();
      VerifierState other = Walk.steps(session, cases, "    omega", "  | inr h => omega");
      assertThat(Walk.verified(session.close(other)).complete()).isTrue();
    }
  }

  @Test
  void step_wrongTactic_isRejectedAndTheStateStays() throws Exception {
    try (VerifierSession session = RealLean.open(PROOF)) {
      for (String step : List.of("  exact nope", "  rfl", "  rw [Nat.add_comm]", "  frobnicate")) {
        assertThat(session.step(session.root(), step))
            .as(step)
            .isInstanceOf(Verdict.Rejected.class);
      }
      Walk.steps(session, session.root(), "  omega");
    }
  }

  @Test
  void step_blockLeftWithGoals_isRejectedWhenItIsLeft() throws Exception {
    try (VerifierSession session = RealLean.open(PROOF)) {
      VerifierState open = Walk.steps(session, session.root(), "  constructor", "  · skip");

      assertThat(session.step(open, "  · omega")).isInstanceOf(Verdict.Rejected.class);
      Walk.steps(session, open, "    omega", "  · omega");
    }
  }

  @Test
  void step_forbiddenOrSeveral_isRejectedBeforeLean() throws Exception {
    try (VerifierSession session = RealLean.open(PROOF)) {
      assertThat(session.step(session.root(), "  sorry"))
          .isInstanceOfSatisfying(
              Verdict.Rejected.class,
              r -> assertThat(r.diagnostic().kind()).isEqualTo(Diagnostic.Kind.FORBIDDEN));
      assertThat(session.step(session.root(), "  skip\n  omega"))
          .isInstanceOf(Verdict.Rejected.class);
      assertThat(session.step(session.root(), "  exact (")).isInstanceOf(Verdict.Incomplete.class);
    }
  }

  @Test
  void close_definitionHole_nameMissingThenWrongThenRight() throws Exception {
    try (VerifierSession session = RealLean.open(DEFINITION)) {
      Verdict missing = session.close(session.root());
      assertThat(missing)
          .isInstanceOfSatisfying(
              Verdict.Incomplete.class, i -> assertThat(i.reason()).contains("twice"));
      VerifierState wrong =
          Walk.steps(session, session.root(), "def twice (n : Nat) : Nat := n + 1");
      assertThat(session.close(wrong)).isInstanceOf(Verdict.Rejected.class);
      VerifierState right = Walk.steps(
          session, session.root(), "def twice : Nat → Nat\n  | 0 => 0\n  | n + 1 => twice n + 2");
      VerifierState proof = Walk.verified(session.close(right));
      assertThat(proof.hole()).isEqualTo(1);
      assertThat(proof.goals().get(0).conclusion()).isEqualTo("twice n = n + n");
      VerifierState end = Walk.steps(
          session,
          proof,
          "  induction n with",
          "  | zero => rfl",
          "  | succ n ih => simp only [twice, ih] <;> omega");
      assertThat(Walk.verified(session.close(end)).complete()).isTrue();
    }
  }

  @Test
  void step_tacticThatDoesNotEnd_isUndecidedAndTheSessionLives() throws Exception {
    try (VerifierSession session =
        RealLean.open("set_option maxHeartbeats 0\nset_option maxRecDepth 1000000\n" + PROOF)) {
      assertThat(session.step(session.root(), "  repeat skip"))
          .isInstanceOf(Verdict.Undecided.class);
      Walk.steps(session, session.root(), "  omega");
    }
  }

  @Test
  void open_wrongGivenText_isToldWithItsLine() {
    assertThatThrownBy(() -> RealLean.open("def f : Nat := \"x\"\n" + PROOF))
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("test.lean:1: Lean refuses the given text");
  }
}
