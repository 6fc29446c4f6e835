package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.context.ContextChoice;
import dev.vmcts.verifiers.coq.CoqStepReader;
import dev.vmcts.verifiers.dafny.DafnyStepReader;
import dev.vmcts.verifiers.lean.LeanStepReader;
import dev.vmcts.verify.StepReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which declarations of other files are shown; a token is a word here. */
final class ContextChoiceTest {

  private static final String COQ = """
      (* Trees. *)
      Inductive tree := leaf | node (l r : tree).
      Fixpoint size (t : tree) : nat := match t with leaf => 1 | node l r => size l + size r end.
      Lemma size_pos : forall t, 0 < size t.
      Proof.
        induction t; simpl; lia.
      Qed.
      Definition colour := bool.
      Lemma colour_eq : forall c d : colour, {c = d} + {c <> d}.
      Proof. decide equality. Qed.
      Fixpoint mirror (t : tree) : tree := match t with leaf => leaf | node l r => node (mirror r) (mirror l) end.
      """;

  private static final String PROBLEM =
      "Lemma mirror_size : forall t, size (mirror t) = size t.\nProof.\nAdmitted.\n";

  @TempDir
  private Path folder;

  private ContextChoice choose(
      String name, String problem, StepReader steps, int most, String... files) throws Exception {
    Path file = Files.writeString(folder.resolve(name), problem);
    Problem read = ProblemReader.read(file);
    return ContextChoice.of(
        read, List.of(files), steps, most, text -> text.strip().split("\\s+").length);
  }

  private ContextChoice coq(int most, String... files) throws Exception {
    return choose("p.v", PROBLEM, new CoqStepReader(), most, files);
  }

  @Test
  void of_roomForAll_showsWhatSharesANameInTheOrderOfTheFile() throws Exception {
    ContextChoice choice = coq(1000, COQ);
    assertThat(choice.declarations()).isEqualTo(6);
    assertThat(choice.shown()).isEqualTo(3);
    assertThat(choice.text())
        .startsWith("Fixpoint size ")
        .contains(
            "Lemma size_pos : forall t, 0 < size t.\nProof.\n  induction t; simpl; lia.\nQed.\n")
        .doesNotContain("colour", "Trees")
        .endsWith("(mirror l) end.\n");
  }

  @Test
  void of_littleRoom_showsTheMostRelevant() throws Exception {
    ContextChoice choice = coq(30, COQ);
    assertThat(choice.text()).contains("Fixpoint mirror").doesNotContain("size_pos");
    assertThat(choice.tokens()).isLessThanOrEqualTo(30);
  }

  @Test
  void of_solutionOfTheProblem_isLeftOut() throws Exception {
    String solved = PROBLEM.replace("Admitted.", "induction t; simpl; lia.\nQed.");
    assertThat(coq(1000, COQ + solved, COQ).declarations()).isEqualTo(6);
    assertThat(coq(1000, PROBLEM).text()).isEmpty();
  }

  @Test
  void of_proofThatWasGivenUp_isLeftOut() throws Exception {
    String given = "Lemma size_up : forall t, size t = size t.\nProof.\nAdmitted.\n";
    assertThat(coq(1000, COQ + given)).isEqualTo(coq(1000, COQ));
  }

  @Test
  void of_sameFiles_isTheSameText() throws Exception {
    assertThat(coq(60, COQ, COQ + "Lemma size_leaf : size leaf = 1.\nProof. auto. Qed.\n"))
        .isEqualTo(coq(60, COQ, COQ + "Lemma size_leaf : size leaf = 1.\nProof. auto. Qed.\n"));
  }

  @Test
  void of_dafny_showsDeclarationsWithTheirBodies() throws Exception {
    ContextChoice choice = choose(
        "p.dfy", "lemma Sum(n: nat) ensures triangle(n) >= n\n", new DafnyStepReader(), 100, """
        function triangle(n: nat): nat { if n == 0 then 0 else n + triangle(n - 1) }
        method Other() { print 1; }
        """);
    assertThat(choice.text()).startsWith("function triangle(n: nat): nat {").endsWith("}\n");
    assertThat(choice.shown()).isEqualTo(1);
  }

  @Test
  void of_lean_showsCommandsWithTheirProofs() throws Exception {
    ContextChoice choice = choose(
        "p.lean",
        "theorem twice_pos (n : Nat) : 0 <= twice n := by\n  sorry\n",
        new LeanStepReader(),
        100,
        "def twice (n : Nat) : Nat :=\n  n + n\n\ntheorem other : True := by\n  trivial\n");
    assertThat(choice.text()).isEqualTo("def twice (n : Nat) : Nat :=\n  n + n\n");
  }
}
