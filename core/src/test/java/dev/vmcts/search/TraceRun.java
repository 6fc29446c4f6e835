package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.SearchSettings.Solvers;
import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceSource;
import dev.vmcts.trace.TraceWriter;
import dev.vmcts.trace.resume.ResumePoint;
import dev.vmcts.trace.resume.ResumedSearch;
import dev.vmcts.trace.resume.Warmth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A search with fakes that writes a trace. Its clock moves on by a few milliseconds whenever it is looked at. */
record TraceRun(
    String text, Strategy strategy, String words, long seed, Budget budget, int workers) {

  static final Budget BUDGET = new Budget(1000, 60, 10_000, Duration.ofHours(1));

  TraceRun(String text, Strategy strategy, String words, long seed, Budget budget) {
    this(text, strategy, words, seed, budget, 1);
  }

  /** A clock of its own for each run, so that runs differ in their times. */
  private static InstantSource clock() {
    AtomicLong looks = new AtomicLong();
    return () -> Instant.ofEpochMilli(1_700_000_000_000L + 3 * looks.incrementAndGet());
  }

  /** Searches and writes the trace. */
  SearchResult write(Path file) throws Exception {
    return write(file, null);
  }

  /** Searches as a person says, if there is one, and writes the trace. */
  SearchResult write(Path file, @Nullable Person person) throws Exception {
    return write(file, person, new FakeModel(this::word));
  }

  /** Searches until the thread is interrupted while the model answers for the n-th time, and writes the trace. */
  SearchResult writeInterrupted(Path file, int n) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    return write(file, null, new FakeModel((prompt, random) -> {
      if (asked.incrementAndGet() == n) {
        throw new InterruptedException();
      }
      return word(prompt, random);
    }));
  }

  private SearchResult write(Path file, @Nullable Person person, FakeModel model) throws Exception {
    InstantSource clock = clock();
    Problem problem = ProblemReader.parse("p.v", Language.COQ, text);
    FakeVerifier verifier = new FakeVerifier();
    PromptStyle style = style();
    TraceHeader header = new TraceHeader(
        TraceHeader.VERSION,
        "0.1",
        clock.instant().toString(),
        problem.name(),
        problem.sha256(),
        problem.language().name(),
        TraceSource.of(problem),
        "8.16",
        new TraceHeader.VerifierSettings(5, 180, "AUTO"),
        model.info(),
        null,
        style.id(),
        settings(),
        budget,
        person == null ? null : true,
        "lookup",
        person == null ? null : "Lemma shown. Qed.\n",
        new TraceHeader.ContextSetup(8192, "q8_0", null, null));
    try (TraceWriter writer = TraceWriter.create(file, header, clock)) {
      PromptRenderer prompts = new PromptRenderer(style, verifier.stepReader());
      Search search = new Search(verifier, model, prompts, settings(), budget, clock);
      return person == null ? search.run(problem, writer) : search.run(problem, writer, person);
    }
  }

  /** Goes on where a trace ends, with the budget of this run. */
  SearchResult resume(Path file) throws Exception {
    return resume(file, Person.ABSENT);
  }

  /** The same with a person, who is asked once the search has caught up. */
  SearchResult resume(Path file, Person person) throws Exception {
    return resume(file, new FakeVerifier(), new FakeModel(this::word), person);
  }

  SearchResult resume(Path file, FakeVerifier verifier, FakeModel model) throws Exception {
    return resume(file, verifier, model, Person.ABSENT);
  }

  private SearchResult resume(Path file, FakeVerifier verifier, FakeModel model, Person person)
      throws Exception {
    PromptRenderer prompts = new PromptRenderer(style(), verifier.stepReader());
    return new ResumedSearch(point(file), clock())
        .run(verifier, model, Warmth.COLD, prompts, person, event -> {});
  }

  private ResumePoint point(Path file) throws IOException {
    return ResumePoint.of(file, old -> budget);
  }

  private PromptStyle style() throws IOException {
    return PromptStyle.named(strategy == Strategy.REFLEXION ? "instruct" : "tiny");
  }

  SearchSettings settings() {
    return SearchSettings.paper(new Sampling(1, 1, 0, 50), seed).with(s -> {
      s.strategy = strategy;
      s.depthLimit = 5;
      s.chunkLimit = 4;
      s.progress = Progress.NEW;
      s.closers = Closers.ON;
      s.solvers = Solvers.ON;
      s.reflections = 2;
      s.workers = workers;
    });
  }

  private String word(String prompt, long random) throws ModelException {
    String[] all = words.split(" ", -1);
    String word = all[new SplittableRandom(random).nextInt(all.length)];
    if (word.equals("fail.")) {
      throw new TransientModelException("failed");
    }
    return strategy.samplesRest() ? words : word;
  }
}
