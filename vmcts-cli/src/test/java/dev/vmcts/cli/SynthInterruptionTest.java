package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search with the real Coq and the bundled model that is asked to end, as by Ctrl-C, and goes on. */
@Tag("slow")
final class SynthInterruptionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path folder;

  @Test
  void synth_askedToEnd_saysSoInItsTraceAndGoesOn() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Path trace = folder.resolve("out/false.trace.jsonl");
    Files.writeString(folder.resolve("false.v"), "Lemma no : 1 = 2.\nProof.\nAdmitted.\n");
    Process synth = start("synth", "false.v", "-o", "out", "--tokens", "1000000");
    Instant end = Instant.now().plus(PATIENCE);
    while (events(trace, "propose") < 5 && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    synth.destroy();
    assertThat(synth.waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(synth.exitValue()).isIn(ExitCode.INTERRUPTED.status(), 143);
    assertThat(folder.resolve("log")).content().contains("vmcts: interrupted after ", trace());
    List<String> lines = Files.readAllLines(trace);
    assertThat(lines.get(lines.size() - 1)).contains("\"outcome\":\"INTERRUPTED\"");
    assertThat(Cli.run("trace", "stats", trace.toString()).status()).isZero();

    long more = events(trace, "expand") + 2;
    Process again = start("synth", "--resume", trace(), "--expansions", String.valueOf(more));
    assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isEqualTo(ExitCode.BUDGET_SPENT.status());
    assertThat(trace)
        .content()
        .startsWith(String.join("\n", lines.subList(0, lines.size() - 1)))
        .contains("\"outcome\":\"BUDGET_SPENT\"")
        .doesNotContain("\"outcome\":\"INTERRUPTED\"");
  }

  /** Whatever it is just doing: loading its classes, asking the verifier for its version, loading the model. */
  @ParameterizedTest
  @ValueSource(ints = {150, 300, 450, 600, 900})
  void synth_askedToEndAsItBegins_ends(int millis) throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Files.writeString(folder.resolve("false.v"), "Lemma no : 1 = 2.\nProof.\nAdmitted.\n");
    Process synth = start("synth", "false.v", "-o", "out", "--tokens", "1000000");
    Thread.sleep(millis);
    synth.destroy();
    assertThat(synth.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("log")).content().doesNotContain("Exception", "\tat ");
  }

  private Process start(String... words) throws Exception {
    return CliProcess.start(folder, Path.of(".."), Map.of(), folder.resolve("log"), words);
  }

  /** The trace as the command names it. */
  private static String trace() {
    return Path.of("out", "false.trace.jsonl").toString();
  }

  private static long events(Path trace, String event) throws Exception {
    return Files.exists(trace)
        ? Files.readAllLines(trace).stream()
            .filter(line -> line.contains("\"event\":\"" + event + "\""))
            .count()
        : 0;
  }
}
