package dev.vmcts.verifiers.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verifiers.process.ToolRunner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoqStatementsTest {

  private static final String PROBLEM = """
      Require Import Arith.
      (* vmcts: hole *) (* vmcts: end *)
      Definition positive (n : nat) : Prop := n > 0.
      Notation "'pos' n" := (positive n) (at level 10).
      Theorem fac_positive : forall n, pos (fac n).
      (* vmcts: hole *) (* vmcts: end *)
      Example fac_base : fac 0 = 1. Proof. reflexivity. Qed.
      """;

  private static final String FACTORIAL = """
      (* vmcts: hole *) (* vmcts: end *)
      Theorem fac_positive : forall n, fac n > 0.
      (* vmcts: hole *) (* vmcts: end *)
      """;

  @Test
  void of_holesAndDefinitions_statesTheoremsByQualifiedNamesOnly() throws Exception {
    CoqProgram program = program(
        "Definition fac (n : nat) := 1. Definition helper := 2.", "Proof. exact le_n. Qed.");

    assertThat(CoqStatements.of(program, "P")).hasValue("""
            Require P.
            Require Import Arith.
            Notation fac := P.fac.
            Notation positive := P.positive.
            Notation "'pos' n" := (positive n) (at level 10).
            Module VmctsStatement1.
            Theorem fac_positive : forall n, pos (fac n).
            Proof. repeat match goal with H : _ |- _ => revert H end; exact (@P.fac_positive). Qed.
            End VmctsStatement1.
            Module VmctsStatement2.
            Example fac_base : fac 0 = 1.
            Proof. repeat match goal with H : _ |- _ => revert H end; exact (@P.fac_base). Qed.
            End VmctsStatement2.
            """);
  }

  @Test
  void of_section_isNotCovered() throws Exception {
    CoqProgram program = CoqProgram.of(
        ProblemReader.parse("p.v", Language.COQ, "Section S. Lemma a : True. Admitted. End S."),
        List.of("exact I. Qed."));

    assertThat(CoqStatements.of(program, "P")).isEmpty();
  }

  @Test
  void of_holeThatChangesANotation_isRefusedByCoq() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "coqc is not installed");
    CoqProgram cheat = CoqProgram.of(
        ProblemReader.parse("p.v", Language.COQ, FACTORIAL),
        List.of(
            "Definition fac (n : nat) := 0. Notation \"a > b\" := (a = a).\n",
            "Proof. reflexivity. Qed.\n"));

    try (CoqRun run = new CoqRun(
        new CoqInstallation(CoqOptions.DEFAULT),
        List.of(),
        new ToolRunner(Sandbox.AUTO),
        new Limits(Duration.ofMinutes(1), 0))) {
      assertThat(run.compile("P", cheat.text()).stderr()).isEmpty();
      assertThat(run.compile("S", CoqStatements.of(cheat, "P").orElseThrow()).stderr())
          .contains("P.fac_positive");
    }
  }

  private static CoqProgram program(String... fills) throws Exception {
    Problem problem = ProblemReader.parse("p.v", Language.COQ, PROBLEM);
    return CoqProgram.of(problem, List.of(fills));
  }
}
