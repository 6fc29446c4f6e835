package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search of two workers with the real Coq and the bundled model, and what can be done with its trace. */
@Tag("slow")
final class WorkersCommandTest {

  @TempDir
  private static Path folder;

  private static String trace;

  @BeforeAll
  static void search() {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    Cli run = Cli.run(
        "synth",
        "../problems/quickstart/factorial.v",
        "--workers",
        "2",
        "-o",
        folder.resolve("out").toString(),
        "-q");
    assertThat(run.err()).contains("solved after", "proven: ");
    assertThat(run.status()).isZero();
    trace = folder.resolve("out/factorial.trace.jsonl").toString();
  }

  @Test
  void verify_traceOfTwoWorkers_agrees() {
    Cli run = Cli.run("trace", "verify", trace);
    assertThat(run.out()).contains(" 0 differ", "the solution is accepted");
    assertThat(run.status()).isZero();
  }

  @Test
  void stats_traceOfTwoWorkers_countsTheTimeOfBoth() throws Exception {
    assertThat(Cli.run("trace", "stats", trace).out()).contains("SOLVED", "time of 2 workers:");
    JsonNode json =
        new JsonMapper().readTree(Cli.run("trace", "stats", trace, "--json").out());
    assertThat(json.path("workers").asInt()).isEqualTo(2);
    double all = json.at("/seconds/total").asDouble();
    double parts = json.path("seconds").properties().stream()
        .filter(part -> !part.getKey().equals("total"))
        .mapToDouble(part -> part.getValue().asDouble())
        .sum();
    assertThat(parts).isBetween(all, 2.01 * all);
  }

  @Test
  void stats_traceOfTwoWorkers_nearlyNothingIsComputedAgain() throws Exception {
    JsonNode json =
        new JsonMapper().readTree(Cli.run("trace", "stats", trace, "--json").out());
    assertThat(json.path("promptTokens").asLong()).isPositive();
    assertThat(
            json.path("recomputedTokens").asDouble() / json.path("promptTokens").asDouble())
        .isLessThanOrEqualTo(0.05);
    assertThat(Cli.run("trace", "stats", trace).out()).contains(" computed again (");
  }

  @Test
  void timeline_traceOfTwoWorkers_hasTheTracksOfBoth() throws Exception {
    Path file = folder.resolve("line.json");
    Cli.run("trace", "timeline", trace, "-o", file.toString());
    Set<String> tracks = new TreeSet<>();
    for (JsonNode event : new JsonMapper().readTree(Files.readString(file)).path("traceEvents")) {
      if (event.path("name").asText().equals("process_name")) {
        tracks.add(event.at("/args/name").asText().replaceFirst(".*, ", ""));
      }
      assertThat(event.path("pid").asInt()).isBetween(1, 2);
    }
    assertThat(tracks).containsExactly("worker 1", "worker 2");
  }

  @Test
  void show_traceOfTwoWorkers_endsAtTheSolution() {
    assertThat(Cli.run("trace", "show", trace, "--path").out()).contains("SOLVED", "* #0");
    assertThat(Cli.run("trace", "html", trace, "-o", folder.resolve("p.html").toString())
            .status())
        .isZero();
    assertThat(Cli.run("trace", "diff", trace, trace).out()).startsWith("the same search");
    assertThat(Cli.run("trace", "export", "--format", "sft", trace).status()).isZero();
  }

  @Test
  void resume_traceOfTwoWorkers_isRefusedInOneLine() {
    Cli run = Cli.run("synth", "--resume", trace);
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("a search of 2 workers; only one of a single worker");
  }

  @Test
  void workers_outOfRange_areRefusedInOneLine() {
    for (String workers : new String[] {"0", "-1", "65"}) {
      Cli run = Cli.run("synth", "../problems/quickstart/factorial.v", "--workers", workers);
      assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
      assertThat(run.err().strip())
          .isEqualTo("vmcts: workers is " + workers + "; allowed: 1 to 64");
    }
    Cli dfs = Cli.run(
        "synth", "../problems/quickstart/factorial.v", "--workers", "2", "--strategy", "dfs");
    assertThat(dfs.err())
        .contains("workers is 2; allowed: 1 with strategy dfs; vermcts, rmax and rollout");
    Cli led = Cli.run("synth", "../problems/quickstart/factorial.v", "--workers", "2", "-i");
    assertThat(led.err()).contains("--interactive has one worker");
    assertThat(led.status()).isEqualTo(ExitCode.USAGE.status());
  }
}
