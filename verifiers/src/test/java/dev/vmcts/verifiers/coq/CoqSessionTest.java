package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verify.Diagnostic.Kind;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The session on the real Coq. */
@Tag("slow")
final class CoqSessionTest {

  private static final CoqOptions OPTIONS = new CoqOptions(
      Optional.empty(), Duration.ofSeconds(2), Duration.ofMinutes(2), 4L << 30, Sandbox.AUTO, 2);
  private static final String FACTORIAL = """
      Require Import Arith Lia.
      (* vmcts: hole *)
      (* vmcts: end *)
      Example fac_0 : fac 0 = 1. Proof. reflexivity. Qed.
      Example fac_S : forall n, fac (S n) = S n * fac n. Proof. reflexivity. Qed.
      Theorem pos : forall n, fac n > 0.
      (* vmcts: hole *)
      (* vmcts: end *)
      """;
  private static final String FAC =
      "Fixpoint fac (n : nat) : nat := match n with 0 => 1 | S m => n * fac m end.";
  private static final String PROVE =
      "Require Import Arith Lia.\nLemma a : forall n m : nat, n + m = m + n.\nAdmitted.\n";

  @BeforeAll
  static void coqIsThere() {
    assumeTrue(Executables.find("coqidetop.opt").isPresent(), "Coq is not installed");
  }

