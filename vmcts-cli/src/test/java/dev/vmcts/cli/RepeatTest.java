package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same search again, with the real Coq: its trace is the same but for times. */
@Tag("slow")
final class RepeatTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void coqIsThere() {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @Test
  void synth_replayedTwiceWithOneSeed_writesTheSameTraces() throws Exception {
    Path problem = folder.resolve("two.v");
    Files.writeString(problem, """
        Require Import Lia List.
        Lemma a : forall l m : list nat, length (l ++ m) = length l + length m.
        Proof.
        Admitted.
        Lemma b : forall l m n : list nat, (l ++ m) ++ n = l ++ (m ++ n).
        Proof.
        Admitted.
        Lemma c : forall l m : list nat, rev (l ++ m) = rev m ++ rev l.
        Proof.
        Admitted.
        """);
    String recorded = synth(problem, "recorded", "vmcts.gguf");
    String model = "replay:" + folder.resolve("recorded/two.trace.jsonl");
    String first = synth(problem, "first", model);
    String second = synth(problem, "second", model);
    assertThat(second).isEqualTo(first);
    // The header names the replay instead of the model; the events are those of the recorded run.
    assertThat(first.lines().skip(1)).isEqualTo(recorded.lines().skip(1).toList());
    assertThat(first.lines().count()).isGreaterThan(60);
  }

  /** The trace of a run, times left out. */
  private String synth(Path problem, String output, String model) throws Exception {
    Path out = folder.resolve(output);
    String[] command = {
      "synth",
      problem.toString(),
      "-o",
      out.toString(),
      "--seed",
      "3",
      "--expansions",
      "25",
      "-q",
      "--prompt-style",
      "tiny",
      "--model",
      model
    };
    Cli run = model.startsWith("replay:")
        ? Cli.run(command)
        : Cli.run(Arrays.copyOf(command, command.length - 2));
    assertThat(run.status()).as(run.err()).isIn(0, ExitCode.BUDGET_SPENT.status());
    return Files.readString(out.resolve("two.trace.jsonl"))
        .replaceAll("\"(time|\\w*Seconds)\":(\"[^\"]*\"|[-+.0-9E]+)", "\"$1\":0");
  }
}
