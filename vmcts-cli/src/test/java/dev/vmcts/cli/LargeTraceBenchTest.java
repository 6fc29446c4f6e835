package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trace of more than a million events, read by a Java of 256 MB, of which little is used. */
@Tag("bench")
final class LargeTraceBenchTest {

  private static final int PREFIXES = 200_000;

  @TempDir
  private Path folder;

  @Test
  void stats_ofAMillionEvents_fitIn256Megabytes() throws Exception {
    Path trace = folder.resolve("large.trace.jsonl");
    LargeTrace.write(trace, PREFIXES);
    long start = System.nanoTime();
    String stats = run(trace, "stats", "--json");
    System.out.printf(
        "%d MB, %.1f s%n%s%n", Files.size(trace) >> 20, (System.nanoTime() - start) / 1e9, stats);
    assertThat(new JsonMapper().readTree(stats).path("events").asInt()).isGreaterThan(1_000_000);
    Path page = folder.resolve("page.html");
    run(trace, "html", "-o", page.toString());
    assertThat(page).exists();
  }

  private String run(Path trace, String command, String... options) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "trace",
        command,
        trace.toString());
    builder.command().addAll(List.of(options));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
