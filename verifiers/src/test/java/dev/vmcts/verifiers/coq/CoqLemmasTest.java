package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CoqLemmasTest {

  private static final String GIVEN = """
      Require Import List.
      Import ListNotations.
      Fixpoint snoc (l : list nat) (n : nat) : list nat :=
        match l with
        | [] => [n]
        | x :: r => x :: snoc r n
        end.
      Fixpoint back (l : list nat) : list nat :=
        match l with
        | [] => []
        | x :: r => snoc (back r) x
        end.
      Example back_nil : back [] = [].
      Proof. reflexivity. Qed.
      Lemma about_others : forall n : nat, n = n.
      Proof. reflexivity. Qed.
      Lemma back_snoc : forall l n, back (snoc l n) = n :: back l.
      Proof. induction l as [| x r IH]; intros n; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.
      Theorem back_back : forall l, back (back l) = l.
      (* vmcts: hole *)
      (* vmcts: end *)
      """;

  @BeforeAll
  static void coqIsThere() {
    RealCoq.assume();
  }

  @Test
  void solvers_goalThatNeedsAnEarlierLemma_endWithIt() throws Exception {
    try (VerifierSession session = RealCoq.open(GIVEN)) {
      VerifierState state = Walk.steps(session, session.root(), "induction l.", "reflexivity.");
      List<String> solvers = CoqLemmas.solvers((CoqNode) state);

      assertThat(solvers)
          .contains("simpl in *; rewrite back_snoc; simpl in *; congruence.")
          .noneMatch(s -> s.contains("about_others"))
          .noneMatch(s -> s.contains("back_nil"))
          .noneMatch(s -> s.contains("back_back"));
      assertThat(solvers.stream().filter(s -> ends(session, state, s))).hasSize(1);
    }
  }

  @Test
  void hasJustStated_isTrueUntilTheProofIsBegun() throws Exception {
    String hole = "\n(* vmcts: hole *)\n(* vmcts: end *)\n";
    try (VerifierSession session = RealCoq.open("Lemma a : 1 = 1." + hole)) {
      VerifierState root = session.root();
      assertThat(CoqLemmas.hasJustStated((CoqNode) root)).isTrue();
      for (String step : List.of("Proof.", "reflexivity.")) {
        assertThat(CoqLemmas.hasJustStated((CoqNode) Walk.steps(session, root, step)))
            .isFalse();
      }
    }
    for (String given : List.of("Lemma a : 1 = 1.\nProof.", "Definition a := 1.")) {
      try (VerifierSession session = RealCoq.open(given + hole)) {
        assertThat(CoqLemmas.hasJustStated((CoqNode) session.root())).isFalse();
      }
    }
  }

  @Test
  void solvers_outsideProofs_areNone() throws Exception {
    try (VerifierSession session = RealCoq.open(
        "Lemma a : 1 = 1.\nProof. auto. Qed.\n(* vmcts: hole *)\n(* vmcts: end *)\n")) {
      assertThat(CoqLemmas.solvers((CoqNode) session.root())).isEmpty();
    }
  }

  private static boolean ends(VerifierSession session, VerifierState state, String solver) {
    try {
      return session.step(state, solver) instanceof Verdict.Verified v
          && v.state().openGoals() < state.openGoals();
    } catch (Exception e) {
      throw new AssertionError(solver, e);
    }
  }
}
