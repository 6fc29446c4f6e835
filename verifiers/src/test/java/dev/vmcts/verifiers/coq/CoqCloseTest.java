package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.verifiers.frame.Walk;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What given text says of the hole before it, on the real Coq. */
final class CoqCloseTest {

  private static final String HOLE = "(* vmcts: hole *)\n(* vmcts: end *)\n";

  @BeforeAll
  static void coqIsThere() {
    RealCoq.assume();
  }

  @Test
  void mended_caseThatIsLeftOut_isBegun() throws Exception {
    String colors = "Inductive color : Type := Red | Blue | Box : nat -> color.\n";
    String head = "Definition f (c : color) : nat :=\n  match c with";
    CoqVerifier coq = new CoqVerifier(CoqOptions.DEFAULT);
    try (VerifierSession session = RealCoq.open(colors + HOLE + "Check f.\n")) {
      VerifierState root = session.root();
      String one = head + "\n  | Red => 1\n  | Box n => n\n  end.";
      String two = head + "\n  | Red => 1\n  | Blue => 2\n  end.";

      assertThat(coq.mended(one, reason(session.step(root, one))))
          .containsExactly(head + "\n  | Red => 1\n  | Box n => n\n  | Blue =>");
      assertThat(coq.mended(two, reason(session.step(root, two))))
          .containsExactly(head + "\n  | Red => 1\n  | Blue => 2\n  | Box _ =>");
      assertThat(coq.mended("Check 1.", "no clause found for pattern Red")).isEmpty();
      assertThat(coq.mended(one, "something else")).isEmpty();
    }
  }

  private static String reason(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    return ((Verdict.Rejected) verdict).diagnostic().message();
  }

  @Test
  void close_emptyHoleThatNeedsNothing_isVerified() throws Exception {
    try (VerifierSession session = RealCoq.open("Definition a := 1.\n" + HOLE + "Check a.\n")) {
      assertThat(Walk.verified(session.close(session.root())).complete()).isTrue();
    }
  }

  @Test
  void close_holesWithNothingBetween_areLeftOneByOne() throws Exception {
    try (VerifierSession session = RealCoq.open(HOLE + HOLE + "Check a.\nCheck b.\n")) {
      VerifierState second = Walk.verified(session.close(session.root()));
      assertThat(second.hole()).isEqualTo(1);
      assertThat(second.complete()).isFalse();
      VerifierState both = Walk.steps(session, second, "Definition a := 1.", "Definition b := a.");
      assertThat(Walk.verified(session.close(both)).complete()).isTrue();
    }
  }

  @Test
  void close_proofThatIsOpen_isIncomplete() throws Exception {
    String text = "Theorem t : True.\n" + HOLE + "Definition x := 1.\nTheorem u : x = 1.\n" + HOLE;
    try (VerifierSession session = RealCoq.open(text)) {
      VerifierState state = session.root();
      for (String step : List.of("Proof.", "exact I.", "Qed.")) {
        assertThat(session.close(state)).isInstanceOf(Verdict.Incomplete.class);
        state = Walk.verified(session.step(state, step));
      }
      VerifierState second = Walk.verified(session.close(state));
      assertThat(second.inProof()).isTrue();
      assertThat(session.close(Walk.steps(session, second, "reflexivity.")))
          .isInstanceOf(Verdict.Incomplete.class);
      VerifierState end = Walk.steps(session, second, "reflexivity.", "Qed.");
      assertThat(Walk.verified(session.close(end)).complete()).isTrue();
    }
  }

