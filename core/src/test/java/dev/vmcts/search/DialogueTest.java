package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.search.dialogue.Candidate;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.search.dialogue.Place;
import dev.vmcts.search.dialogue.Wish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that a person leads. */
final class DialogueTest {

  private static final Budget BUDGET = new Budget(1000, 60, 10_000, Duration.ofHours(1));
  private static final String ONE = "(* vmcts: hole *)(* vmcts: end *)\n";

  @TempDir
  private Path folder;

  private final List<SearchEvent> events = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  @Test
  void write_everyStep_isSolvedAndMarkedAsThePersons() throws Exception {
    SearchResult result = run(ONE, "no.", new Wish.Write("open."), new Wish.Write("work. done."));

    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.statistics().tokens()).isZero();
    assertThat(result.statistics().expansions()).isEqualTo(2);
    assertThat(verdicts("person")).containsExactly("open.", "work.", "done.");
    assertThat(events)
        .filteredOn(SearchEvent.NodeAdded.class::isInstance)
        .extracting(e -> ((SearchEvent.NodeAdded) e).by())
        .containsExactly(null, "person", "person", "person", null);
    assertThat(places.get(2).solution()).isPresent();
  }

  @Test
  void write_wrongStep_standsAfterTheLastGoodOneAndSaysWhy() throws Exception {
    run(ONE, "no.", new Wish.Write("open. wark. done."));

    Place place = places.get(1);
    assertThat(place.remark()).isEqualTo("wark.\nrejected: not wark.");
    assertThat(place.fills()).containsExactly("\nopen.\n");
    assertThat(place.candidates()).extracting(Candidate::text).containsExactly("wark.");
    assertThat(place.candidates().get(0).source()).isEqualTo(Candidate.Source.PERSON);
    assertThat(place.candidates().get(0).takeable()).isFalse();
  }

  @Test
  void write_noWholeStep_saysThatMoreIsNeeded() throws Exception {
    run(ONE, "no.", new Wish.Write("open"));
    assertThat(places.get(1).remark()).isEqualTo("open\nincomplete: no period");
    assertThat(places.get(1).node()).isZero();
  }

  @Test
  void write_stepThatChangesNothing_isThePersonsChoice() throws Exception {
    run(ONE, "no.", new Wish.Write("idle."));
    assertThat(places.get(1).remark()).isEmpty();
    assertThat(places.get(1).depth()).isEqualTo(1);
  }

  @Test
  void write_moreThanTheHoleTakes_saysWhatWasNotLookedAt() throws Exception {
    run(ONE + ONE, "no.", new Wish.Write("open. work. done. open."));
    assertThat(places.get(1).remark()).isEqualTo("the hole is filled; not looked at: open.");
    assertThat(places.get(1).state().hole()).isEqualTo(1);
  }

  @Test
  void more_thenTake_goesToTheCandidate() throws Exception {
    run(ONE, "open.", new Wish.More(2), new Wish.Take(1), new Wish.Up());

    Candidate candidate = places.get(1).candidate(1).orElseThrow();
    assertThat(candidate.text()).isEqualTo("open.");
    assertThat(candidate.logProbability()).isEqualTo(-1);
    assertThat(candidate.source()).isEqualTo(Candidate.Source.MODEL);
    assertThat(candidate.verdict()).isEqualTo("verified");
    assertThat(places.get(2).fills()).containsExactly("\nopen.\n");
    assertThat(places.get(3).node()).isZero();
    assertThat(verdicts("person")).isEmpty();
  }

  @Test
  void more_nothingNew_isSaid() throws Exception {
    run(ONE, "open.", new Wish.More(5));
    assertThat(places.get(1).remark()).isEqualTo("4 of 5 proposals were nothing new");
  }

  @Test
  void more_modelUsedUp_isSaidAndTheDialogueGoesOn() throws Exception {
    SearchResult result = run(ONE, "", new Wish.More(3), new Wish.Write("open. work. done."));
    assertThat(places.get(1).remark()).isEqualTo("the model has nothing more to propose");
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
  }

  @Test
  void run_withoutAnEndAndModelUsedUp_isExhausted() throws Exception {
    SearchResult result = run(ONE, "", new Wish.Run(Wish.Run.NO_LIMIT, Wish.Run.NO_END));
    assertThat(result.outcome()).isEqualTo(Outcome.EXHAUSTED);
  }

  @Test
  void prune_candidate_isNeitherProposedNorSearchedAgain() throws Exception {
    SearchResult result =
        run(ONE, "open.", new Wish.More(2), new Wish.Prune(1), new Wish.Run(20, Wish.Run.NO_END));

    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(places.get(2).candidates()).isEmpty();
    assertThat(places.get(3).candidates()).isEmpty();
    assertThat(events)
        .filteredOn(SearchEvent.Checked.class::isInstance)
        .extracting(e -> ((SearchEvent.Checked) e).verdict())
        .contains("pruned");
    assertThat(events)
        .filteredOn(SearchEvent.Expand.class::isInstance)
        .extracting(e -> ((SearchEvent.Expand) e).node())
        .containsOnly(0);
  }

  @Test
  void prune_thenWrite_isRefusedInWords() throws Exception {
    run(ONE, "open.", new Wish.More(2), new Wish.Prune(1), new Wish.Write("open."));
    assertThat(places.get(3).remark()).isEqualTo("pruned here before: open.");
  }

  @Test
  void run_belowAPlace_findsTheSolutionAndComesBack() throws Exception {
    SearchResult result = run(
        ONE,
        "work.",
        new Wish.Write("open."),
        new Wish.Run(Wish.Run.NO_LIMIT, Wish.Run.NO_END),
        new Wish.Up());

    assertThat(places.get(2).solution()).isPresent();
    assertThat(places.get(2).depth()).isEqualTo(1);
    assertThat(places.get(3).depth()).isZero();
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
  }

  @Test
  void run_tokensSpent_comesBack() throws Exception {
    SearchResult result = run(ONE, "no.", new Wish.Run(3, Wish.Run.NO_END));
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.statistics().expansions()).isEqualTo(3);
  }

  @Test
  void run_budgetSpent_endsTheSearch() throws Exception {
    SearchResult result = run(ONE, "no.", new Wish.Run(Wish.Run.NO_LIMIT, Wish.Run.NO_END));
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    assertThat(result.statistics().expansions()).isEqualTo(60);
  }

  @Test
  void run_budgetSpentAfterASolution_isSolved() throws Exception {
    SearchResult result = run(
        ONE,
        "no.",
        new Wish.Write("open. work. done."),
        new Wish.Run(Wish.Run.NO_LIMIT, Wish.Run.NO_END));
    assertThat(result.outcome()).isEqualTo(Outcome.SOLVED);
    assertThat(result.statistics().expansions()).isEqualTo(60);
  }

  @Test
  void quit_unsolved_isInterruptedWithoutAnInterruption() throws Exception {
    assertThat(run(ONE, "no.").outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Tag("slow")
  @Test
  void resume_cutAtEveryLine_endsAsTheWholeRun() throws Exception {
    List<Wish> wishes = List.of(
        new Wish.More(3),
        new Wish.Write("open."),
        new Wish.Run(5, Wish.Run.NO_END),
        new Wish.Up(),
        new Wish.Prune(2),
        new Wish.Take(1),
        new Wish.Run(4, 3600),
        new Wish.Write("no. work."),
        new Wish.Write("work."));
    TraceRun run = new TraceRun(
        ONE + ONE, Strategy.VERMCTS, "open. work. idle. no. slow.", 8, TraceRun.BUDGET);
    Path whole = folder.resolve("whole.jsonl");
    run.write(whole, person(wishes));
    String text = Files.readString(whole);
    List<String> lines = text.lines().toList();
    for (int kept = 1; kept <= lines.size(); kept++) {
      Path cut = folder.resolve("cut.jsonl");
      Files.writeString(cut, String.join("\n", lines.subList(0, kept)) + "\n");
      int said = (int) lines.subList(0, kept).stream()
          .filter(line -> line.contains("\"event\":\"wish\""))
          .count();
      run.resume(cut, person(wishes.subList(said, wishes.size())));
      assertThat(timeless(Files.readString(cut))).as("cut at %s", kept).isEqualTo(timeless(text));
    }
  }

  private static String timeless(String trace) {
    return trace.replaceAll("\"\\w*Seconds\":[-+.0-9E]+", "\"Seconds\":0");
  }

  private SearchResult run(String text, String word, Wish... wishes) throws Exception {
    Problem problem = ProblemReader.parse("p.v", Language.COQ, text);
    FakeVerifier verifier = new FakeVerifier();
    PromptRenderer prompts = new PromptRenderer(PromptStyle.named("tiny"), verifier.stepReader());
    SearchSettings settings = new TraceRun(text, Strategy.VERMCTS, word, 1, BUDGET).settings();
    return new Search(
            verifier,
            new FakeModel((prompt, seed) -> word),
            prompts,
            settings,
            BUDGET,
            InstantSource.fixed(Instant.EPOCH))
        .run(problem, events::add, person(Arrays.asList(wishes)));
  }

  /** Somebody who says this and then no more. */
  private Person person(List<Wish> wishes) {
    Deque<Wish> next = new ArrayDeque<>(wishes);
    return place -> {
      places.add(place);
      return next.isEmpty() ? new Wish.Quit() : next.remove();
    };
  }

  private List<String> verdicts(String by) {
    return events.stream()
        .filter(e -> e instanceof SearchEvent.Checked c && by.equals(c.by()))
        .map(e -> ((SearchEvent.Checked) e).step())
        .toList();
  }
}
