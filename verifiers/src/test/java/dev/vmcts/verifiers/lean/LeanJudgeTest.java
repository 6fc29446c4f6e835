package dev.vmcts.verifiers.lean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verify.Verdict;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded texts and errors of Lean 4.27, judged as the end of a prefix. */
final class LeanJudgeTest {

  /** {@code open} is how many goals and cases are left. */
  @ParameterizedTest
  @CsvSource({
    "ok_theorem, 0",
    "prefix_08_induction_with, 2",
    "prefix_10_zero_done, 1",
    "prefix_30_have_done, 1",
    "prefix_45_intro_only, 1",
    "prefix_57_cases_with, 1",
    "missing_alternative, 1",
    "unsolved_goals, 1",
    "unsolved_goals_induction, 1",
    "sorry_term, 0",
    "unused_variable, 0"
  })
  void of_prefixThatGoesOn_nothingIsAgainstIt(String name, int open) {
    LeanJudge.Judgement judgement = judged(name);

    assertThat(judgement.against()).isEmpty();
    assertThat(judgement.proof().open()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "already_declared",
    "decide_false",
    "match_missing_cases",
    "no_goals",
    "omega_failed",
    "rewrite_failed",
    "simp_no_progress",
    "tactic_error",
    "tactic_error_exact",
    "type_mismatch",
    "unknown_constant",
    "unknown_field",
    "unknown_identifier",
    "unknown_tactic",
    "termination_failure"
  })
  void of_wrongStep_isRejected(String name) {
    assertThat(judged(name).against()).get().isInstanceOf(Verdict.Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({"deterministic_timeout_cmd", "max_recursion"})
  void of_limit_isUndecided(String name) {
    assertThat(judged(name).against()).get().isInstanceOf(Verdict.Undecided.class);
  }

  @ParameterizedTest
  @CsvSource({
    "prefix_30_have_done, 1 + 1 = 2, h",
    "unsolved_goals, q, p",
    "prefix_45_intro_only, True, h"
  })
  void of_openGoals_areShown(String name, String conclusion, String hypothesis) {
    LeanProof proof = judged(name).proof();

    assertThat(proof.goals().get(0).conclusion()).isEqualTo(conclusion);
    assertThat(proof.goals().get(0).hypotheses().get(0).name()).isEqualTo(hypothesis);
  }

  /** The last step of a recorded text is the step that is judged. */
  private static LeanJudge.Judgement judged(String name) {
    String text = Recorded.input(name).stripTrailing();
    int tail = 0;
    LeanStep last = LeanStep.read(text, true).orElseThrow();
    for (Optional<LeanStep> next = LeanStep.read(text.substring(last.end()), true);
        next.isPresent();
        next = LeanStep.read(text.substring(tail + last.end()), true)) {
      tail += last.end();
      last = next.get();
    }
    LeanText shown = new LeanText(
        "",
        text.substring(0, tail + last.end()),
        tail + last.start(),
        tail + last.inner(),
        last.opening());
    return LeanJudge.of(shown, Recorded.diagnostics(name));
  }
}
