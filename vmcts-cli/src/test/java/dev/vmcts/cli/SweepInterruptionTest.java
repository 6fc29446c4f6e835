package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A parallel sweep with the real Coq and the bundled model that is asked to end, and goes on. */
@Tag("slow")
final class SweepInterruptionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path folder;

  @Test
  void sweep_askedToEnd_keepsWhatItHasAndGoesOn() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    String jobs = "--jobs=" + Math.min(2, Runtime.getRuntime().availableProcessors());
    Files.writeString(
        folder.resolve("plus.v"), "Lemma plus : forall n : nat, n + 0 = n.\nProof.\nAdmitted.\n");
    Files.writeString(folder.resolve("false.v"), "Lemma no : 1 = 2.\nProof.\nAdmitted.\n");
    Path runs = folder.resolve("out/runs.jsonl");
    Process sweep = start("--seeds=2", jobs, "--arm=long=--minutes 5 --tokens 1000000");
    Instant end = Instant.now().plus(PATIENCE);
    while ((!Files.exists(runs) || Files.readAllLines(runs).size() < 2)
        && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    List<ProcessHandle> children = sweep.descendants().toList();
    assertThat(children).isNotEmpty();
    sweep.destroy();
    assertThat(sweep.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(sweep.exitValue()).isIn(ExitCode.INTERRUPTED.status(), 143);
    assertThat(Files.readString(folder.resolve("log"))).contains("the same command goes on");
    for (ProcessHandle child : children) {
      child.onExit().get(10, TimeUnit.SECONDS);
    }
    String before = Files.readString(runs);
    assertThat(before).hasLineCount(2).contains("plus.v");

    Process again = start("--seeds=2", jobs, "--arm=short=--minutes 5 --tokens 30 --solvers off");
    assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isZero();
    assertThat(Files.readString(runs)).startsWith(before).hasLineCount(6);
    assertThat(folder.resolve("out/report.md")).content().contains("6 of 8 runs");
  }

  private Process start(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("sweep", "plus.v", "false.v", "-o", "out"));
    words.addAll(List.of(more));
    return CliProcess.start(
        folder, Path.of(".."), Map.of(), folder.resolve("log"), words.toArray(String[]::new));
  }
}
