package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several workers at one search. */
@Timeout(120)
final class WorkersTest {

  private static final String TWO = "(* vmcts: hole *)(* vmcts: end *)\n".repeat(2);
  private static final int WORKERS = 8;
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  /** Told of by one thread at a time, or this list would break. */
  private final List<SearchEvent> events = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void run_eightWorkersWithDelays_leaveATreeThatFitsItsEvents(long seed) throws Exception {
    FakeModel.Words words = FakeModel.random(1);
    FakeModel model = new FakeModel((prompt, random) -> {
      nap();
      return words.next(prompt, random);
    });
    Desk desk = desk(settings(Strategy.VERMCTS, seed), budget(100_000, 400), model);
    Expander expander = new Expander(desk);
    desk.monitor().enter();
    try {
      new TreeStrategy(TreeStrategy.Expansion.STEP).run(desk, expander);
    } catch (BudgetSpentException e) {
      // A tree all the same.
    }
    Map<Integer, Integer> visits = new HashMap<>();
    Map<Integer, Integer> values = new HashMap<>();
    events.stream()
        .filter(SearchEvent.Backpropagate.class::isInstance)
        .map(SearchEvent.Backpropagate.class::cast)
        .forEach(b -> {
          visits.merge(b.node(), 1, Integer::sum);
          values.merge(b.node(), b.reward(), Integer::sum);
        });
    check(expander.tree().root(), visits, values);
    checkEvents();
  }

  /** A prefix is visited once for each reward that started in it, and once for each visit of a child. */
  private static void check(Node node, Map<Integer, Integer> visits, Map<Integer, Integer> values) {
    assertThat(node.virtualLosses()).isZero();
    int below = 0;
    double value = 0;
    Set<String> steps = new HashSet<>();
    for (Node child : node.children()) {
      assertThat(child.parent()).isSameAs(node);
      assertThat(steps.add(child.stepText()))
          .as("a second child by " + child.stepText())
          .isTrue();
      check(child, visits, values);
      below += child.visits();
      value += child.value();
    }
    assertThat(node.visits()).isEqualTo(below + visits.getOrDefault(node.id(), 0));
    assertThat(node.value()).isEqualTo(value + values.getOrDefault(node.id(), 0));
    assertThat(node.widenVisits()).isGreaterThanOrEqualTo(0);
  }

  private void checkEvents() {
    int nodes = 0;
    long expansions = 0;
    Map<Integer, Long> at = new HashMap<>();
    Set<Integer> complete = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      SearchEvent event = events.get(i);
      if (event instanceof SearchEvent.NodeAdded added) {
        assertThat(added.node()).isEqualTo(nodes++);
        assertThat(added.parent() == null ? -1 : added.parent()).isLessThan(added.node());
      } else if (event instanceof SearchEvent.Expand expand) {
        assertThat(expand.expansion()).isEqualTo(++expansions);
        assertThat(expand.node()).isLessThan(nodes);
        assertThat(expand.worker()).isBetween(1, WORKERS);
        at.put(expand.worker(), expand.expansion());
      } else if (event instanceof SearchEvent.Checked checked) {
        assertThat(at.values()).contains(checked.expansion());
      } else if (event instanceof SearchEvent.Backpropagate up) {
        assertThat(at.values()).contains(up.expansion());
        assertThat(up.node()).isLessThan(nodes);
      } else if (event instanceof SearchEvent.Solution solution) {
        assertThat(complete.add(solution.node())).isTrue();
        assertThat(complete).hasSize(1);
        assertThat(events.subList(i + 1, events.size()))
            .allMatch(e -> e instanceof SearchEvent.NodeAdded
                || e instanceof SearchEvent.Backpropagate
                || e instanceof SearchEvent.End);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"VERMCTS", "RMAX", "ROLLOUT"})
  void run_severalWorkers_solveAndStop(Strategy strategy) throws Exception {
    for (long seed = 1; seed <= 4; seed++) {
      events.clear();
      SearchResult result =
          search(settings(strategy, seed), budget(100_000, 5000), napping(FakeModel.random(4)));
      assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
      assertThat(events).filteredOn(e -> e instanceof SearchEvent.Solution).hasSize(1);
      assertThat(events.get(events.size() - 1)).isInstanceOf(SearchEvent.End.class);
      checkEvents();
    }
    assertThat(workersAlive()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 49, 50, 51, 1000, 1001})
  void run_proposalsAsLongAsAllowed_spendTheTokensAndNoMore(long tokens) throws Exception {
    SearchResult result =
        search(settings(Strategy.VERMCTS, 1), budget(tokens, 1_000_000), new Longest());
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(result.statistics().tokens()).isEqualTo(tokens);
  }

  @Test
  void run_expansions_areNotOverdrawn() throws Exception {
    SearchResult result = search(
        settings(Strategy.VERMCTS, 1), budget(100_000, 100), napping((prompt, seed) -> "no."));
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(result.statistics().expansions()).isEqualTo(100);
    assertThat(events).filteredOn(e -> e instanceof SearchEvent.Expand).hasSize(100);
  }

