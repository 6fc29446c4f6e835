package dev.vmcts.trace.resume;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.search.Outcome;
import dev.vmcts.search.Search;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.SearchListener;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceSource;
import dev.vmcts.trace.TraceWriter;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a search where its trace ends.
 *
 * <p>The search runs again from its start, with recorded proposals and refusals in place of model and verifier, and must
 * repeat every recorded event; then model and verifier are asked, and the trace grows. With one worker and a warm model the
 * trace is that of a search that was never stopped, but for times. The file is not touched before the search has caught
 * up with it.
 */
public final class ResumedSearch {

  private final ResumePoint point;
  private final InstantSource real;

  /**
   * A search that goes on.
   *
   * @param real the clock that time is taken from once the search has caught up
   */
  public ResumedSearch(ResumePoint point, InstantSource real) {
    this.point = point;
    this.real = real;
  }

  /** The problem that is searched, as the trace holds it. */
  public Problem problem() {
    TraceHeader header = point.header();
    TraceSource source = Objects.requireNonNull(header.source());
    return source.problem(header.problem(), Language.valueOf(header.language()));
  }

  /**
   * Searches on.
   *
   * @param person asked once the search has caught up, when a person has led it
   * @param warmth whether the model is asked again what it was asked before
   * @throws DivergedException if the search does not repeat what its trace says, or its new budget is spent before
   * @throws IOException if the trace cannot be read or written
   */
  public SearchResult run(
      Verifier verifier,
      LanguageModel model,
      Warmth warmth,
      PromptRenderer prompts,
      Person person,
      SearchListener listener)
      throws VerifierException, ModelException, IOException {
    try (Recording recording = Recording.open(point, real);
        Ending ending = new Ending(recording)) {
      Search search = new Search(
          new ResumedVerifier(verifier, recording),
          new ResumedModel(model, recording, warmth),
          prompts,
          point.header().settings(),
          point.budget(),
          recording.clock());
      SearchListener all = ending.and(listener);
      return interactive()
          ? search.run(problem(), all, new ResumedPerson(person, recording))
          : search.run(problem(), all);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Whether a person has led the search. */
  public boolean interactive() {
    return Boolean.TRUE.equals(point.header().interactive());
  }

  /** Compares events with the record for as long as it lasts, then writes them. */
  private final class Ending implements SearchListener, AutoCloseable {
    private final Recording recording;
    private @Nullable TraceWriter writer;

    private Ending(Recording recording) {
      this.recording = recording;
    }

    @Override
    public void on(SearchEvent event) {
      if (recording.next() == null) {
        writer().on(event);
      } else if (!(event instanceof SearchEvent.End end)) {
        recording.repeated(event);
      } else if (end.outcome() != Outcome.INTERRUPTED) {
        throw recording.diverged("the search ends (" + end.outcome()
            + "); a budget must be larger than what the trace has spent");
      }
    }

    private TraceWriter writer() {
      TraceWriter open = writer;
      if (open == null) {
        try {
          open =
              TraceWriter.append(point.file(), point.header(), point.length(), recording.clock());
          writer = open;
          if (!point.budget().equals(point.recorded())) {
            open.budget(point.budget(), real.instant());
          }
        } catch (IOException e) {
          throw new UncheckedIOException("cannot write the trace: " + e.getMessage(), e);
        }
      }
      return open;
    }

    @Override
    public void close() throws IOException {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
