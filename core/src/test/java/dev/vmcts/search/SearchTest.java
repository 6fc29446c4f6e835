package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.SearchSettings.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTest {

  private static final Budget BUDGET = new Budget(100_000, 5_000, 50_000, Duration.ofHours(1));
  private static final String ONE = "(* vmcts: hole *)(* vmcts: end *)\n";

  private final List<SearchEvent> events = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Progress.class)
  void run_randomWords_solvesTwoHoles(Progress progress) throws Exception {
    SearchResult result = run(ONE + ONE, settings(Strategy.VERMCTS, progress), BUDGET, words(12));
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.solution().orElseThrow().program().replace("idle.\n", ""))
        .isEqualTo("(* vmcts: hole *)\nopen.\nwork.\ndone.\n(* vmcts: end *)\n".repeat(2));
  }

  @Test
  void run_sameSeed_sameEvents() throws Exception {
    run(ONE + ONE, settings(Strategy.VERMCTS, Progress.NEW), BUDGET, words(8));
    List<SearchEvent> first = List.copyOf(events);
    events.clear();
    run(ONE + ONE, settings(Strategy.VERMCTS, Progress.NEW), BUDGET, words(8));
    assertThat(events).isEqualTo(first);
  }

  @Test
  void run_wholePrograms_solvesWhatOneSampleHolds() throws Exception {
    SearchResult result = run(ONE, settings(Strategy.WHOLE, Progress.ANY), BUDGET, words(4));
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.statistics().tokens()).isPositive();
  }

  @Test
  void run_programThatAcceptanceRefuses_isNoSolution() throws Exception {
    SearchResult result = run(
        ONE, settings(Strategy.VERMCTS, Progress.NEW), budget(50, 100), (prompt, seed) -> "lie.");
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(events)
        .anySatisfy(e -> assertThat(e)
            .isInstanceOfSatisfying(
                SearchEvent.Judged.class, j -> assertThat(j.result()).isEqualTo("refused")));
  }

  @Test
  void run_stepThatChangesNothing_isNoProgress() throws Exception {
    run(ONE, settings(Strategy.VERMCTS, Progress.NEW), budget(1000, 10), (prompt, seed) -> "idle.");
    assertThat(verdicts()).startsWith("verified", "no-progress", "duplicate").endsWith("duplicate");
    assertThat(nodes()).hasSize(1);
  }

  @Test
  void run_paperSettings_acceptStepsThatChangeNothing() throws Exception {
    run(ONE, settings(Strategy.VERMCTS, Progress.ANY), budget(1000, 10), (prompt, seed) -> "idle.");
    assertThat(verdicts()).containsOnly("verified");
    assertThat(nodes()).hasSize(11);
  }

  @Test
  void run_undecidedStep_sendsNoReward() throws Exception {
    run(ONE, settings(Strategy.VERMCTS, Progress.ANY), budget(1000, 10), (prompt, seed) -> "slow.");
    assertThat(verdicts()).containsOnly("undecided");
    assertThat(events).noneMatch(e -> e instanceof SearchEvent.Backpropagate);
  }

  @Test
  void run_chunksWithoutAPeriod_endAtTheChunkLimit() throws Exception {
    run(ONE, settings(Strategy.VERMCTS, Progress.ANY), budget(1000, 1), (prompt, seed) -> "x");
    assertThat(verdicts()).endsWith("too-long").hasSize(5);
  }

  @Test
  void run_modelUsedUp_isExhausted() throws Exception {
    SearchResult result =
        run(ONE, settings(Strategy.VERMCTS, Progress.NEW), BUDGET, (prompt, seed) -> "");
    assertThat(result.outcome()).isEqualTo(Outcome.EXHAUSTED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 30})
  void run_tokenBudget_isNotExceeded(long tokens) throws Exception {
    SearchResult result = run(
        ONE,
        settings(Strategy.VERMCTS, Progress.ANY),
        budget(tokens, 1000),
        (prompt, seed) -> "no.");
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(result.statistics().tokens()).isEqualTo(tokens);
  }

  @Test
  void run_interruptedThread_endsInterrupted() throws Exception {
    SearchResult result =
        run(ONE, settings(Strategy.VERMCTS, Progress.ANY), BUDGET, (prompt, seed) -> {
          throw new InterruptedException();
        });
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(events.get(events.size() - 1)).isInstanceOf(SearchEvent.End.class);
  }

  private interface Words {
    String next(String prompt, long seed) throws InterruptedException;
  }

  private static Words words(int longest) {
    List<String> words = List.of("open.", "work.", "done.", "idle.", "no.", "slow.");
    return (prompt, seed) -> {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < longest; i++) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      return text.toString();
    };
  }

  private SearchResult run(String text, SearchSettings settings, Budget budget, Words words)
      throws Exception {
    Problem problem = ProblemReader.parse("p.v", Language.COQ, text);
    FakeVerifier verifier = new FakeVerifier();
    PromptRenderer prompts = new PromptRenderer(PromptStyle.named("tiny"), verifier.stepReader());
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    return new Search(verifier, model(words), prompts, settings, budget, clock)
        .run(problem, events::add);
  }

  private static LanguageModel model(Words words) {
    return new LanguageModel() {
      @Override
      public ModelInfo info() {
        return new ModelInfo("words", "", 100, "");
      }

      @Override
      public Proposal sample(String prompt, Sampling sampling, StopRule stop, long seed)
          throws InterruptedException {
        String text = words.next(prompt, seed);
        int cut = stop.cut(text);
        return text.isEmpty()
            ? new Proposal("", 0, 0, StopReason.EOS, 1, 0)
            : new Proposal(cut < 0 ? text : text.substring(0, cut), 1, -1, StopReason.STOP, 1, 0);
      }

      @Override
      public void close() {}
    };
  }

  private List<String> verdicts() {
    return events.stream()
        .filter(SearchEvent.Checked.class::isInstance)
        .map(e -> ((SearchEvent.Checked) e).verdict())
        .toList();
  }

  private List<SearchEvent> nodes() {
    return events.stream().filter(SearchEvent.NodeAdded.class::isInstance).toList();
  }

  private static SearchSettings settings(Strategy strategy, Progress progress) {
    return new SearchSettings(
        strategy, 3, 0.1, 40, 4, new Sampling(1, 1, 0, 50), 17, progress, Closers.OFF);
  }

  private static Budget budget(long tokens, long expansions) {
    return new Budget(tokens, expansions, 100_000, Duration.ofHours(1));
  }
}
