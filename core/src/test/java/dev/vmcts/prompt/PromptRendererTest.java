package dev.vmcts.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.Prompt;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.VerifierState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromptRendererTest {

  @TempDir
  private Path folder;

  private static final String FILE = """
      (*---
      spec: |
        Define fac and prove
        that it is positive.
      ---*)
      Require Import Arith.

      (* vmcts: hole *)
      Fixpoint fac (n : nat) := 1.
      (* vmcts: end *)
      Example fac_0 : fac 0 = 1. Proof. reflexivity. Qed.
      (* a remark *)
      Theorem pos : forall n, fac n > 0.
      (* vmcts: hole *)
      Proof. Qed.
      (* vmcts: end *)
      """;

  private record State(int hole, boolean inProof, List<Goal> goals, int openGoals)
      implements VerifierState {
    @Override
    public boolean complete() {
      return false;
    }

    @Override
    public Optional<String> fingerprint() {
      return Optional.empty();
    }
  }

  private static final State DEFINING = new State(0, false, List.of(), 0);
  private static final State PROVING = new State(1, true, List.of(goal("forall n, fac n > 0")), 1);
  private static final State PROVING_EARLIER = new State(0, true, List.of(goal("earlier")), 1);
  private static final State INDUCTION =
      new State(1, true, List.of(goal("fac 0 > 0"), goal("fac (S n) > 0")), 2);
  private static final Step DEFINE = new Step(DEFINING, "Fixpoint fac (n : nat) := 2.");
  private static final Step BEGIN = new Step(PROVING, "Proof.");

  @Test
  void prompt_beforeDefinitions_showsWhatFollows() throws Exception {
    assertThat(
            renderer("tiny").prompt(problem(), List.of(), DEFINING, List.of()).text())
        .isEqualTo("""
        (* Spec: Define fac and prove that it is positive. *)
        Require Import Arith.
        (* Next:
        Example fac_0 : fac 0 = 1.
        Theorem pos : forall n, fac n > 0.
        *)
        """);
  }

  @Test
  void prompt_inProof_showsEveryGoalAndFailures() throws Exception {
    List<Step> prefix = List.of(DEFINE, BEGIN, new Step(PROVING, "induction n.", List.of("auto.")));
    assertThat(renderer("tiny")
            .prompt(problem(), prefix, INDUCTION, List.of("lia.", "auto."))
            .text())
        .endsWith("""
        *)
        Fixpoint fac (n : nat) := 2.
        Example fac_0 : fac 0 = 1. Proof. reflexivity. Qed.
        Theorem pos : forall n, fac n > 0.
        Proof.
        (* n m : nat; H : n = m |- forall n, fac n > 0 *)
        (* failed: auto. *)
        induction n.
        (* [2] n m : nat; H : n = m |- fac 0 > 0 *)
        (* failed: lia. auto. *)
        """);
  }

  @Test
  void prompt_brevity_leavesOutMoreAndMore() throws Exception {
    PromptRenderer renderer = renderer("tiny");
    List<Step> prefix = List.of(
        new Step(PROVING_EARLIER, "Proof."),
        new Step(PROVING_EARLIER, "trivial.", List.of("lia.")),
        new Step(PROVING_EARLIER, "Qed."),
        BEGIN,
        new Step(PROVING, "induction n.", List.of("auto.")));
    String goal = "n m : nat; H : n = m |- ";

    String here = prompt(renderer, prefix, Brevity.GOALS_HERE);
    assertThat(prompt(renderer, prefix, Brevity.FULL)).contains(goal + "earlier", "failed: lia.");
    assertThat(here).doesNotContain(goal + "earlier", "failed: lia.");
    assertThat(here).contains("trivial.", "Proof. reflexivity. Qed.", "failed: auto.");

    String statements = prompt(renderer, prefix, Brevity.STATEMENTS);
    assertThat(statements).doesNotContain("trivial.", "reflexivity");
    assertThat(statements).contains("Proof.\nQed.\nExample fac_0 : fac 0 = 1. Proof.\nQed.\n");
    assertThat(statements).contains(goal + "forall n, fac n > 0", "failed: auto.");

    assertThat(prompt(renderer, prefix, Brevity.CURRENT_GOAL))
        .startsWith("(* Spec: Define fac and prove that it is positive. *)\n")
        .endsWith("Proof.\ninduction n.\n(* [2] n m : nat; H : n = m |- fac 0 > 0 *)\n");
    assertThat(prompt(renderer, prefix, Brevity.SECOND_HALF))
        .startsWith("(* Spec: Define fac and prove that it is positive. *)\n")
        .doesNotContain("Require")
        .endsWith("induction n.\n(* [2] n m : nat; H : n = m |- fac 0 > 0 *)\n");
  }

  @Test
  void prompt_context_standsBeforeAllAndIsLeftOutFirst() throws Exception {
    for (String style : List.of("tiny", "ask")) {
      PromptRenderer plain = renderer(style);
      PromptRenderer shown = plain.withContext("Lemma shown : True.\n");
      String full = shown
          .prompt(problem(), List.of(BEGIN), INDUCTION, List.of(), "", Brevity.FULL)
          .toString();
      assertThat(full).containsSubsequence("Lemma shown : True.", "fac n > 0");
      assertThat(
              shown.prompt(problem(), List.of(BEGIN), INDUCTION, List.of(), "", Brevity.GOALS_HERE))
          .isEqualTo(plain.prompt(
              problem(), List.of(BEGIN), INDUCTION, List.of(), "", Brevity.GOALS_HERE));
    }
    assertThat(renderer("tiny")
            .withContext("Lemma shown : True.\n")
            .prompt(problem(), List.of(), INDUCTION, List.of(), "", Brevity.FULL)
            .text())
        .startsWith("Lemma shown : True.\n");
  }

  private static String prompt(PromptRenderer renderer, List<Step> prefix, Brevity brevity)
      throws Exception {
    return renderer.prompt(problem(), prefix, INDUCTION, List.of(), "", brevity).text();
  }

  @Test
  void prompt_longerPrefix_extendsTheShorterOne() throws Exception {
    PromptRenderer renderer = renderer("tiny");
    String statement =
        renderer.prompt(problem(), List.of(DEFINE), PROVING, List.of()).text();
    String begun =
        renderer.prompt(problem(), List.of(DEFINE, BEGIN), PROVING, List.of()).text();
    String further = renderer
        .prompt(
            problem(),
            List.of(DEFINE, BEGIN, new Step(PROVING, "induction n.")),
            INDUCTION,
            List.of())
        .text();
    assertThat(statement).endsWith("fac n > 0.\n");
    assertThat(begun).startsWith(statement);
    assertThat(further).startsWith(begun);
  }

  @Test
  void prompt_paperStyle_showsNeitherGoalsNorWhatFollows() throws Exception {
    assertThat(renderer("paper")
            .prompt(problem(), List.of(DEFINE, BEGIN), INDUCTION, List.of("auto."))
            .text())
        .doesNotContain("|-", "Next:", "failed")
        .contains("(* a remark *)")
        .endsWith("Proof.\n");
  }

  @Test
  void prompt_everyStyle_hidesTheReference() throws Exception {
    for (String style : PromptStyle.BUNDLED) {
      assertThat(
              renderer(style).prompt(problem(), List.of(), DEFINING, List.of()).text())
          .doesNotContain("Fixpoint");
    }
  }

  @Test
  void prompt_instructStyle_saysTurnsAndBeginsTheAnswerWithTheFile() throws Exception {
    String base =
        renderer("base").prompt(problem(), List.of(), DEFINING, List.of()).text();

    Prompt prompt = renderer("instruct")
        .prompt(problem(), List.of(), DEFINING, List.of(), "Definition %program");

    assertThat(prompt.turns().stream().map(Prompt.Turn::role))
        .containsExactly(Prompt.Role.SYSTEM, Prompt.Role.USER);
    assertThat(prompt.turns().get(1).text())
        .isEqualTo("Write out a coq file in one code block, with every definition and every proof"
            + " complete.");
    assertThat(prompt.document()).isEqualTo(base + "Definition %program");
    assertThat(prompt.begun()).isEqualTo("```coq\n" + prompt.document());
    assertThat(prompt.continues()).isTrue();
    assertThat(prompt.text())
        .startsWith("[system]\nYou complete")
        .endsWith("\n[assistant]\n" + prompt.begun());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "{user: Go on., assistant: x} ! unknown key 'messages.assistant'; allowed there: [",
        "{user: Go on.} ! messages must hold %document",
        "{user: Go on., answer: '%document end'} ! answer may hold %document at its end only",
        "{answer: '%document'} ! user is empty; say what the model is asked",
        "<|im_start|>user ! messages is no mapping; allowed: system, user and answer",
      })
  void named_messagesThatCannotBeSaid_areRefused(String messages, String message) throws Exception {
    String base = Files.readString(Path.of("../prompts/base.yaml"));
    Path file = folder.resolve("own.yaml");
    Files.writeString(file, base + "messages: " + messages + "\n");

    assertThatThrownBy(() -> PromptStyle.named(file.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void named_unknownStyle_saysWhatIsAllowed() {
    assertThatThrownBy(() -> PromptStyle.named("huge"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'huge' is unknown; allowed: tiny, base, instruct, paper");
  }

  @Test
  void goalText_nothingOpen_isDone() {
    assertThat(GoalText.of(new State(0, true, List.of(), 0))).isEqualTo("done");
    assertThat(GoalText.of(new State(0, true, List.of(), 2))).isEqualTo("[2]");
  }

  @Test
  void goalText_longGoal_isCut() {
    State state = new State(0, true, List.of(goal("x".repeat(5000))), 1);
    assertThat(GoalText.of(state)).hasSizeLessThan(300).contains(" .. ");
  }

  private static Goal goal(String conclusion) {
    return new Goal(
        List.of(
            new Hypothesis("n", "nat"), new Hypothesis("m", "nat"), new Hypothesis("H", "n = m")),
        conclusion);
  }

  private static Problem problem() throws Exception {
    return ProblemReader.parse("f.v", Language.COQ, FILE);
  }

  private static PromptRenderer renderer(String style) throws IOException {
    return new PromptRenderer(PromptStyle.named(style), new StepReader() {
      @Override
      public int endOfStep(CharSequence text, boolean atEnd) {
        int end = text.toString().indexOf('.');
        return end < 0 ? -1 : end + 1;
      }

      @Override
      public String id() {
        return "period";
      }
    });
  }
}
