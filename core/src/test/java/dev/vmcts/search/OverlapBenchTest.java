package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Sampling;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the search itself lets two workers gain where nobody waits for a processor: the model takes one request at a time, and model and verifier sleep for equal times.
 */
@Tag("bench")
final class OverlapBenchTest {

  private static final int MILLIS = 10;
  private static final int EXPANSIONS = 200;

  @Test
  void run_twoWorkersWhereModelAndVerifierSleep_areHalfAsFastAgain() throws Exception {
    for (int round = 1; round <= 3; round++) {
      double one = rate(1);
      double two = rate(2);
      System.out.printf(
          "round %d: %.1f expansions a second with one worker, %.1f with two: %.2f times%n",
          round, one, two, two / one);
      assertThat(two / one).isGreaterThan(1.5);
    }
  }

  private static double rate(int workers) throws Exception {
    ReentrantLock turn = new ReentrantLock(true);
    FakeModel model = new FakeModel((prompt, seed) -> {
      turn.lockInterruptibly();
      try {
        Thread.sleep(MILLIS);
      } finally {
        turn.unlock();
      }
      return "no" + seed + ".";
    });
    FakeVerifier verifier = new FakeVerifier(false, () -> Thread.sleep(MILLIS));
    SearchSettings settings = SearchSettings.paper(new Sampling(1, 1, 0, 50), 1).with(s -> {
      s.progress = Progress.NEW;
      s.workers = workers;
    });
    SearchResult result = new Search(
            verifier,
            model,
            new PromptRenderer(PromptStyle.named("tiny"), verifier.stepReader()),
            settings,
            new Budget(100_000, EXPANSIONS, 100_000, Duration.ofHours(1)),
            InstantSource.system())
        .run(
            ProblemReader.parse("p.v", Language.COQ, "(* vmcts: hole *)(* vmcts: end *)\n"),
            event -> {});
    return result.statistics().expansions() / result.statistics().totalSeconds();
  }
}
