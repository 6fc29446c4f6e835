package dev.vmcts.cli;

import dev.vmcts.cli.dialogue.InputLines;
import dev.vmcts.cli.dialogue.Partial;
import dev.vmcts.cli.dialogue.PausedClock;
import dev.vmcts.cli.dialogue.Terminal;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.trace.resume.Warmth;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts synth}: fills the holes of a file. */
@Command(
    name = "synth",
    description =
        "Fills the holes of FILE. The accepted program is printed and written to the output folder, with the"
            + " trace of the search.",
    sortOptions = false)
final class SynthCommand implements Callable<Integer> {

  private static final int CANDIDATES = 4;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "A .v, .dfy or .lean file with holes: marked regions; Admitted. or admit., missing or empty bodies, sorry.")
  private @Nullable Path file;

  @Option(
      names = "--resume",
      paramLabel = "TRACE",
      description =
          "Go on with the search that wrote TRACE, after a kill, a crash or a spent budget, just where it was."
              + " Problem, settings and model are those of the trace; budgets may be raised. No FILE is needed.")
  private @Nullable Path resume;

  @Option(
      names = "--cold",
      description =
          "With --resume: do not first ask the model again what the trace says it was asked. The search goes on sooner,"
              + " but rounding may let the model say other things than it would have said.")
  private boolean cold;

  @Option(
      names = {"-i", "--interactive"},
      description =
          "Choose, write and prune steps yourself, or let the search run on from where you are. Orders are read from"
              + " standard input, a line each; h lists them.")
  private boolean interactive;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      description =
          "With --interactive: how many steps the model is asked for at each new place. Default: 4.")
  private @Nullable Integer candidates;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "vmcts-out",
      description =
          "Folder for the program and the trace; made when it is not there. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("vmcts-out");

  @Option(
      names = "--json",
      description = "Print the result as one JSON object instead of the program.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin
  private SearchOptions search;

  @Mixin
  private ModelOptions modelOptions;

  @Mixin
  private KeptPrefixOptions keptPrefixes;

  @Mixin
  private PromptOptions promptOptions;

  @Mixin
  private VerifierOptions verifierOptions;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call()
      throws CliException, ProblemException, VerifierException, ModelException, IOException,
          InterruptedException {
    if (candidates != null && (!interactive || candidates < 1 || candidates > 1000)) {
      throw CliException.usage(
          interactive
              ? "candidates is " + candidates + "; allowed: 1 to 1000"
              : "--candidates goes with --interactive");
    }
    if (resume != null) {
      return goOn(resume);
    }
    if (cold || file == null) {
      throw CliException.usage(
          cold
              ? "--cold goes with --resume TRACE"
              : "no FILE; name a file with holes, or a trace to go on with (--resume)");
    }
    return start(file, promptOptions.shown(ProblemReader.read(file)));
  }

  /** What a model that gives no answers any more leaves. */
  private static ModelException cutOff(TransientModelException e, Path trace) {
    return new TransientModelException(
        e.getMessage() + "; the trace is kept, go on later: vmcts synth --resume " + trace, e);
  }

  private int goOn(Path trace)
      throws CliException, ProblemException, VerifierException, ModelException, IOException,
          InterruptedException {
    PausedClock clock = new PausedClock(InstantSource.system());
    Resume run = new Resume(
        trace,
        spec.commandLine(),
        search,
        modelOptions,
        keptPrefixes,
        told(),
        verifierOptions,
        clock);
    Terminal terminal = terminal(run.problem(), clock);
    try {
      SearchResult result = run.run(
          file,
          cold ? Warmth.COLD : Warmth.WARM,
          terminal,
          terminal == null ? progress() : terminal);
      return report(trace, run.problem(), terminal, result);
    } catch (TransientModelException e) {
      throw cutOff(e, trace);
    }
  }

  private int start(Path from, Problem problem)
      throws CliException, VerifierException, ModelException, IOException, InterruptedException {
    SearchSettings settings = search.settings();
    if (interactive && settings.strategy() != Strategy.VERMCTS) {
      throw CliException.usage(
          "--interactive searches as vermcts does; leave out --strategy " + settings.strategy());
    }
    if (interactive && settings.workers() > 1) {
      throw CliException.usage(
          "--interactive has one worker, whom a person leads; leave out --workers");
    }
    promptOptions.context().check(problem.language());
    search.check(modelOptions);
    Budget budget = search.budget(problem.header());
    Path trace = OutputFolder.prepare(output).resolve(stem(from) + SynthReport.TRACE);
    AskedVerifier verifier = AskedVerifier.of(problem.language(), verifierOptions);
    PausedClock clock = new PausedClock(InstantSource.system());
    Terminal terminal = terminal(problem, clock);
    try (LanguageModel model = modelOptions.open(keptPrefixes.change(modelOptions, told()))) {
      PromptStyle style = promptOptions.style(model, search);
      ContextOptions others = promptOptions.context();
      String context =
          others.choose(problem, style, model, verifier.verifier().stepReader(), told());
      TracedSearch traced = new TracedSearch(
          verifier,
          model,
          modelOptions.argument(),
          modelOptions.draft(),
          style,
          context,
          modelOptions.contextSetup(),
          search.in(settings, problem, verifier.verifier()),
          budget);
      try {
        SearchResult result =
            traced.run(problem, trace, clock, terminal, terminal == null ? progress() : terminal);
        return report(trace, problem, terminal, result);
      } catch (TransientModelException e) {
        throw cutOff(e, trace);
      }
    }
  }

  /** The person who leads the search; null when nobody does. */
  private @Nullable Terminal terminal(Problem problem, PausedClock clock) {
    return interactive
        ? new Terminal(
            problem,
            InputLines.of(System.in),
            spec.commandLine().getErr(),
            clock,
            progress(),
            candidates == null ? CANDIDATES : candidates)
        : null;
  }

  /** Takes lines that say what the model is shown and what need not be computed. */
  private Consumer<String> told() {
    return quiet
        ? line -> {}
        : line -> spec.commandLine().getErr().println(Progress.between("vmcts: " + line));
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }

  private Terminal.Run progress() {
    return quiet
        ? Progress.NONE
        : new Progress(spec.commandLine().getErr(), Progress.onTerminal(), InstantSource.system());
  }

  private int report(Path trace, Problem problem, @Nullable Terminal terminal, SearchResult result)
      throws IOException {
    SynthReport report = new SynthReport(
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        json,
        file == null ? problem.name() : file.toString(),
        trace,
        problem.language().extension());
    if (terminal != null && result.solution().isEmpty() && terminal.last().isPresent()) {
      report.keep(Partial.of(problem, terminal.last().get()));
    }
    return report.print(result);
  }
}
