package dev.vmcts.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lean problem files, and how steps stand in their holes. */
final class LeanProblemTest {

  private static final String MARKED = """
      /-
      ---
      title: T
      defines: [Tree]
      ---
      -/
      -- vmcts: hole
      def f := 1
      -- vmcts: end
      theorem t : True := by
        -- vmcts: hole
        trivial
        -- vmcts: end
      """;

  @Test
  void parse_headerInAComment_isRead() throws Exception {
    Problem problem = ProblemReader.parse("a.lean", Language.LEAN, MARKED);

    assertThat(problem.header().title()).isEqualTo("T");
    assertThat(problem.header().defines()).containsExactly("Tree");
    assertThat(problem.reference()).containsExactly("\ndef f := 1\n", "\n  trivial\n  ");
    assertThat(problem.fill(problem.reference())).isEqualTo(MARKED);
  }

  @Test
  void parse_wrongHeaderKey_isToldWithItsLine() {
    assertThatThrownBy(
            () -> ProblemReader.parse("a.lean", Language.LEAN, MARKED.replace("defines", "define")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("a.lean:4:1: unknown header key 'define'");
  }

  @Test
  void parse_gaps_areHolesUnlessInStringsCommentsAndLongerNames() throws Exception {
    String text = """
        def s := "sorry" -- sorry
        def c := '"'
        /- sorry -/
        def sorry' := r"\\"
        theorem t : p := sorry
        theorem u : p := by
          admit
        """;
    Problem problem = ProblemReader.parse("a.lean", Language.LEAN, text);

    assertThat(problem.holes()).hasSize(2);
    assertThat(problem.given().get(0)).endsWith("theorem t : p := ");
    assertThat(problem.given().get(1)).endsWith("by\n  ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // given text before the hole | steps | the hole's text
        "'t := by\n  ' | '  constructor;  · rfl' | 'constructor\n  · rfl'",
        "'t := by\n  ' | 'constructor;· rfl' | 'constructor\n  · rfl'",
        "'t := by\n    ' | '  case a =>;    rfl' | 'case a =>\n      rfl'",
        "'t := by ' | '  rfl' | '\n  rfl'",
        "'t := by\n  -- vmcts: hole' | 'rfl' | '\n  rfl'",
        "'  | zero => ' | 'rfl' | '\n    rfl'",
        "'-- vmcts: hole' | 'def f := 1;def g := 2' | '\ndef f := 1\ndef g := 2'"
      })
  void of_steps_firstStandsWhereTheHoleDoes(String before, String steps, String fill) {
    Problem problem = new Problem(
        "a.lean",
        Language.LEAN,
        Header.NONE,
        List.of(before, "\nend"),
        List.of(new Hole(0, 1, 1, "")));

    assertThat(FillLayout.of(problem, 0, List.of(steps.split(";", -1)))).isEqualTo(fill);
  }
}
