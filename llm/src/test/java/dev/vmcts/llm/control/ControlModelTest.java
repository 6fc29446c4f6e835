package dev.vmcts.llm.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlModelTest {

  private static final String PROMPT = """
      Fixpoint double (n : nat) : nat := match n with 0 => 0 | S p => S (S (double p)) end.
      Lemma add_0 : forall n, n + 0 = n.
      Theorem main : forall n, double n = n + n.
      Proof.
      (* [2] k : nat |- old goal *)
      intros.
      (* [2] n p : nat; b : bool; IHn, : x; IHp : double p = p + p |- double (S p) = S p + S p *)
      """;

  @TempDir
  Path folder;

  @Test
  void names_ofPrompt_areThoseOfTheLastGoalAndTheGlobals() {
    PromptNames names = PromptNames.of(PROMPT);
    assertThat(names.hypotheses()).containsExactly("IHp");
    assertThat(names.variables()).containsExactly("n", "p", "b");
    assertThat(names.globals()).containsExactly("double", "add_0");
  }

  @Test
  void names_ofPromptWithStatementAfterTheLastGoal_areWhatItQuantifiesOver() {
    PromptNames names = PromptNames.of(
        PROMPT + "Qed.\nLemma next : forall (t : tree) (xs ys : list nat), size t = 0.\nProof.\n");
    assertThat(names.hypotheses()).isEmpty();
    assertThat(names.variables()).containsExactly("t", "xs", "ys");
    assertThat(PromptNames.of("Lemma a : forall n m, n = m.\n").variables())
        .containsExactly("n", "m");
  }

  @Test
  void names_goalThatQuantifies_areAmongTheVariables() {
    assertThat(
            PromptNames.of(
                "Lemma a : forall k, k = k.\nProof.\n(* b : bool |- forall (t : tree) (x : nat), size t = x *)\n"))
        .isEqualTo(new PromptNames(List.of(), List.of("b", "t", "x"), List.of()));
  }

  @Test
  void names_ofPromptWithoutGoal_areEmpty() {
    assertThat(PromptNames.of("(* some comment *) Theorem t : True.").variables())
        .isEmpty();
  }

  @Test
  void names_goalWithMatch_areFound() {
    assertThat(PromptNames.of(
            "(* n : nat; H : match n with | 0 => True | S _ => False end |- n = 0 *)"))
        .isEqualTo(new PromptNames(List.of("H"), List.of("n"), List.of()));
  }

  @Test
  void sample_placeholders_areNamesInSight() throws Exception {
    try (ControlModel model = read("1\trewrite $H.\n1\tdestruct $V.\n1\tapply $L.\n")) {
      Map<String, Integer> counts = new HashMap<>();
      for (long seed = 0; seed < 3000; seed++) {
        counts.merge(sample(model, PROMPT, seed).text(), 1, Integer::sum);
      }
      assertThat(counts.keySet())
          .containsExactlyInAnyOrder(
              "rewrite IHp.",
              "destruct n.",
              "destruct p.",
              "destruct b.",
              "apply double.",
              "apply add_0.");
      assertThat(counts.get("rewrite IHp.")).isBetween(900, 1100);
    }
  }

  @Test
  void sample_counts_areFrequencies() throws Exception {
    try (ControlModel model = read("# comment\n30\tauto.\n\n10\tlia.\n1000\trewrite $H.\n")) {
      int lia = 0;
      for (long seed = 0; seed < 4000; seed++) {
        Proposal proposal = sample(model, "no goal", seed);
        assertThat(proposal.text()).isIn("auto.", "lia.");
        lia += proposal.text().equals("lia.") ? 1 : 0;
      }
      assertThat(lia).isBetween(900, 1100);
      assertThat(sample(model, "no goal", 5)).isEqualTo(sample(model, "no goal", 5));
    }
  }

  @Test
  void sample_nothingFits_saysSo() throws Exception {
    try (ControlModel model = read("1\trewrite $H.\n")) {
      assertThatThrownBy(() -> sample(model, "no goal", 1)).isInstanceOf(ModelException.class);
    }
  }

  @Test
  void read_malformedLine_saysWhere() {
    for (String line : new String[] {"auto.", "x\tauto.", "0\tauto.", "-1\tauto.", "3\t "}) {
      assertThatThrownBy(() -> read("1\tlia.\n" + line + "\n"))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining(":2: '" + line + "'");
    }
    assertThatThrownBy(() -> read("# nothing\n")).isInstanceOf(ModelException.class);
  }

  private ControlModel read(String content) throws Exception {
    return ControlModel.read(Files.writeString(folder.resolve("steps.tsv"), content));
  }

  private static Proposal sample(ControlModel model, String prompt, long seed)
      throws ModelException {
    return model.sample(Prompt.of(prompt), new Sampling(1, 1, 0, 50), StopRule.NONE, seed);
  }
}
