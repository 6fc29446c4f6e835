package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CandidateTest {

  private static final String FIRST = "Definition a := 1.\n(* vmcts: hole *)";
  private static final String MIDDLE = "(* vmcts: end *)\nLemma b : a = 1.\n(* vmcts: hole *)";
  private static final String LAST = "(* vmcts: end *)\n(* over *)\n";

  @Test
  void of_filledProgram_findsTheFills() throws Exception {
    Candidate candidate = Candidate.of(problem(), FIRST + " X. " + MIDDLE + " Y. " + LAST);

    assertThat(candidate.fills()).containsExactly(" X. ", " Y. ");
  }

  @Test
  void of_fillThatLooksLikeGivenText_stillGivesTheProgramBack() throws Exception {
    String program = FIRST + MIDDLE + " X. " + MIDDLE + " Y. " + LAST + LAST;
    Candidate candidate = Candidate.of(problem(), program);

    assertThat(problem().fill(candidate.fills())).isEqualTo(program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Definition a := 2.\n(* vmcts: hole *) X. " + MIDDLE + " Y. " + LAST,
        "\uFEFF" + FIRST + " X. " + MIDDLE + " Y. " + LAST,
        FIRST + " X. (* vmcts: end *)\nLemma b : a = 2.\n(* vmcts: hole *) Y. " + LAST,
        FIRST + " X. " + MIDDLE + " Y. " + LAST + " ",
        FIRST + " X. " + LAST,
        FIRST + "(* vmcts: end *)\nLemma b : a = 1.\n(* vmcts: hole *",
      })
  void of_changedGivenText_isRefused(String program) {
    assertThatThrownBy(() -> Candidate.of(problem(), program))
        .isInstanceOf(Candidate.ChangedException.class)
        .hasMessageStartingWith("the given text of two.v ")
        .hasMessageEndingWith("; it must be kept byte for byte");
  }

  @Test
  void of_overlappingPieces_isRefused() throws Exception {
    Problem problem = new Problem(
        "o.v",
        Language.COQ,
        problem().header(),
        List.of("aba", "aba"),
        List.of(problem().holes().get(0)));

    assertThatThrownBy(() -> Candidate.of(problem, "ababa"))
        .isInstanceOf(Candidate.ChangedException.class);
  }

  private static Problem problem() throws Exception {
    return ProblemReader.parse("two.v", Language.COQ, FIRST + MIDDLE + LAST);
  }
}
