package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verify.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CoqAuditTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fixpoint fac (n : nat) : nat := match n with O => 1 | S m => n * fac m end.",
        "Inductive tree : Type := Leaf | Node (l : tree) (x : nat) (r : tree).",
        "Record point := { px : nat; py : nat }.",
        "Lemma a : forall (n : nat), n >= 0 /\\ ~ False.",
        "Example e : (fun x => x) 1 = 1.",
        "Proof.",
        "Proof with auto.",
        "Proof using A.",
        "Qed.",
        "Defined.",
        "- ",
        "{",
        "2:{",
        "1-2, 4: lia.",
        "[x]: { ",
        "all: try lia.",
        "!: auto.",
        "(intros; auto).",
        "[> auto | auto].",
        "rewrite -> Nat.add_comm in *; simpl in *; try lia.",
        "induction n as [| m IH]; [reflexivity |].",
        "Ltac crush := repeat match goal with |- _ /\\ _ => split end; auto.",
        "(* Axiom in a comment. *) auto.",
        "exact \"Admitted.\"%string.",
        "apply α₁.",
        "assert (∀ n, n = n) by auto.",
        "abstract lia.",
      })
  void checkSentence_honest_isFine(String sentence) {
    assertThat(CoqAudit.checkSentence(sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          Admitted.                                    | 'Admitted' is not allowed
          (* x *) Axiom a : False.                     | 'Axiom' is not allowed
          Module M.                                    | 'Module' is not allowed
          Set Universe Checking.                       | 'Set' is not allowed
          #[local] Definition a := 1.                  | attributes
          Local Definition a := 1.                     | 'Local' is not allowed
          Definition a := 1. Definition b := 2.        | one whole sentence
          Definition a := 1                            | ends inside the sentence
          Record r := { f :> nat }.                    | ':>'
          Record > r := { f : nat }.                   | needs a name
          Fixpoint f (n : nat) : nat := n where "x # y" := (f x). | 'where'
          Ltac auto ::= idtac.                         | '::='
          Ltac a := idtac with lia := idtac.           | one 'Ltac' for each
          Proof Mode "Ltac2".                          | 'Proof Mode'
          Proof I.                                     | 'Proof I'
          Save foo.                                    | 'Save' is not allowed
          Defined foo.                                 | 'Defined foo'
          admit.                                       | 'admit'
          auto; admit.                                 | 'admit'
          exact ltac:(admit).                          | 'admit'
          Coq.Init.Ltac.admit.                         | 'admit'
          exact_no_check I.                            | 'exact_no_check'
          psatz Z 2.                                   | 'psatz'
          par: auto.                                   | 'par:'
          1: Redirect "f" Check I.                     | starts neither
          abstract auto using foo.                     | abstract
          exact (`(* I *)).                            | white space in front
          exact I(* c *).                              | white space in front
          Frobnicate x.                                | 'Frobnicate' is not allowed
          Definition a := 1 (* open.                   | never closed
          - auto.                                      | one whole sentence
          """)
  void checkSentence_cheat_isForbiddenWithReason(String sentence, String reason) {
    assertThat(CoqAudit.checkSentence(sentence)).hasValueSatisfying(d -> {
      assertThat(d.kind()).isEqualTo(Diagnostic.Kind.FORBIDDEN);
      assertThat(d.message()).contains(reason);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"auto\u00a0.", "Definition ℘ := 1.", "auto.\f", "auto (* \ud800 *).", "auto\u0007."
      })
  void checkHole_strangeCharacters_isForbidden(String text) {
    assertThat(CoqAudit.checkHole(text)).isPresent();
  }

  @Test
  void definedBy_inductive_namesTypesConstructorsAndSchemes() {
    assertThat(
            names(
                "Inductive t (A : Type) : Set := L : A -> t | N (x : match 1 with O => A | _ => A end) with u := U."))
        .contains("t", "t_ind", "t_rect", "L", "N", "u", "u_rec", "U")
        .doesNotContain("O");
    assertThat(names("Record r := Mk { f : nat -> nat; g := 1; h : (nat * nat) }."))
        .contains("r", "Mk", "f", "g", "h");
    assertThat(names("Record r := { f : nat }.")).contains("Build_r", "f");
    assertThat(
            names(
                "Fixpoint f (n : nat) := match n with O => 1 | S m => g m end with g (n : nat) := f n."))
        .containsExactly("f", "g");
    assertThat(names("Lemma a : True with b : True.")).containsExactly("a", "b");
    assertThat(names("Ltac t := destruct x with y.")).containsExactly("t");
  }

  private static java.util.Set<String> names(String sentence) {
    return CoqNames.definedBy(CoqSentence.split(sentence).sentences().get(0));
  }

  @Test
  void bannedWords_asCommandsAndTactics_areRefused() {
    for (String word : CoqWords.GIVING_UP) {
      assertThat(CoqAudit.checkSentence(word + " x.")).as(word).isPresent();
    }
  }
}
