package dev.vmcts.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of sweeps joined, and what must not be joined. */
final class SweepMergeTest {

  private static final SweepRun ONE = Runs.solved("p/a.v", "x", 1, 10, 2);
  private static final SweepRun TWO = Runs.spent("p/a.v", "x", 2, 100, 60);
  private static final SweepManifest PLAN = Runs.manifest(2, "p/a.v", "x", "--depth 3");

  @TempDir
  private Path folder;

  private SweepFolder part(String name, SweepManifest manifest, SweepRun... runs) throws Exception {
    SweepFolder part = new SweepFolder(Files.createDirectories(folder.resolve(name)));
    manifest.write(part.manifest());
    try (SweepLog log = SweepLog.open(part.runs())) {
      for (SweepRun run : runs) {
        log.add(run);
        Path trace = part.trace(run.key());
        Files.createDirectories(trace.resolveSibling(""));
        Files.writeString(trace, name + " " + run.seed());
      }
    }
    return part;
  }

  @Test
  void merge_shards_isTheWholeAndMayBeDoneAgain() throws Exception {
    List<SweepFolder> parts =
        List.of(part("1", PLAN, ONE), part("2", PLAN, TWO, ONE), part("3", PLAN));
    SweepFolder all = new SweepFolder(Files.createDirectory(folder.resolve("all")));
    assertThat(SweepMerge.merge(parts, all).runs()).containsExactly(ONE, TWO);
    String first = Files.readString(all.runs());
    assertThat(SweepMerge.merge(parts, all).runs()).containsExactly(ONE, TWO);
    assertThat(Files.readString(all.runs())).isEqualTo(first).hasLineCount(2);
    assertThat(all.read().manifest()).isEqualTo(PLAN);
    assertThat(Files.readString(all.trace(ONE.key()))).isEqualTo("1 1");
    assertThat(Files.readString(all.trace(TWO.key()))).isEqualTo("2 2");
  }

  @Test
  void merge_contradictingRuns_namesBothLinesAndWritesNothing() throws Exception {
    SweepRun other = Runs.solved("p/a.v", "x", 1, 11, 2);
    List<SweepFolder> parts = List.of(part("1", PLAN, ONE), part("2", PLAN, TWO, other));
    SweepFolder all = new SweepFolder(Files.createDirectory(folder.resolve("all")));
    assertThatThrownBy(() -> SweepMerge.merge(parts, all))
        .isInstanceOf(SweepException.class)
        .hasMessageContaining(parts.get(0).runs() + ":1 and " + parts.get(1).runs() + ":2")
        .hasMessageContaining("p/a.v, x, seed 1");
    assertThat(all.path()).isEmptyDirectory();
  }

  @Test
  void merge_otherOptionsTextsOrModels_isRefused() throws Exception {
    SweepFolder first = part("1", PLAN, ONE);
    SweepFolder all = new SweepFolder(folder.resolve("all"));
    SweepFolder options = part("2", Runs.manifest(2, "p/a.v", "x", "--depth 4"), TWO);
    assertThatThrownBy(() -> SweepMerge.merge(List.of(first, options), all))
        .hasMessageContaining("the arm 'x' has the options '--depth 3' and '--depth 4'");
    SweepManifest.Arm one = new SweepManifest.Arm("", "abc");
    SweepManifest.Arm two = new SweepManifest.Arm("", "def");
    assertThatThrownBy(() -> new SweepManifest(1, 1, Map.of(), Map.of("x", one))
            .and(new SweepManifest(1, 1, Map.of(), Map.of("x", two)), "here"))
        .hasMessageContaining("the arm 'x' has the models abc and def");
    SweepManifest texts = new SweepManifest(1, 1, Map.of("p/a.v", "other"), PLAN.arms());
    assertThatThrownBy(() -> PLAN.and(texts, "here"))
        .hasMessageContaining("the problem 'p/a.v' has two different texts");
  }

  @Test
  void read_folderWithoutSweep_saysSo() {
    assertThatThrownBy(() -> new SweepFolder(folder).read())
        .isInstanceOf(SweepException.class)
        .hasMessageContaining(folder + ": no sweep in it");
  }

  @Test
  void read_wrongLines_nameTheLine() throws Exception {
    SweepFolder part = part("1", PLAN, ONE);
    for (String line :
        List.of("{}", "[]", "{\"problem\":\"a\",\"arm\":\"x\",\"outcome\":\"GOOD\"}")) {
      Files.writeString(part.runs(), line + "\n");
      assertThatThrownBy(part::read)
          .isInstanceOf(SweepException.class)
          .hasMessageContaining(part.runs() + ":1: no run of a sweep");
    }
    Files.write(part.runs(), new byte[] {'{', (byte) 0xE9, '\n'});
    assertThatThrownBy(part::read).hasMessage(part.runs() + ": not UTF-8 text");
    Files.writeString(part.runs(), "");
    Files.writeString(part.manifest(), "{\"version\":2}");
    assertThatThrownBy(part::read).hasMessageContaining("no manifest of a sweep");
  }

  @Test
  void log_ofAnotherSweepOrInterrupted_losesNoRun() throws Exception {
    Path file = folder.resolve("runs.jsonl");
    try (SweepLog log = SweepLog.open(file)) {
      Thread.currentThread().interrupt();
      log.add(ONE);
      assertThat(Thread.interrupted()).isTrue();
      assertThatThrownBy(() -> SweepLog.open(file)).hasMessageContaining("another sweep writes");
    }
    try (SweepLog again = SweepLog.open(file)) {
      assertThat(again.has(ONE.key())).isTrue();
    }
  }

  @Test
  void trace_oddNames_doNotCollide() {
    Set<Path> traces = new HashSet<>();
    String deep = "d".repeat(300);
    List<String> names = List.of(
        "a/b.v",
        "a_b.v",
        "a+b.v",
        "a%2Fb.v",
        "a%2Bb.v",
        "a b.v",
        "a\u00e9b.v",
        "a:b.v",
        "../a/b.v",
        deep + "/1.v",
        deep + "/x/1.v");
    for (String name : names) {
      Path trace = new SweepFolder(folder).trace(new SweepRun.Key(name, "x", 1));
      assertThat(trace.getNameCount()).isEqualTo(folder.getNameCount() + 3);
      assertThat(trace.getName(trace.getNameCount() - 2).toString()).hasSizeLessThan(200);
      traces.add(trace);
    }
    assertThat(traces).hasSameSizeAs(names);
  }
}
