package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchListener;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.resume.DivergedException;
import dev.vmcts.trace.resume.ResumePoint;
import dev.vmcts.trace.resume.ResumedSearch;
import dev.vmcts.trace.resume.Warmth;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Goes on with a search from its trace, after making sure that everything is as it was. */
final class Resume {

  /** Options that may be given with a trace; the others are settings, which the trace has. */
  private static final List<String> ALLOWED = List.of(
      "--resume",
      "--cold",
      "--interactive",
      "--candidates",
      "--json",
      "--quiet",
      "--model",
      "--draft",
      "--threads",
      "--native",
      "--gpu-layers",
      "--kept-prefixes",
      "--tokens",
      "--minutes",
      "--expansions",
      "--verifier-calls",
      "--coq",
      "--dafny",
      "--sandbox",
      "--step-seconds",
      "--accept-seconds",
      "--debug");

  private final Path trace;
  private final ModelOptions models;
  private final KeptPrefixOptions keptPrefixes;
  private final Consumer<String> told;
  private final VerifierOptions verifiers;
  private final ResumePoint point;
  private final ResumedSearch search;

  /**
   * Reads a trace.
   *
   * @param told takes lines about what the model kept, in a thread of the model's
   * @param clock tells the time once the search has caught up
   * @throws CliException if no search can go on from it, or options say what the trace settles
   */
  Resume(
      Path trace,
      CommandLine line,
      SearchOptions options,
      ModelOptions models,
      KeptPrefixOptions keptPrefixes,
      Consumer<String> told,
      VerifierOptions verifiers,
      InstantSource clock)
      throws CliException {
    this.trace = trace;
    this.models = models;
    this.keptPrefixes = keptPrefixes;
    this.told = told;
    this.verifiers = verifiers;
    for (OptionSpec option : line.getParseResult().matchedOptions()) {
      if (!ALLOWED.contains(option.longestName())) {
        throw CliException.usage(
            option.longestName() + " is settled by the trace that is gone on with; leave it out");
      }
    }
    if (!Files.isRegularFile(trace)) {
      throw CliException.usage(trace + ": no such file; vmcts synth writes traces");
    }
    point = read(options);
    search = new ResumedSearch(point, clock);
  }

  private ResumePoint read(SearchOptions options) throws CliException {
    try {
      Budget last = ResumePoint.of(trace, budget -> budget).recorded();
      Budget next = options.budget(last);
      return ResumePoint.of(trace, budget -> next);
    } catch (IOException e) {
      throw CliException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  /** The problem that the trace is of. */
  Problem problem() {
    return search.problem();
  }

  /**
   * Searches on.
   *
   * @param file the problem file, when the user names it: it must be the one of the trace
   * @param warmth whether the model is asked again what it was asked before
   * @param person leads it on; null when nobody is there
   * @throws CliException if somebody is there for a search that nobody has led, or something is not as it was
   */
  SearchResult run(
      @Nullable Path file, Warmth warmth, @Nullable Person person, SearchListener listener)
      throws CliException, ProblemException, VerifierException, ModelException, IOException,
          InterruptedException {
    if (person != null && !search.interactive()) {
      throw CliException.usage(
          trace + ": no trace of a dialogue; --interactive goes on only with what it began");
    }
    TraceHeader header = point.header();
    Problem problem = problem();
    check("the problem", problem.sha256(), header.problemSha256());
    if (file != null) {
      Problem named = ProblemReader.read(file);
      String told = named.withHintsInSpec().sha256();
      boolean hints = told.equals(header.problemSha256());
      check("the problem in " + file, hints ? told : named.sha256(), header.problemSha256());
    }
    verifiers.others(header.verifierSettings());
    Verifier verifier = verifiers.verifier(problem.language());
    check("the verifier", verifier.version(), header.verifierVersion());
    models.other(header.modelArgument(), header.draft(), header.contextSetup());
    try (LanguageModel model = models.open(keptPrefixes.change(models, told))) {
      ModelInfo info = model.info();
      check("the model " + info.id(), info.hash(), header.model().hash());
      PromptStyle style = PromptStyle.named(header.promptStyle());
      return search.run(
          verifier,
          model,
          warmth,
          new PromptRenderer(style, verifier.stepReader())
              .withContext(Objects.requireNonNullElse(header.context(), "")),
          person == null ? Person.ABSENT : person,
          listener);
    } catch (DivergedException e) {
      throw CliException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  private void check(String what, String now, String recorded) throws CliException {
    if (!now.equals(recorded)) {
      throw CliException.usage(what + " is not that of " + trace + " (now " + now
          + ", in the trace " + recorded + "); go on with the same one");
    }
  }
}
