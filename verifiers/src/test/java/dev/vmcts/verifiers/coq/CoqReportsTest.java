package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verify.Diagnostic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reads recorded output of Coq 8.16.1; no tool is needed. */
final class CoqReportsTest {

  private static final String ASSUMPTIONS = """
      Closed under the global context
      Axioms:
      F.tt' relies on an unsafe hierarchy.
      F.bad is assumed to be guarded.
      F.neg is assumed to be positive.
      F.P0 : nat -> Prop
      F.Closed_under_the_global_context : forall n : nat, F.P0 n
      Axioms:
      Classical_Prop.classic
        : forall P : Prop, P \\/ ~ P
      """;

  private static final String SUMMARY = """

      CONTEXT SUMMARY
      ===============

      * Theory: Set is predicative
       \s
      * Axioms:
          F.P0
          Coq.Logic.Classical_Prop.classic
       \s
      * Constants/Inductives relying on type-in-type:
          F.tt'
       \s
      * Constants/Inductives relying on unsafe (co)fixpoints: <none>
       \s
      * Inductives whose positivity is assumed: <none>
       \s
      """;

  @Test
  void assumptions_axiomsAndBypasses_areToldApart() {
    AssumptionsReport report = AssumptionsReport.parse(ASSUMPTIONS);

    assertThat(report.answers()).isEqualTo(3);
    assertThat(report.axioms())
        .containsExactlyInAnyOrder(
            "F.P0", "F.Closed_under_the_global_context", "Classical_Prop.classic");
    assertThat(report.bypasses())
        .containsExactly(
            "F.tt' relies on an unsafe hierarchy.",
            "F.bad is assumed to be guarded.",
            "F.neg is assumed to be positive.");
  }

  @Test
  void assumptions_lineThatIsNotUnderstood_countsAsBypass() {
    assertThat(AssumptionsReport.parse(
                "Closed under the global context\nTheory: Set is impredicative\n")
            .bypasses())
        .hasSize(1);
    assertThat(AssumptionsReport.parse("Closed under the global context!").answers())
        .isZero();
  }

  @Test
  void summary_recorded_listsWhatIsBelowEachTitle() {
    CheckerSummary summary = CheckerSummary.parse(SUMMARY);

    assertThat(summary.complete()).isTrue();
    assertThat(summary.entries().get(CheckerSummary.AXIOMS))
        .containsExactly("F.P0", "Coq.Logic.Classical_Prop.classic");
    assertThat(summary.entries().get(CheckerSummary.UNSAFE.get(0))).containsExactly("F.tt'");
    assertThat(summary.entries().get(CheckerSummary.UNSAFE.get(1))).isEmpty();
  }

  @Test
  void summary_otherTheoryOrNone_isNotComplete() {
    assertThat(CheckerSummary.parse(SUMMARY.replace("predicative", "impredicative"))
            .complete())
        .isFalse();
    assertThat(CheckerSummary.parse("").complete()).isFalse();
  }

  @Test
  void allowed_namesOfLibraries_matchByTheirLastParts() {
    AllowedAxioms allowed = new AllowedAxioms(
        List.of("classic", "Coq.Logic.Eqdep.Eq_rect_eq.eq_rect_eq"), Set.of("p", "M.q"), "P");

    assertThat(allowed.contains("Classical_Prop.classic")).isTrue();
    assertThat(allowed.contains("Eq_rect_eq.eq_rect_eq")).isTrue();
    assertThat(allowed.contains("P.p")).isTrue();
    assertThat(allowed.contains("P.M.q")).isTrue();
    assertThat(allowed.contains("P.q")).isFalse();
    assertThat(allowed.contains("P.classic")).isFalse();
    assertThat(allowed.contains("Classical_Prop.nonclassic")).isFalse();
  }

  @Test
  void error_recorded_hasLineAndKind() {
    String stderr =
        "File \"./P.v\", line 7, characters 3-8:\nError: The reference foo was not found in the current environment.\n\n";

    assertThat(CoqMessages.error(stderr))
        .isEqualTo("line 7: The reference foo was not found in the current environment.");
    assertThat(CoqMessages.kind(CoqMessages.error(stderr))).isEqualTo(Diagnostic.Kind.UNRESOLVED);
    assertThat(
            CoqMessages.complainsOfTheEnd("Error: There are pending proofs in file ./N3.v: a.\n"))
        .isTrue();
    assertThat(CoqMessages.complainsOfTheEnd("Error: The section S needs to be closed.\n"))
        .isTrue();
    assertThat(CoqMessages.complainsOfTheEnd(stderr)).isFalse();
  }
}