  @Test
  void close_holeBetweenBulletsOfAProof_needsItsGoals() throws Exception {
    String text = "Theorem t : (True /\\ True) /\\ 1 = 1.\nProof.\nsplit.\n- " + HOLE
        + "- reflexivity.\nQed.\n";
    try (VerifierSession session = RealCoq.open(text)) {
      VerifierState split = Walk.steps(session, session.root(), "split.");
      assertThat(session.close(split)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState first = Walk.steps(session, split, "+", "exact I.");
      assertThat(session.close(first)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState all = Walk.steps(session, first, "+", "exact I.");
      assertThat(Walk.verified(session.close(all)).complete()).isTrue();
    }
  }

  @Test
  void close_twoHolesInOneProof_areFilledInOrder() throws Exception {
    String text = "Theorem t : True /\\ 1 = 1.\nProof.\nsplit.\n- " + HOLE + "- " + HOLE + "Qed.\n";
    try (VerifierSession session = RealCoq.open(text)) {
      VerifierState second =
          Walk.verified(session.close(Walk.steps(session, session.root(), "exact I.")));
      assertThat(second.hole()).isEqualTo(1);
      assertThat(session.close(second)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState end = Walk.steps(session, second, "reflexivity.");
      assertThat(Walk.verified(session.close(end)).complete()).isTrue();
    }
  }

  @Test
  void close_holeWithTheFirstHalfOfAProof_isTried() throws Exception {
    try (VerifierSession session = RealCoq.open(HOLE + "exact I.\nQed.\nCheck t.\n")) {
      assertThat(session.close(session.root())).isInstanceOf(Verdict.Incomplete.class);
      VerifierState state = Walk.steps(session, session.root(), "Theorem t : True.", "Proof.");
      assertThat(Walk.verified(session.close(state)).complete()).isTrue();
    }
  }

  @Test
  void close_finishedGoalThatSpoilsTheRest_isRejected() throws Exception {
    String text = "Theorem t : exists x, x <= 5 /\\ x = 3.\nProof.\neexists. split.\n- " + HOLE
        + "- reflexivity.\nQed.\n";
    try (VerifierSession session = RealCoq.open(text)) {
      VerifierState state = Walk.steps(session, session.root(), "apply le_n.");
      assertThat(session.close(state)).isInstanceOf(Verdict.Rejected.class);
    }
  }

  @Test
  void close_tacticsOfTheGivenTextThatNeedAnotherGoal_isIncomplete() throws Exception {
    String text = "Theorem t : forall n : nat, n = n + 0.\nProof.\n" + HOLE
        + "- reflexivity.\n- simpl. rewrite <- IHn. reflexivity.\nQed.\n";
    try (VerifierSession session = RealCoq.open(text)) {
      VerifierState intros = Walk.steps(session, session.root(), "intros n.");
      assertThat(session.close(intros)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState induction = Walk.steps(session, intros, "induction n.");
      assertThat(Walk.verified(session.close(induction)).complete()).isTrue();
    }
  }

  @Test
  void close_constructorsThatAreNotDefinedYet_areWaitedFor() throws Exception {
    String text = HOLE + "Check start.\nDefinition next (c : color) :="
        + " match c with Red => Green | Green => Red end.\nExample e : next Red = Green. reflexivity. Qed.\n";
    try (VerifierSession session = RealCoq.open(text)) {
      VerifierState start = Walk.steps(session, session.root(), "Definition start := 0.");
      assertThat(session.close(start)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState end = Walk.steps(session, start, "Inductive color := Red | Green.");
      assertThat(Walk.verified(session.close(end)).complete()).isTrue();
    }
  }

  @Test
  void close_nameThatTheLibraryHasToo_isWaitedForWhenTheHeaderPromisesIt() throws Exception {
    String text = "(*---\ndefines: [length]\n---*)\nRequire Import List.\n" + HOLE
        + "Check one.\nExample e : length 1 = 2. reflexivity. Qed.\n";
    try (VerifierSession session = RealCoq.open(text)) {
      VerifierState one = Walk.steps(session, session.root(), "Definition one := 1.");
      assertThat(session.close(one)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState wrong = Walk.steps(session, one, "Definition length (n : nat) := n.");
      assertThat(session.close(wrong)).isInstanceOf(Verdict.Rejected.class);
      VerifierState right = Walk.steps(session, one, "Definition length (n : nat) := S n.");
      assertThat(Walk.verified(session.close(right)).complete()).isTrue();
    }
  }

  @Test
  void close_unknownNamesOfAnyKind_areWaitedFor() throws Exception {
    for (String given : List.of(
        "Print Assumptions later.",
        "Theorem t : later = later. reflexivity. Qed.",
        "Theorem t : True. Proof. later. Qed.",
        "Theorem t : True. Proof. apply later. Qed.",
        "Theorem t : 1 = 1. Proof. unfold later. Qed.",
        "Theorem t : 1 = 1. Proof. rewrite later. Qed.",
        "Theorem t : 1 = 1. Proof. destruct later. Qed.",
        "Definition d (x : later) := x.",
        "Check later.later.",
        "Inductive i := c (_ : later).")) {
      try (VerifierSession session = RealCoq.open(HOLE + given + "\n")) {
        VerifierState some = Walk.steps(session, session.root(), "Definition some := 1.");
        assertThat(session.close(some)).as(given).isInstanceOf(Verdict.Incomplete.class);
      }
    }
  }

  @Test
  void open_holeInsideASentence_isRefusedWithItsPlace() {
    assertThatThrownBy(() -> RealCoq.open("Definition a :=\n" + HOLE + ".\n"))
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("Definition");
  }

  @Test
  void open_givenTextThatIsWrong_isRefusedWithCoqsWords() {
    assertThatThrownBy(() -> RealCoq.open("Definition a := nothing.\n" + HOLE))
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("test.v")
        .hasMessageContaining("The reference nothing was not found");
  }
}