  @Test
  void run_modelUsedUp_isExhausted() throws Exception {
    AtomicInteger left = new AtomicInteger(50);
    SearchResult result = search(
        settings(Strategy.VERMCTS, 1),
        budget(100_000, 5000),
        napping((prompt, seed) -> left.decrementAndGet() < 0 ? "" : "no."));
    assertThat(result.outcome()).isEqualTo(Outcome.EXHAUSTED);
    assertThat(workersAlive()).isZero();
  }

  @Test
  void run_oneWorkerFails_endsForAllAtOnce() {
    AtomicInteger asked = new AtomicInteger();
    long start = System.nanoTime();
    assertThatThrownBy(() -> search(
            settings(Strategy.VERMCTS, 1), budget(100_000, 5000), new FakeModel((prompt, seed) -> {
              if (asked.incrementAndGet() == WORKERS) {
                throw new ModelException("broken");
              }
              Thread.sleep(600_000);
              return "no.";
            })))
        .isExactlyInstanceOf(ModelException.class)
        .hasMessage("broken");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(asked).hasValue(WORKERS);
    assertThat(workersAlive()).isZero();
  }

  @Test
  void run_oneWorkerSolves_othersAreInterrupted() throws Exception {
    AtomicReference<Thread> solver = new AtomicReference<>();
    SearchResult result = search(
        settings(Strategy.ROLLOUT, 1), budget(100_000, 5000), new FakeModel((prompt, seed) -> {
          solver.compareAndSet(null, Thread.currentThread());
          if (solver.get() != Thread.currentThread()) {
            Thread.sleep(600_000);
          }
          return "heavy.";
        }));
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(workersAlive()).isZero();
    checkEvents();
  }

  @Test
  void run_interrupted_endsInterrupted() throws Exception {
    Thread searcher = Thread.currentThread();
    AtomicInteger asked = new AtomicInteger();
    SearchResult result = search(
        settings(Strategy.VERMCTS, 1), budget(100_000, 5000), new FakeModel((prompt, seed) -> {
          if (asked.incrementAndGet() == WORKERS) {
            searcher.interrupt();
          }
          Thread.sleep(600_000);
          return "no.";
        }));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(events.get(events.size() - 1)).isInstanceOf(SearchEvent.End.class);
    assertThat(workersAlive()).isZero();
  }

  @Test
  void settings_workersOfStrategiesWithALoopOfTheirOwn_areRefused() {
    for (Strategy strategy : List.of(Strategy.DFS, Strategy.BEST_FIRST, Strategy.WHOLE)) {
      assertThatThrownBy(() -> settings(strategy, 1))
          .hasMessage("workers is 8; allowed: 1 with strategy " + strategy
              + "; vermcts, rmax and rollout take more");
    }
  }

  private static long workersAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("vmcts-worker-") && thread.isAlive())
        .count();
  }

  private static FakeModel napping(FakeModel.Words words) {
    return new FakeModel((prompt, seed) -> {
      nap();
      return words.next(prompt, seed);
    });
  }

  private static void nap() throws InterruptedException {
    int micros = ThreadLocalRandom.current().nextInt(1500);
    if (micros > 300) {
      Thread.sleep(0, micros * 600);
    }
  }

  /** Says as much as it may, always refused. */
  private static final class Longest implements LanguageModel {
    @Override
    public ModelInfo info() {
      return new ModelInfo("longest", "", 100, "");
    }

    @Override
    public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
        throws InterruptedException {
      nap();
      int tokens = seed % 3 == 0 ? Math.max(1, sampling.maxTokens() / 2) : sampling.maxTokens();
      return new Proposal("no" + seed + ".", tokens, -1, StopReason.STOP, 1, 0);
    }

    @Override
    public void close() {}
  }

  private SearchResult search(SearchSettings settings, Budget budget, LanguageModel model)
      throws Exception {
    FakeVerifier verifier = new FakeVerifier(false, WorkersTest::nap);
    return new Search(verifier, model, prompts(verifier), settings, budget, CLOCK)
        .run(problem(), events::add);
  }

  private Desk desk(SearchSettings settings, Budget budget, LanguageModel model) throws Exception {
    FakeVerifier verifier = new FakeVerifier(false, WorkersTest::nap);
    return new Desk(
        problem(),
        verifier,
        verifier.open(problem()),
        model,
        prompts(verifier),
        settings,
        RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed()),
        new Meter(budget, CLOCK),
        events::add);
  }

  private static Problem problem() throws Exception {
    return ProblemReader.parse("p.v", Language.COQ, TWO);
  }

  private static PromptRenderer prompts(FakeVerifier verifier) throws Exception {
    return new PromptRenderer(PromptStyle.named("tiny"), verifier.stepReader());
  }

  /** With so much exploration that prefixes that often fail are not left for thousands of expansions. */
  private static SearchSettings settings(Strategy strategy, long seed) {
    return SearchSettings.paper(new Sampling(1, 1, 0, 50), seed).with(s -> {
      s.strategy = strategy;
      s.exploration = 30;
      s.chunkLimit = 4;
      s.progress = Progress.NEW;
      s.closers = Closers.ON;
      s.workers = WORKERS;
    });
  }

  private static Budget budget(long tokens, long expansions) {
    return new Budget(tokens, expansions, 1_000_000, Duration.ofHours(1));
  }
}
