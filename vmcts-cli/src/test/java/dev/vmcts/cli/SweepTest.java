package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sweeps with the real Coq: the bundled model beside steps drawn by frequency. */
final class SweepTest {

  @TempDir
  private Path folder;

  private Path problem;
  private Path out;

  @BeforeEach
  void write() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    problem = Files.writeString(
        folder.resolve("plus.v"), "Lemma plus : forall n : nat, n + 0 = n.\nProof.\nAdmitted.\n");
    out = folder.resolve("out");
  }

  private Cli sweep(String... arms) {
    String control = "--arm=control=--model control:"
        + Path.of("..", "model", "control.tsv").toAbsolutePath().normalize();
    List<String> args =
        new ArrayList<>(List.of("sweep", problem.toString(), "-o", out.toString(), control));
    if (!String.join(" ", arms).contains("--seeds")) {
      args.add("--seeds=2");
    }
    args.addAll(List.of(arms));
    return Cli.run(args.toArray(String[]::new));
  }

  @Tag("slow")
  @Test
  void sweep_twoArms_countsEveryRunAndGoesOnWhereItStopped() throws Exception {
    Cli first = sweep();
    assertThat(first.err()).contains("plus.v, control, seed 1: ", "plus.v, control, seed 2: ");
    assertThat(first.status()).isZero();
    Path log = out.resolve("runs.jsonl");
    String whole = Files.readString(log);
    Files.writeString(log, whole + "{\"problem\":\"plus.v\",\"arm\":\"cu");
    Cli second = sweep("--arm=model=--tokens 4000 --minutes 1");
    assertThat(second.err()).contains("plus.v, model, seed 1: ").doesNotContain("control, seed");
    assertThat(Files.readAllLines(log)).hasSize(4);
    assertThat(Files.readString(log)).startsWith(whole);
    assertThat(second.out())
        .isEqualTo(Files.readString(out.resolve("report.md")))
        .contains("| problem | control | model |", "| " + problem + " | 2/2 [0.34, 1.00]");
    assertThat(Files.readString(out.resolve("junit.xml")))
        .contains("tests=\"4\" failures=\"0\"", "name=\"seed 2\"");
    Path traces = out.resolve("traces").resolve(problem.toString().replace('/', '+'));
    assertThat(Cli.run("trace", "stats", traces.resolve("model-1.trace.jsonl").toString())
            .out())
        .contains("SOLVED after");
  }

  @Test
  void sweep_inShards_joinedIsTheWhole() throws Exception {
    List<String> merge = new ArrayList<>(List.of("sweep", "merge"));
    Path whole = out;
    for (int part = 1; part <= 2; part++) {
      out = folder.resolve("part" + part);
      assertThat(sweep("--shard=" + part + "/2").status()).isZero();
      assertThat(Files.readAllLines(out.resolve("runs.jsonl"))).hasSize(1);
      merge.add(out.toString());
    }
    out = whole;
    merge.addAll(List.of("-o", out.toString()));
    Cli merged = Cli.run(merge.toArray(String[]::new));
    assertThat(merged.err()).isEmpty();
    assertThat(merged.out()).contains("| all runs | 2/2").contains("2 runs, 2 solved.");
    Cli again = sweep();
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).isEqualTo(merged.out());
    assertThat(Cli.run("sweep", "report", out.toString()).out()).isEqualTo(merged.out());
    assertThat(Files.exists(out.resolve("traces").resolve(problem.toString().replace('/', '+'))))
        .isTrue();
    assertThat(sweep("--shard=3/2").err()).contains("--shard is '3/2'").hasLineCount(1);
  }

  @Tag("slow")
  @Test
  void sweep_tooFewSolved_endsWithItsOwnStatus() {
    Cli run = sweep("--arm=none=--tokens 1 --solvers off", "--fail-under=75");
    assertThat(run.out()).contains("| all runs | 2/2 [0.34, 1.00]", "| 0/2 [0.00, 0.66] |");
    assertThat(run.status()).isEqualTo(ExitCode.FEW_SOLVED.status());
    assertThat(sweep("--fail-under=101").err())
        .contains("--fail-under is 101.0")
        .hasLineCount(1);
  }

  @Test
  void sweep_wrongArm_saysWhichWordIsWrong() {
    Cli run = sweep("--arm=odd=--strategie whole");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(run.err()).contains("--arm 'odd': ", "--strategie").hasLineCount(1);
    assertThat(sweep("--arm==x").err()).contains("allowed: NAME=OPTIONS");
  }

  @Test
  @Tag("slow")
  void sweep_exampleFile_isReadAndTheCommandLineStandsAboveIt() throws Exception {
    Cli run = Cli.run(
        "sweep",
        Path.of("..", "problems", "quickstart.yaml").toString(),
        "-o",
        out.toString(),
        "--seeds=1",
        "--shard=1/24",
        "--jobs=1");
    assertThat(run.err())
        .contains("1/1: quickstart/append_assoc.v, vermcts, seed 1: SOLVED")
        .hasLineCount(1);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("1 of 24 runs, 1 solved.", "`paper`: `--paper --tokens 5000");
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "runs.jsonl",
            "runs.csv",
            "sweep.json",
            "summary.json",
            "junit.xml",
            "report.md",
            "report.html",
            "pass-tokens.svg",
            "pass-seconds.svg",
            "traces");
  }

  @Test
  @Tag("slow")
  void sweep_nothingLeft_opensNoModel() throws Exception {
    Path script = Files.writeString(folder.resolve("steps.txt"), "now auto.\n");
    String arm = "--arm=script=--model script:" + script;
    assertThat(sweep(arm).status()).isZero();
    Files.delete(script);
    Cli again = sweep(arm);
    assertThat(again.err()).isEmpty();
    assertThat(again.status()).isZero();
    assertThat(sweep(arm, "--seeds=3").err()).contains("steps.txt");
  }

  @Test
  @Tag("slow")
  void sweep_runThatFails_losesNoOther() throws Exception {
    String arm = "--arm=model=--solvers off --tokens 4000";
    assertThat(sweep(arm).status()).isZero();
    Path trace = out.resolve("traces")
        .resolve(problem.toString().replace('/', '+'))
        .resolve("model-1.trace.jsonl");
    Cli run = sweep("--arm=replay=--solvers off --tokens 4000 --model replay:" + trace);
    assertThat(run.err())
        .contains("replay, seed 1: SOLVED", "replay, seed 2: failed: ", "1 run failed and is not");
    assertThat(run.status()).isEqualTo(ExitCode.MISSING.status());
    assertThat(run.out()).contains("5 of 6 runs");
  }

  @Test
  @Tag("slow")
  void sweep_severalJobs_doEveryRunOnce() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    assumeTrue(cores > 1, "one core");
    assertThat(sweep("--seeds=6", "--jobs=2").status()).isZero();
    List<String> runs = Files.readAllLines(out.resolve("runs.jsonl"));
    assertThat(runs).hasSize(6);
    out = folder.resolve("one");
    assertThat(sweep("--seeds=6").status()).isZero();
    assertThat(runs.stream().map(SweepTest::untimed).sorted())
        .containsExactlyElementsOf(Files.readAllLines(out.resolve("runs.jsonl")).stream()
            .map(SweepTest::untimed)
            .sorted()
            .toList());
    Cli many = sweep("--jobs=" + (cores + 1));
    assertThat(many.err())
        .contains("--jobs is " + (cores + 1) + "; allowed: 1 to " + cores)
        .hasLineCount(1);
  }

  private static String untimed(String run) {
    return run.replaceAll("\"\\w*[sS]econds\":[-+.0-9E]+", "");
  }

  @Test
  @Tag("slow")
  void sweep_otherOptionsUnderTheSameName_isRefused() throws Exception {
    String arm = "--arm=none=--tokens 1 --solvers off";
    assertThat(sweep(arm).status()).isZero();
    Cli other = sweep("--arm=none=--tokens 2 --solvers off");
    assertThat(other.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(other.err())
        .contains(
            "sweep.json: the arm 'none' has the options '--tokens 1 --solvers off' and '--tokens 2")
        .hasLineCount(1);
    Files.writeString(problem, "Lemma other : True.\nProof.\nAdmitted.\n");
    assertThat(sweep(arm).err()).contains("has two different texts").hasLineCount(1);
  }
}
