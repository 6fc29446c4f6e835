package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.trace.resume.DivergedException;
import dev.vmcts.trace.resume.ResumePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trace that is cut off anywhere and gone on with ends as the search that was left alone. */
final class ResumeTest {

  private static final Budget BUDGET = new Budget(1000, 12, 10_000, Duration.ofHours(1));
  private static final String HOLE = "(* vmcts: hole *)(* vmcts: end *)\n";

  @TempDir
  private Path folder;

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "VERMCTS, open. work. done. idle. no. fail., 3",
    "VERMCTS, open. work. done. no. slow. wait, 4",
    "VERMCTS, stuck. lie. slow. wait, 5",
    "WHOLE, open. work. idle. no. done., 6",
    "WHOLE, open. work. done., 7",
    "REFLEXION, open. work. idle. no. done., 12",
    "REFLEXION, open. work. done., 13",
    "RMAX, open. work. idle. no., 8",
    "ROLLOUT, open. work. done. idle., 9",
    "DFS, open. work. done. idle. no. slow., 10",
    "BEST_FIRST, open. work. done. idle. no. lie., 11",
  })
  void resume_cutAtEveryLineAndAnywhere_endsAsTheWholeRun(
      Strategy strategy, String words, long seed) throws Exception {
    TraceRun run = new TraceRun(HOLE + HOLE, strategy, words, seed, BUDGET);
    Path whole = folder.resolve("whole.jsonl");
    SearchResult left = run.write(whole);
    byte[] bytes = Files.readAllBytes(whole);
    int headerEnds = line(bytes, 0);
    SplittableRandom random = new SplittableRandom(seed);
    for (int cut = headerEnds; cut < bytes.length; cut = line(bytes, cut)) {
      check(run, left, bytes, cut);
      check(run, left, bytes, random.nextInt(headerEnds, bytes.length));
    }
    check(run, left, bytes, bytes.length);
  }

  @Test
  void resume_stoppedAgainAndAgain_endsAsTheWholeRun() throws Exception {
    TraceRun run =
        new TraceRun(HOLE + HOLE, Strategy.VERMCTS, "open. work. done. idle. no.", 8, BUDGET);
    Path whole = folder.resolve("whole.jsonl");
    run.write(whole);
    Path file = folder.resolve("t.jsonl");
    SplittableRandom random = new SplittableRandom(1);
    byte[] now = Files.readAllBytes(whole);
    int from = line(now, 0);
    while (from < now.length - 1) {
      from = random.nextInt(from, now.length);
      Files.write(file, Arrays.copyOf(now, from));
      run.resume(file);
      now = Files.readAllBytes(file);
    }
    assertThat(timeless(file)).isEqualTo(timeless(whole));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void resume_interrupted_saysSoAtItsEndAndEndsAsTheWholeRun(int asked) throws Exception {
    TraceRun run =
        new TraceRun(HOLE + HOLE, Strategy.VERMCTS, "open. work. done. idle. no.", 8, BUDGET);
    Path whole = folder.resolve("whole.jsonl");
    run.write(whole);
    Path file = folder.resolve("t.jsonl");
    assertThat(run.writeInterrupted(file, asked).outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(timeless(file).lines().reduce((a, b) -> b).orElseThrow())
        .contains("\"event\":\"end\",\"outcome\":\"INTERRUPTED\"");
    run.resume(file);
    assertThat(timeless(file)).isEqualTo(timeless(whole));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void resume_withLargerBudget_endsAsARunThatHadItFromTheStart(int first) throws Exception {
    String words = "open. work. done. idle. no. wait";
    Budget small = new Budget(first, 60, 10_000, Duration.ofHours(1));
    TraceRun large = new TraceRun(HOLE, Strategy.VERMCTS, words, 9, TraceRun.BUDGET);
    Path whole = folder.resolve("whole.jsonl");
    large.write(whole);
    Path file = folder.resolve("t.jsonl");
    new TraceRun(HOLE, Strategy.VERMCTS, words, 9, small).write(file);
    large.resume(file);
    // The header and the line about the new budget differ.
    assertThat(timeless(file).lines().skip(1).filter(l -> !l.contains("\"event\":\"budget\"")))
        .containsExactlyElementsOf(timeless(whole).lines().skip(1).toList());
  }

  @Test
  void resume_budgetNotRaised_endsAtOnce() throws Exception {
    Budget small = new Budget(6, 60, 10_000, Duration.ofHours(1));
    TraceRun run = new TraceRun(HOLE, Strategy.VERMCTS, "no. nothing.", 9, small);
    Path file = folder.resolve("t.jsonl");
    run.write(file);
    String before = timeless(file);
    FakeModel model = new FakeModel((prompt, seed) -> {
      throw new IllegalStateException("asked");
    });
    assertThat(run.resume(file, new FakeVerifier(), model).outcome())
        .isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(timeless(file)).isEqualTo(before);
  }

  @Test
  void resume_budgetBelowWhatIsSpent_saysSoAndLeavesTheTrace() throws Exception {
    TraceRun run = new TraceRun(HOLE, Strategy.VERMCTS, "no. nothing.", 9, TraceRun.BUDGET);
    Path file = folder.resolve("t.jsonl");
    run.write(file);
    byte[] before = Files.readAllBytes(file);
    TraceRun less =
        new TraceRun(HOLE, Strategy.VERMCTS, "no.", 9, new Budget(3, 60, 100, Duration.ofHours(1)));
    assertThatThrownBy(() -> less.resume(file))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("a budget must be larger than what the trace has spent");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void resume_traceThatWasChanged_saysWhereAndLeavesTheTrace() throws Exception {
    TraceRun run = new TraceRun(HOLE, Strategy.VERMCTS, "open. work. done. idle. no.", 8, BUDGET);
    Path file = folder.resolve("t.jsonl");
    run.write(file);
    String changed = Files.readString(file).replaceFirst("\"work\\.\"", "\"walk.\"");
    Files.writeString(file, changed);
    assertThatThrownBy(() -> run.resume(file))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("t.jsonl:");
    assertThat(Files.readString(file)).isEqualTo(changed);
  }

  @Test
  void resume_solutionThatTheVerifierRefusesNow_isNotBelieved() throws Exception {
    TraceRun run = new TraceRun(HOLE, Strategy.WHOLE, "open. work. done.", 7, TraceRun.BUDGET);
    Path file = folder.resolve("t.jsonl");
    run.write(file);
    String forged = Files.readString(file).replace("open. work. done.", "lie.");
    Files.writeString(file, forged.replaceAll("(?m)^.*\"step\":\"(work|done)\\.\".*\n", ""));
    assertThatThrownBy(() -> run.resume(file)).isInstanceOf(DivergedException.class);
  }

  @Test
  void point_badTraces_saysWhatIsWrong() throws Exception {
    Path file = folder.resolve("t.jsonl");
    Files.writeString(file, "{\"event\":\"header\",\"version\":\"1.1\"}\n");
    assertThatThrownBy(() -> ResumePoint.of(file, b -> b))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("t.jsonl:1: trace version '1.1' does not hold its problem");
    Files.writeString(file, "nothing\n");
    assertThatThrownBy(() -> ResumePoint.of(file, b -> b)).hasMessageContaining("t.jsonl:1: no");
  }

  private void check(TraceRun run, SearchResult left, byte[] bytes, int cut) throws Exception {
    Path file = folder.resolve("cut.jsonl");
    Files.write(file, Arrays.copyOf(bytes, cut));
    SearchResult now = run.resume(file);
    assertThat(timeless(file))
        .as("cut at %s", cut)
        .isEqualTo(timeless(folder.resolve("whole.jsonl")));
    assertThat(now.outcome()).isEqualTo(left.outcome());
    assertThat(now.statistics().tokens()).isEqualTo(left.statistics().tokens());
    assertThat(now.statistics().verifierCalls()).isEqualTo(left.statistics().verifierCalls());
  }

  /** The index after the next line break. */
  private static int line(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private static String timeless(Path file) throws IOException {
    return Files.readString(file).replaceAll("\"\\w*Seconds\":[-+.0-9E]+", "\"Seconds\":0");
  }
}
