package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.llm.llamacpp.LlamaWorker;
import dev.vmcts.trace.TraceReader;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search whose model dies again and again, with several requests under way: it goes on to its end, with the real Coq and
 * the bundled model. {@code -Dmodel.kills=N} says how often.
 */
@Tag("slow")
final class ModelKillTest {

  private static final int KILLS = Integer.getInteger("model.kills", 3);

  @TempDir
  private Path folder;

  @Test
  void synth_modelIsKilledAgainAndAgain_searchFinishes() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    Path problem = Files.writeString(
        folder.resolve("hard.v"),
        "Require Import Arith Lia.\nLemma hard : forall n m : nat, n * m + n = m * n.\nProof.\nAdmitted.\n");
    Path trace = folder.resolve("out/hard.trace.jsonl");
    ExecutorService killer = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> killed = killer.submit(() -> kill(trace));
      Cli run = Cli.run(
          "synth",
          problem.toString(),
          "--workers",
          "4",
          "--expansions",
          Integer.toString(20 + 15 * KILLS),
          "-o",
          folder.resolve("out").toString(),
          "-q");
      assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.BUDGET_SPENT.status());
      assertThat(killed.get()).isEqualTo(KILLS);
      assertThat(count(trace, "model-failure")).isBetween(KILLS / 2, 4 * KILLS);
    } finally {
      killer.shutdownNow();
    }
  }

  /** Kills the model's process whenever it has answered a few times since it was killed last. */
  private static int kill(Path trace) throws Exception {
    int killed = 0;
    int answers = 0;
    while (killed < KILLS) {
      Thread.sleep(50);
      int now = count(trace, "propose");
      if (now >= answers + 4) {
        ProcessHandle.current()
            .descendants()
            .filter(ModelKillTest::isModel)
            .forEach(ProcessHandle::destroyForcibly);
        answers = now;
        killed++;
      }
    }
    return killed;
  }

  private static boolean isModel(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains(LlamaWorker.class.getName());
    } catch (IOException e) {
      // It has ended meanwhile.
      return false;
    }
  }

  private static int count(Path trace, String event) throws IOException {
    if (!Files.exists(trace) || Files.size(trace) == 0) {
      return 0;
    }
    Map<String, Integer> counts = new TreeMap<>();
    TraceReader.read(trace, line -> counts.merge(line.path("event").asText(), 1, Integer::sum));
    return counts.getOrDefault(event, 0);
  }
}
