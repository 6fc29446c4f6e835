package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.Brevity;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.SearchSettings.Solvers;
import dev.vmcts.search.SearchSettings.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTest {

  private static final Budget BUDGET = new Budget(100_000, 5_000, 50_000, Duration.ofHours(1));
  private static final String ONE = "(* vmcts: hole *)(* vmcts: end *)\n";

  private final List<SearchEvent> events = new ArrayList<>();
  private FakeVerifier verifier = new FakeVerifier();
  private InstantSource clock = InstantSource.fixed(Instant.EPOCH);

  @ParameterizedTest
  @EnumSource(Progress.class)
  void run_randomWords_solvesTwoHoles(Progress progress) throws Exception {
    SearchResult result =
        run(ONE + ONE, settings(Strategy.VERMCTS, progress), BUDGET, FakeModel.random(12));
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.solution().orElseThrow().program().replace("idle.\n", ""))
        .isEqualTo("(* vmcts: hole *)\nopen.\nwork.\ndone.\n(* vmcts: end *)\n".repeat(2));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WHOLE", "REFLEXION"})
  void run_treeStrategy_solvesTwoHoles(Strategy strategy) throws Exception {
    SearchResult result =
        run(ONE + ONE, settings(strategy, Progress.NEW), BUDGET, FakeModel.random(4));
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.solution().orElseThrow().program())
        .contains("open.\nwork.\ndone.\n(* vmcts: end *)\n(* vmcts: hole *)\nopen.");
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void run_sameSeed_sameEvents(Strategy strategy) throws Exception {
    run(ONE + ONE, settings(strategy, Progress.NEW), BUDGET, FakeModel.random(8));
    List<SearchEvent> first = List.copyOf(events);
    events.clear();
    run(ONE + ONE, settings(strategy, Progress.NEW), BUDGET, FakeModel.random(8));
    assertThat(events).isEqualTo(first);
  }

  @Test
  void run_wholePrograms_solvesWhatOneSampleHolds() throws Exception {
    SearchResult result =
        run(ONE, settings(Strategy.WHOLE, Progress.ANY), BUDGET, FakeModel.random(4));
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.statistics().tokens()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void run_programThatAcceptanceRefuses_countsAgainstItsPrefix(boolean proofs) throws Exception {
    verifier = new FakeVerifier(proofs);
    SearchResult result = run(
        ONE, settings(Strategy.VERMCTS, Progress.NEW), budget(50, 100), (prompt, seed) -> "lie.");
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(events)
        .anySatisfy(e -> assertThat(e)
            .isInstanceOfSatisfying(
                SearchEvent.Judged.class, j -> assertThat(j.result()).isEqualTo("refused")));
    assertThat(events)
        .filteredOn(SearchEvent.Backpropagate.class::isInstance)
        .isNotEmpty()
        .allSatisfy(e -> assertThat(((SearchEvent.Backpropagate) e).reward()).isEqualTo(-1));
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

  @ParameterizedTest
  @EnumSource(Progress.class)
  void run_textWithControlCharacters_isRefusedAndNeverShownToTheModel(Progress progress)
      throws Exception {
    List<String> prompts = new ArrayList<>();
    run(ONE, settings(Strategy.VERMCTS, progress), budget(1000, 5), (prompt, seed) -> {
      prompts.add(prompt);
      return "op\0en" + seed + ".";
    });
    assertThat(verdicts()).containsOnly("unprintable");
    assertThat(prompts).hasSize(5).noneMatch(p -> p.contains("\0"));
  }

  @Test
  void run_promptTooLongForTheModel_isAskedWithLessAround() throws Exception {
    verifier = new FakeVerifier(true);
    FakeModel.Words words = FakeModel.random(4);
    SearchResult result =
        run(ONE + ONE, settings(Strategy.VERMCTS, Progress.NEW), BUDGET, (prompt, seed) -> {
          if (prompt.split("\\(\\* done \\*\\)", -1).length > 2) {
            throw new PromptTooLongException(101, 100);
          }
          return words.next(prompt, seed);
        });

    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
  }

  @Test
  void run_promptTooLongHoweverShort_isAskedAFewTimesOnly() throws Exception {
    List<String> prompts = new ArrayList<>();
    run(ONE, settings(Strategy.VERMCTS, Progress.NEW), budget(1000, 3), (prompt, seed) -> {
      prompts.add(prompt);
      throw new PromptTooLongException(101, 100);
    });

    assertThat(prompts).hasSize(Brevity.values().length + 2);
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

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void run_everyCallToTheVerifier_isCountedAndInTheEvents(Strategy strategy) throws Exception {
    AtomicLong millis = new AtomicLong();
    clock = () -> Instant.ofEpochMilli(millis.incrementAndGet());
    Statistics spent = run(
            ONE + ONE, settings(strategy, Progress.NEW), budget(300, 300), FakeModel.random(4))
        .statistics();
    assertThat(spent.verifierCalls()).isEqualTo(verifier.calls());
    long calls = 0;
    double seconds = 0;
    for (SearchEvent event : events) {
      if (event instanceof SearchEvent.Checked checked) {
        calls += checked.verifierCalls();
        seconds += checked.durationSeconds();
      } else if (event instanceof SearchEvent.Closed closed) {
        calls += closed.verifierCalls();
        seconds += closed.durationSeconds();
      } else if (event instanceof SearchEvent.Judged judged) {
        calls++;
        seconds += judged.durationSeconds();
      }
    }
    assertThat(calls).isEqualTo(verifier.calls());
    assertThat(seconds).isCloseTo(spent.verifierSeconds(), within(1e-9));
  }

  @Test
  void run_closerThatWasTried_isNoDuplicateOfTheModel() throws Exception {
    AtomicInteger count = new AtomicInteger();
    FakeModel model = new FakeModel((prompt, seed) -> "no" + count.incrementAndGet() + ".");
    SearchSettings closers =
        settings(Strategy.VERMCTS, Progress.NEW).with(s -> s.closers = Closers.ON);
    run(ONE, closers, budget(1000, 20), model, events::add);
    assertThat(verdicts()).containsOnly("rejected").hasSize(20);
    assertThat(model.samplings())
        .hasSize(19)
        .allSatisfy(sampling -> assertThat(sampling.temperature()).isEqualTo(1));
  }

  @Test
  void run_modelRepeatsItself_isAskedForSomethingElseAfterThree() throws Exception {
    FakeModel model = new FakeModel((prompt, seed) -> "no.");
    SearchSettings unique = settings(Strategy.VERMCTS, Progress.NEW).with(s -> s.unique = true);
    run(ONE, unique, budget(1000, 10), model, events::add);
    List<String> scopes = model.samplings().stream().map(Sampling::scope).toList();
    assertThat(scopes).hasSize(10);
    assertThat(scopes.subList(0, 4)).containsOnly("");
    assertThat(scopes.subList(4, 10)).doesNotContain("").containsOnly(scopes.get(4));
  }

  @Test
  void run_repair_goesOnWhereTheFaultBegan() throws Exception {
    FakeModel.Words words = (prompt, seed) -> {
      if (prompt.endsWith("op")) {
        return "en.";
      }
      return seed % 3 == 0 ? "work." : seed % 3 == 1 ? "done." : "opus.";
    };
    SearchSettings none = settings(Strategy.VERMCTS, Progress.NEW);
    SearchSettings repair = none.with(s -> s.repair = true);
    assertThat(run(ONE, none, budget(1000, 200), words).outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    events.clear();
    assertThat(run(ONE, repair, budget(1000, 200), words).outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(events)
        .anyMatch(e -> e instanceof SearchEvent.Checked c
            && c.step().equals("opus.")
            && Integer.valueOf(2).equals(c.at()));
    assertThat(events).anyMatch(e -> e instanceof SearchEvent.Propose p && "op".equals(p.begun()));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WHOLE", "REFLEXION"})
  void run_solvers_endHolesThatTheModelCannotEnd(Strategy strategy) throws Exception {
    SearchSettings solvers = settings(strategy, Progress.NEW).with(s -> s.solvers = Solvers.ON);
    SearchResult result = run(
        ONE + ONE,
        solvers,
        budget(1000, 1000),
        (prompt, seed) -> seed % 2 == 0 ? "open." : "work.");
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(events.stream()
            .filter(e -> e instanceof SearchEvent.Checked c && c.step().equals("slow."))
            .count())
        .isEqualTo(1);
  }

  @Test
  void run_modelThatCannotWork_isNotAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () -> run(ONE, settings(Strategy.VERMCTS, Progress.NEW), BUDGET, (prompt, seed) -> {
              asked.incrementAndGet();
              throw new ModelException("broken");
            }))
        .isExactlyInstanceOf(ModelException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void run_modelThatFailsNowAndThen_isAskedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    SearchResult result =
        run(ONE, settings(Strategy.VERMCTS, Progress.NEW), BUDGET, (prompt, seed) -> {
          if (asked.incrementAndGet() % 3 != 0) {
            throw new TransientModelException("died\nof something");
          }
          return "heavy.";
        });
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(events).contains(new SearchEvent.ModelFailed(1, "died of something", 0));
  }

  @Test
  void run_modelThatFailsThreeTimesInARow_endsTheSearch() {
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () -> run(ONE, settings(Strategy.VERMCTS, Progress.NEW), BUDGET, (prompt, seed) -> {
              asked.incrementAndGet();
              throw new TransientModelException("died");
            }))
        .isInstanceOf(TransientModelException.class);
    assertThat(asked).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void run_programThatNeedsMoreTimeToJudge_getsIt(Strategy strategy) throws Exception {
    SearchResult result =
        run(ONE, settings(strategy, Progress.NEW), BUDGET, (prompt, seed) -> "heavy.");
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.unjudged()).isEmpty();
    assertThat(judgements()).containsExactly("undecided", "accepted");
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void run_programThatCannotBeJudged_isKeptAndTheSearchGoesOn(Strategy strategy) throws Exception {
    verifier = new FakeVerifier(true);
    SearchResult result =
        run(ONE, settings(strategy, Progress.ANY), budget(100, 4), (prompt, seed) -> "stuck.");
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(result.unjudged())
        .contains(
            new Unjudged("(* vmcts: hole *)\nstuck.\n(* vmcts: end *)\n", "no end within 9 s"));
    assertThat(judgements()).containsOnly("undecided").hasSize(8);
    assertThat(events).noneMatch(e -> e instanceof SearchEvent.Backpropagate);
  }

  private SearchResult run(
      String text, SearchSettings settings, Budget budget, FakeModel.Words words) throws Exception {
    return run(text, settings, budget, new FakeModel(words), events::add);
  }

  private SearchResult run(
      String text, SearchSettings settings, Budget budget, FakeModel model, SearchListener listener)
      throws Exception {
    Problem problem = ProblemReader.parse("p.v", Language.COQ, text);
    PromptRenderer prompts = new PromptRenderer(PromptStyle.named("tiny"), verifier.stepReader());
    return new Search(verifier, model, prompts, settings, budget, clock).run(problem, listener);
  }

  private List<String> verdicts() {
    return events.stream()
        .filter(SearchEvent.Checked.class::isInstance)
        .map(e -> ((SearchEvent.Checked) e).verdict())
        .toList();
  }

  private List<String> judgements() {
    return events.stream()
        .filter(SearchEvent.Judged.class::isInstance)
        .map(e -> ((SearchEvent.Judged) e).result())
        .toList();
  }

  private List<SearchEvent> nodes() {
    return events.stream().filter(SearchEvent.NodeAdded.class::isInstance).toList();
  }

  private static SearchSettings settings(Strategy strategy, Progress progress) {
    return SearchSettings.paper(new Sampling(1, 1, 0, 50), 17).with(s -> {
      s.strategy = strategy;
      s.chunkLimit = 4;
      s.progress = progress;
    });
  }

  private static Budget budget(long tokens, long expansions) {
    return new Budget(tokens, expansions, 100_000, Duration.ofHours(1));
  }
}
