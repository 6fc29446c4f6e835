package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the command with the real Coq: on the bundled model, and on scripted steps. */
final class SynthTest {

  private static final String APPEND = """
      Require Import Arith Lia List Bool.
      Import ListNotations.
      Lemma len_app : forall l m : list nat, length (l ++ m) = length l + length m.
      Proof.
      Admitted.
      """;

  @TempDir
  private Path folder;

  @BeforeEach
  void coqIsThere() {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @Test
  void synth_bundledModel_solvesAListLemma() throws Exception {
    Path file = write("append.v", APPEND);
    Cli run = Cli.run("synth", file.toString(), "-o", out(), "--seed", "1");
    assertThat(run.err()).contains("vmcts: solved after", "proven: len_app");
    assertThat(run.status()).isZero();
    Path program = folder.resolve("out/append.v");
    assertThat(run.out()).isEqualTo(Files.readString(program));
    assertThat(Files.readString(program))
        .startsWith(APPEND.substring(0, APPEND.indexOf("Admitted")));
    Cli show = Cli.run("trace", "show", folder.resolve("out/append.trace.jsonl").toString());
    assertThat(show.status()).isZero();
    assertThat(show.out()).contains("SOLVED", "(root)", "|- forall l m");
  }

  @Test
  void synth_wrongSteps_endsWithTheBudgetSpent() throws Exception {
    Path file = write("append.v", APPEND);
    Cli run = Cli.run(
        "synth", file.toString(), "-o", out(), "--expansions", "1", "--solvers", "off", "--json");
    assertThat(run.status()).isEqualTo(ExitCode.BUDGET_SPENT.status());
    assertThat(run.out()).contains("\"outcome\":\"BUDGET_SPENT\"");
    assertThat(folder.resolve("out/append.v")).doesNotExist();
    assertThat(folder.resolve("out/append.trace.jsonl")).exists();
  }

  @Test
  void verify_filledFile_isAcceptedOrRefusedWithTheReason() throws Exception {
    Path good = write(
        "good.v",
        "Lemma a : 1 + 1 = 2.\n(* vmcts: hole *) Proof. reflexivity. Qed. (* vmcts: end *)\n");
    Cli accepted = Cli.run("verify", good.toString());
    assertThat(accepted.out()).contains("accepted", "proven: a", "axioms: none");
    assertThat(accepted.status()).isZero();
    Path gap = write(
        "gap.v", "Lemma a : 1 + 1 = 3.\n(* vmcts: hole *) Proof. Admitted. (* vmcts: end *)\n");
    Cli refused = Cli.run("verify", gap.toString(), "--json");
    assertThat(refused.status()).isEqualTo(ExitCode.REJECTED.status());
    assertThat(refused.out()).contains("\"verdict\":\"refused\"", "FORBIDDEN");
    Cli other = Cli.run("verify", good.toString(), "--problem", gap.toString());
    assertThat(other.status()).isEqualTo(ExitCode.REJECTED.status());
  }

  @Test
  void synth_programThatCannotBeJudgedInTime_isKept() throws Exception {
    Path file = write("one.v", "Lemma a : 1 + 1 = 2.\nProof.\nAdmitted.\n");
    Path script = write("steps.txt", "reflexivity.\nQed.\n");
    Cli run = Cli.run(
        "synth",
        file.toString(),
        "-o",
        out(),
        "--model",
        "script:" + script,
        "--accept-seconds",
        "0.001");
    assertThat(run.status()).isEqualTo(ExitCode.INCONCLUSIVE.status());
    Path kept = folder.resolve("out/one.undecided.v");
    assertThat(run.err())
        .contains("could not judge", "it is kept: " + kept, "vmcts verify " + kept);
    assertThat(folder.resolve("out/one.v")).doesNotExist();
    Cli verify = Cli.run("verify", kept.toString(), "--problem", file.toString());
    assertThat(verify.out()).contains("accepted", "proven: a");
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
