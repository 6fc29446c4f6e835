package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.trace.TraceReader;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search that is killed at a random moment, with the real Coq and the bundled model: its trace can be read, no process
 * stays, and no file outside of the output folder and the cache. Gone on with, it ends as the search that was left alone.
 * {@code -Dkills=N} says how often, {@code -Dkills.seed=N} when, {@code -Dkills.runs=N} how many searches, of as many seeds,
 * are killed so often each.
 */
@Tag("slow")
final class KillTest {

  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final int RUNS = Integer.getInteger("kills.runs", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MARK = "VMCTS_KILL_TEST";

  @TempDir
  private Path folder;

  @BeforeEach
  void toolsAreThere() {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc");
  }

  @Test
  void synth_killedAtRandomMoments_leavesNothingButItsOutputAndGoesOn() throws Exception {
    SplittableRandom random = new SplittableRandom(Long.getLong("kills.seed", 1L));
    Path problem = Files.writeString(
        folder.resolve("hard.v"),
        "Require Import Arith Lia.\nLemma hard : forall n m : nat, n * m + n = m * n.\nProof.\nAdmitted.\n");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path home = Files.createDirectory(folder.resolve("home"));
    int traces = 0;
    for (int seed = 1; seed <= RUNS; seed++) {
      Search search = new Search(problem, seed, folder.resolve("run" + seed), temporary, home);
      traces += killed(search, random);
    }
    assertThat(traces).isPositive();
  }

  /** A search, and the folders that it may write to. */
  private record Search(Path problem, int seed, Path out, Path temporary, Path home) {}

  /** Kills a search again and again, and goes on with it; returns how many of the killed ones had begun a trace. */
  private int killed(Search search, SplittableRandom random) throws Exception {
    long longest = wholeRun(search);
    Path whole = search.out().resolve("whole/hard.trace.jsonl");
    int traces = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      String as = "kill " + kill + " of seed " + search.seed();
      String mark = MARK + "=" + search.seed() + "-" + kill + "-"
          + ProcessHandle.current().pid();
      Path out = search.out().resolve("out" + kill);
      Process process = start(search, out, mark);
      Thread.sleep(random.nextLong(longest));
      process.destroyForcibly().waitFor();
      awaitNone(mark);
      assertThat(files(search.temporary())).as("temporary files, %s", as).isEmpty();
      assertThat(files(search.home())).as("files in the home folder, %s", as).isEmpty();
      Path trace = out.resolve("hard.trace.jsonl");
      if (Files.exists(trace) && Files.size(trace) > 0) {
        List<String> events = new ArrayList<>();
        TraceReader.read(trace, line -> events.add(line.path("event").asText()));
        assertThat(events.get(0)).isEqualTo("header");
        traces++;
        Process again = start(search, mark, "--resume", trace.toString());
        assertThat(again.waitFor(5, TimeUnit.MINUTES)).isTrue();
        awaitNone(mark);
        assertThat(timeless(trace)).as(as).isEqualTo(timeless(whole));
      }
    }
    System.out.printf(
        "seed %d: %d kills, %d of them with a trace, each gone on with to the same end%n",
        search.seed(), KILLS, traces);
    return traces;
  }

  /** Milliseconds that a search takes which is left alone; it fills the cache, too. */
  private long wholeRun(Search search) throws Exception {
    Instant start = Instant.now();
    String mark = MARK + "=whole" + search.seed();
    Process process = start(search, search.out().resolve("whole"), mark);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    awaitNone(mark);
    assertThat(files(search.temporary())).isEmpty();
    return Duration.between(start, Instant.now()).toMillis();
  }

  private Process start(Search search, Path out, String mark) throws IOException {
    return start(
        search,
        mark,
        search.problem().toString(),
        "-o",
        out.toString(),
        "--seed",
        String.valueOf(search.seed()),
        "--expansions",
        "40");
  }

  private Process start(Search search, String mark, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dvmcts.home=" + Path.of("..").toAbsolutePath().normalize(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "synth"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.put(MARK, mark.substring(MARK.length() + 1));
    environment.put("HOME", search.home().toString());
    environment.put("VMCTS_CACHE", folder.resolve("cache").toString());
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-Djava.io.tmpdir=" + search.temporary() + " -Duser.home=" + search.home());
    return builder.start();
  }

  /** The events of a trace, times left out. */
  private static String timeless(Path trace) throws IOException {
    return Files.readString(trace)
        .replaceFirst(".*\n", "")
        .replaceAll("\"\\w*Seconds\":[-+.0-9E]+", "\"Seconds\":0");
  }

  /** Waits until no process has the mark in its environment. */
  private static void awaitNone(String mark) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> living = marked(mark);
    while (!living.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
      living = marked(mark);
    }
    assertThat(living).as("processes that stay").isEmpty();
  }

  private static List<String> marked(String mark) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (text(process.resolve("environ")).contains(mark + "\0")) {
          found.add(process.getFileName() + " " + text(process.resolve("cmdline")));
        }
      }
    }
    return found;
  }

  /** What a file of a process says; nothing when it has ended or is another user's. */
  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> !f.equals(folder)).toList();
    }
  }
}
