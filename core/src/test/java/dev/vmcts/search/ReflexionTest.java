package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole programs that are repaired after the model has thought about what the verifier has said. */
final class ReflexionTest {

  private static final String HOLE = "(* vmcts: hole *)(* vmcts: end *)\n";

  private final List<SearchEvent> events = new ArrayList<>();
  private final List<String> prompts = new ArrayList<>();

  @Test
  void run_refusedProgram_isShownWithTheErrorAndTheThought() throws Exception {
    SearchResult result =
        run(HOLE, 3, "open. wark. done.", "I misspelt work.", "open. work. done.");

    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.statistics().tokens()).isEqualTo(3);
    assertThat(prompts).hasSize(3);
    assertThat(prompts.get(0)).doesNotContain("wark");
    assertThat(prompts.get(1))
        .contains("open. wark. done.\n(* vmcts: end *)", "wark.\nrejected: not wark.")
        .endsWith("\n[assistant]\n");
    assertThat(prompts.get(2))
        .contains("open. wark. done.", "rejected: not wark.", "I misspelt work.")
        .endsWith("\n[assistant]\n```coq\n(* vmcts: hole *)\n");
    assertThat(rounds()).containsExactly(0, 1);
  }

  @Test
  void run_reflectionsSpent_startsAnewAndForgets() throws Exception {
    run(HOLE, 2, "a.", "thought one", "b.", "thought two", "c.", "open. work. done.");

    assertThat(rounds()).containsExactly(0, 1, 2, 0);
    assertThat(prompts.get(4)).contains("thought one\nthought two").contains("\nb.\n");
    assertThat(prompts.get(5)).isEqualTo(prompts.get(0));
  }

  @Test
  void run_manyReflections_threeAreRemembered() throws Exception {
    run(HOLE, 4, "a.", "one", "b.", "two", "c.", "three", "d.", "four", "open. work. done.");
    assertThat(prompts.get(8)).contains("two\nthree\nfour").doesNotContain("one\ntwo");
  }

  @Test
  void run_failureInALaterHole_writesEverythingAnew() throws Exception {
    SearchResult result = run(
        HOLE + HOLE,
        1,
        "open. work. done.",
        "open. no.",
        "the second is wrong",
        "open. work. done.",
        "open. work. done.");

    assertThat(prompts.get(2))
        .contains("(* vmcts: hole *)\nopen.\nwork.\ndone.\n(* vmcts: end *)")
        .contains("(* vmcts: hole *)\nopen. no.\n(* vmcts: end *)");
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
  }

  @Test
  void run_programThatAcceptanceRefuses_isRepairedToo() throws Exception {
    SearchResult result = run(HOLE, 1, "lie.", "no lies", "open. work. done.");
    assertThat(prompts.get(1)).contains("a lie");
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
  }

  @Test
  void run_textThatIsTooShort_saysWhatIsMissing() throws Exception {
    run(HOLE, 1, "open.", "more", "open. work. done.");
    assertThat(prompts.get(1)).contains("The text ends before the hole is filled: more");
  }

  @Test
  void run_noReflections_isResampling() throws Exception {
    run(HOLE, 0, "a.", "b.", "open. work. done.");
    assertThat(rounds()).containsExactly(0, 0, 0);
    assertThat(prompts).containsOnly(prompts.get(0));
  }

  @Test
  void run_placesInWhatTheModelWrote_areNotFilled() throws Exception {
    run(HOLE, 1, "%error.", "%program", "open. work. done.");
    assertThat(prompts.get(1)).contains("\n%error.\n");
    assertThat(prompts.get(2)).contains("\n%program\n");
  }

  /** Searches with a model that says this, and then no more. */
  private SearchResult run(String text, int reflections, String... words) throws Exception {
    Problem problem = ProblemReader.parse("p.v", Language.COQ, text);
    FakeVerifier verifier = new FakeVerifier();
    Deque<String> next = new ArrayDeque<>(List.of(words));
    FakeModel model = new FakeModel((prompt, seed) -> {
      prompts.add(prompt);
      return next.isEmpty() ? "" : next.remove();
    });
    PromptRenderer styled =
        new PromptRenderer(PromptStyle.named("instruct"), verifier.stepReader());
    Budget budget = new Budget(1000, 60, 10_000, Duration.ofHours(1));
    SearchSettings settings = new TraceRun(text, Strategy.REFLEXION, "", 1, budget)
        .settings()
        .with(s -> s.reflections = reflections);
    return new Search(verifier, model, styled, settings, budget, InstantSource.fixed(Instant.EPOCH))
        .run(problem, events::add);
  }

  private List<Integer> rounds() {
    return events.stream()
        .filter(SearchEvent.Attempt.class::isInstance)
        .map(e -> ((SearchEvent.Attempt) e).round())
        .toList();
  }
}