  @Test
  void close_severalHoles_goesFromOneToTheNext() throws Exception {
    try (VerifierSession session = open(FACTORIAL)) {
      assertThat(session.close(session.root())).isInstanceOf(Verdict.Incomplete.class);
      VerifierState helper = step(session, session.root(), "Definition one := 1.");
      assertThat(session.close(helper)).isInstanceOf(Verdict.Incomplete.class);
      VerifierState state = closed(session, step(session, helper, FAC));
      assertThat(state.hole()).isEqualTo(1);
      assertThat(state.inProof()).isTrue();
      assertThat(state.goals().get(0).conclusion()).isEqualTo("forall n : nat, fac n > 0");
      for (String sentence :
          "Proof.|induction n.|-|simpl.|lia.|-|simpl.|lia.|Qed.".split("\\|", -1)) {
        assertThat(session.close(state)).isInstanceOf(Verdict.Incomplete.class);
        state = step(session, state, sentence);
      }
      assertThat(closed(session, state).complete()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Definition fac (* é *) (n : nat) := ^nowhere.",
        "Definition fac (* é *) (n : nat) := 1 + ^+ 2.",
        "Definition fac (* é *) (n : nat) : nat := ^true.",
        "Definition fac (n : nat) := match n with 0 => 1 | S k => S k * ^nowhere end."
      })
  void step_fault_isPlaced(String marked) throws Exception {
    int at = marked.indexOf('^');
    String sentence = marked.replace("^", "");
    try (VerifierSession session = open(FACTORIAL)) {
      Verdict verdict = session.step(session.root(), " " + sentence + "\n");
      assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
      assertThat(((Verdict.Rejected) verdict).diagnostic().at()).isEqualTo(at);
    }
  }

  @Test
  void close_wrongDefinitionUnderAProofThatStaysOpen_isRejected() throws Exception {
    String given = """
        Inductive day := Saturday | Sunday.
        (* vmcts: hole *)
        (* vmcts: end *)
        Example rest : free Saturday = true /\\ free Sunday = true.
        Proof. repeat split. Qed.
        """;
    try (VerifierSession session = open(given)) {
      String wrong = "Definition free (d : day) := match d with Saturday => false | _ => true end.";
      VerifierState state = step(session, session.root(), wrong);
      assertThat(session.close(state))
          .isInstanceOfSatisfying(
              Verdict.Rejected.class,
              r -> assertThat(r.diagnostic().message()).contains("incomplete proof"));
      VerifierState right = step(session, session.root(), "Definition free (d : day) := true.");
      assertThat(closed(session, right).complete()).isTrue();
    }
  }

  @Test
  void close_proofThatStaysOpenForAConstructorToCome_isIncomplete() throws Exception {
    String given = """
        (* vmcts: hole *)
        (* vmcts: end *)
        Example other : match one with Other => false end = true.
        Proof. try reflexivity. Qed.
        """;
    try (VerifierSession session = open(given)) {
      VerifierState state = step(session, session.root(), "Definition one : bool := false.");
      assertThat(session.close(state)).isInstanceOf(Verdict.Incomplete.class);
    }
  }

  @Test
  void close_wrongDefinition_isRejected() throws Exception {
    try (VerifierSession session = open(FACTORIAL)) {
      VerifierState state = step(session, session.root(), "Definition fac (n : nat) := 1.");
      assertThat(session.close(state))
          .isInstanceOfSatisfying(
              Verdict.Rejected.class,
              r -> assertThat(r.diagnostic().message()).contains("fac (S n)"));
    }
  }

  @Test
  void close_admitInsideAProof_needsItsGoalOnly() throws Exception {
    String text = "Lemma b : True /\\ 1 = 1.\nProof. split.\n- admit.\n- reflexivity. Qed.\n";
    try (VerifierSession session = open(text)) {
      assertThat(session.close(session.root())).isInstanceOf(Verdict.Incomplete.class);
      assertThat(closed(session, step(session, session.root(), "exact I.")).complete())
          .isTrue();
    }
  }

  @Test
  void step_goals_haveHypothesesOneByOne() throws Exception {
    try (VerifierSession session = open(PROVE)) {
      VerifierState state = step(session, session.root(), "intros n m.");
      state = step(session, state, "pose (x := 3).");
      assertThat(state.goals().get(0).hypotheses())
          .extracting(h -> h.name() + "|" + h.type())
          .containsExactly("n|nat", "m|nat", "x|:= 3 : nat");
      assertThat(state.openGoals()).isEqualTo(1);
      VerifierState two = step(session, step(session, session.root(), "induction n."), "-");
      assertThat(two.goals()).hasSize(1);
      assertThat(two.openGoals()).isEqualTo(2);
    }
  }

  @Test
  void step_earlierStates_areContinuedInAnyOrder() throws Exception {
    try (VerifierSession session = open(PROVE)) {
      VerifierState a = step(session, session.root(), "intros n m.");
      VerifierState b = step(session, session.root(), "induction n.");
      VerifierState c = step(session, a, "lia.");
      assertThat(c.openGoals()).isZero();
      VerifierState d = step(session, b, "intros m.");
      assertThat(d.goals().get(0).conclusion()).isEqualTo("0 + m = m + 0");
      assertThat(step(session, c, "Qed.").inProof()).isFalse();
      assertThat(session.step(c, "lia.")).isInstanceOf(Verdict.Rejected.class);
      assertThat(step(session, a, "revert n m.").fingerprint())
          .isEqualTo(session.root().fingerprint());
    }
  }

  @Test
  void fingerprint_otherGoals_differ() throws Exception {
    try (VerifierSession session = open(PROVE)) {
      VerifierState a = step(session, session.root(), "intros n m.");
      VerifierState b = step(session, a, "destruct n.");
      VerifierState c = step(session, a, "destruct m.");
      assertThat(a.fingerprint()).isNotEqualTo(session.root().fingerprint());
      assertThat(b.fingerprint()).isNotEqualTo(c.fingerprint());
      assertThat(step(session, a, "idtac.").fingerprint()).isEqualTo(a.fingerprint());
    }
  }

  @Test
  void fingerprint_definitionsWithOtherNamesOnly_areEqual() throws Exception {
    try (VerifierSession session = open("(* vmcts: hole *)\n(* vmcts: end *)\nCheck f.\n")) {
      VerifierState root = session.root();
      VerifierState n = step(session, root, "Definition f (n m : nat) := n - m.");
      VerifierState x = step(session, root, "Definition f (x y : nat) := x - y.");
      VerifierState other = step(session, root, "Definition f (n m : nat) := m - n.");
      assertThat(x.fingerprint()).isEqualTo(n.fingerprint()).isNotEqualTo(other.fingerprint());
    }
  }

  @Test
  void step_refusals_areTold() throws Exception {
    try (VerifierSession session = open(PROVE)) {
      VerifierState root = session.root();
      assertThat(kind(session.step(root, "rewrite nothing."))).isEqualTo(Kind.UNRESOLVED);
      assertThat(kind(session.step(root, "reflexivity."))).isEqualTo(Kind.ERROR);
      assertThat(kind(session.step(root, "intros ) n."))).isEqualTo(Kind.SYNTAX);
      assertThat(kind(session.step(root, "Admitted."))).isEqualTo(Kind.FORBIDDEN);
      assertThat(kind(session.step(root, "Quit."))).isEqualTo(Kind.FORBIDDEN);
      assertThat(kind(session.step(root, "BackTo 1."))).isEqualTo(Kind.FORBIDDEN);
      assertThat(kind(session.step(root, "intros. lia."))).isEqualTo(Kind.SYNTAX);
      assertThat(session.step(root, "intros n")).isInstanceOf(Verdict.Incomplete.class);
      assertThat(step(session, root, "intros; lia.").openGoals()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeat (assert True by exact I).",
        "do 100000000 idtac.",
        "assert (2 ^ 30 = 3) by (vm_compute; reflexivity).",
        "assert (H : Nat.pow 3 14 = 0) by (simpl; reflexivity)."
      })
  void step_thatDiverges_leavesTheSessionAlive(String sentence) throws Exception {
    try (VerifierSession session = open(PROVE)) {
      assertThat(session.step(session.root(), sentence)).isInstanceOf(Verdict.Undecided.class);
      VerifierState state = step(session, session.root(), "intros n m.");
      assertThat(step(session, state, "lia.").openGoals()).isZero();
    }
  }

  @Test
  void step_unicodeAndComments_areRead() throws Exception {
    try (VerifierSession session =
        open("Require Import Utf8.\n(* é *) Lemma u : ∀ n : nat, n ≤ n.\nAdmitted.\n")) {
      assertThat(step(session, session.root(), "(* \"α\" *) intros n.").openGoals())
          .isEqualTo(1);
    }
  }

  private static VerifierSession open(String text) throws Exception {
    Problem problem = ProblemReader.parse("test.v", Language.COQ, text);
    return new CoqVerifier(OPTIONS).open(problem);
  }

  private static VerifierState step(VerifierSession session, VerifierState state, String text)
      throws Exception {
    return verified(session.step(state, text));
  }

  private static VerifierState closed(VerifierSession session, VerifierState state)
      throws Exception {
    return verified(session.close(state));
  }

  private static VerifierState verified(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    return ((Verdict.Verified) verdict).state();
  }

  private static Kind kind(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    return ((Verdict.Rejected) verdict).diagnostic().kind();
  }
}
