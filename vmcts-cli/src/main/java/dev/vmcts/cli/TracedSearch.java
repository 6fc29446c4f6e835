package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.Budget;
import dev.vmcts.search.Search;
import dev.vmcts.search.SearchListener;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceSource;
import dev.vmcts.trace.TraceWriter;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A new search that writes its trace as it goes.
 *
 * @param modelName the model as the user named it; null for the bundled one
 * @param draft where drafts come from, as the user said; null for none
 * @param context what the model is shown of other files; empty for nothing
 * @param contextSetup how the model's context is made, as the user said; null when nothing was said
 */
record TracedSearch(
    AskedVerifier verifier,
    LanguageModel model,
    @Nullable String modelName,
    @Nullable String draft,
    PromptStyle style,
    String context,
    TraceHeader.@Nullable ContextSetup contextSetup,
    SearchSettings settings,
    Budget budget) {

  TracedSearch {
    settings = settings.with(s -> s.sampling = s.sampling.withKnownWords(style.knownWords()));
  }

  /**
   * Searches once.
   *
   * @param trace is replaced if it is there
   * @param listener hears what the trace gets
   */
  SearchResult run(Problem problem, Path trace, SearchListener listener)
      throws VerifierException, ModelException, IOException {
    return run(problem, trace, InstantSource.system(), null, listener);
  }

  /**
   * The same, led by a person if there is one.
   *
   * @param clock stands still while the person thinks
   */
  SearchResult run(
      Problem problem,
      Path trace,
      InstantSource clock,
      @Nullable Person person,
      SearchListener listener)
      throws VerifierException, ModelException, IOException {
    TraceHeader header = new TraceHeader(
        TraceHeader.VERSION,
        Version.text(),
        clock.instant().toString(),
        problem.name(),
        problem.sha256(),
        problem.language().name(),
        TraceSource.of(problem),
        verifier.version(),
        verifier.options().settings(),
        model.info(),
        modelName,
        style.id(),
        settings,
        budget,
        person == null ? null : true,
        draft,
        context.isEmpty() ? null : context,
        contextSetup);
    try (TraceWriter writer = TraceWriter.create(trace, header, clock)) {
      PromptRenderer prompts =
          new PromptRenderer(style, verifier.verifier().stepReader()).withContext(context);
      Search search = new Search(verifier.verifier(), model, prompts, settings, budget, clock);
      return person == null
          ? search.run(problem, writer.and(listener))
          : search.run(problem, writer.and(listener), person);
    }
  }
}
