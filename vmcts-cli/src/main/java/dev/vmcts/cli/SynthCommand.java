package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.Budget;
import dev.vmcts.search.Outcome;
import dev.vmcts.search.Search;
import dev.vmcts.search.SearchListener;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.search.Statistics;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceWriter;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
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

  @Parameters(
      paramLabel = "FILE",
      description =
          "A .v or .dfy file with holes: marked regions, Admitted. or admit., missing or empty bodies.")
  private Path file;

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
  private PromptOptions promptOptions;

  @Mixin
  private VerifierOptions verifierOptions;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call()
      throws CliException, ProblemException, VerifierException, ModelException, IOException,
          InterruptedException {
    Problem problem = promptOptions.shown(ProblemReader.read(file));
    SearchSettings settings = search.settings();
    Budget budget = search.budget(problem.header());
    Path trace = OutputFolder.prepare(output).resolve(stem() + ".trace.jsonl");
    String extension = problem.language().extension();
    Path solved = output.resolve(stem() + extension);
    Path undecided = output.resolve(stem() + ".undecided" + extension);
    Verifier verifier = verifierOptions.verifier(problem.language());
    String version = verifier.version();
    try (LanguageModel model = modelOptions.open()) {
      PromptStyle style = promptOptions.style(model.info(), search);
      InstantSource clock = InstantSource.system();
      TraceHeader header = new TraceHeader(
          TraceHeader.VERSION,
          Version.text(),
          clock.instant().toString(),
          problem.name(),
          problem.sha256(),
          problem.language().name(),
          version,
          model.info(),
          style.id(),
          settings,
          budget);
      try (TraceWriter writer = TraceWriter.create(trace, header)) {
        PromptRenderer prompts = new PromptRenderer(style, verifier.stepReader());
        SearchResult result = new Search(verifier, model, prompts, settings, budget, clock)
            .run(problem, listener(writer));
        return report(result, solved, undecided, trace);
      }
    }
  }

  private String stem() {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }

  private SearchListener listener(TraceWriter writer) {
    return quiet
        ? writer
        : writer.and(new Progress(
            spec.commandLine().getErr(), Progress.onTerminal(), InstantSource.system()));
  }

  private int report(SearchResult result, Path solved, Path undecided, Path trace)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ExitCode code = exitCode(result);
    if (result.solution().isPresent()) {
      Files.writeString(solved, result.solution().get().program());
    }
    if (result.unjudged().isPresent()) {
      Files.writeString(undecided, result.unjudged().get().program());
    }
    if (json) {
      out.println(json(result, solved, undecided, trace, code));
      return code.status();
    }
    result.solution().ifPresent(solution -> out.print(solution.program()));
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    Statistics spent = result.statistics();
    err.printf(
        "vmcts: %s after %.1f s, %d expansions, %d tokens, %d verifier calls%n",
        words(result.outcome()),
        spent.totalSeconds(),
        spent.expansions(),
        spent.tokens(),
        spent.verifierCalls());
    if (result.solution().isPresent()) {
      err.printf(
          "vmcts: proven: %s%n", String.join(", ", result.solution().get().proven()));
      err.printf("vmcts: program: %s%n", solved);
    }
    if (result.unjudged().isPresent()) {
      err.printf(
          "vmcts: a whole program was found that the verifier could not judge (%s); it is kept: %s%n"
              + "vmcts: judge it with more time: vmcts verify %s --problem %s --accept-seconds 3600%n",
          result.unjudged().get().reason(), undecided, undecided, file);
    }
    err.printf("vmcts: trace: %s (look at it: vmcts trace show %s)%n", trace, trace);
    return code.status();
  }

  private static String json(
      SearchResult result, Path solved, Path undecided, Path trace, ExitCode code) {
    ObjectNode json = new JsonMapper().createObjectNode();
    json.put("outcome", result.outcome().name());
    json.put("exitStatus", code.status());
    result.solution().ifPresent(solution -> {
      json.put("program", solution.program());
      json.put("programFile", solved.toString());
      json.set("proven", new JsonMapper().valueToTree(solution.proven()));
      json.set("axioms", new JsonMapper().valueToTree(solution.axioms()));
    });
    result.unjudged().ifPresent(unjudged -> {
      json.put("undecidedProgram", unjudged.program());
      json.put("undecidedFile", undecided.toString());
      json.put("reason", unjudged.reason());
    });
    json.put("traceFile", trace.toString());
    json.set("statistics", new JsonMapper().valueToTree(result.statistics()));
    return json.toString();
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case SOLVED -> "solved";
      case EXHAUSTED -> "not solved, the model has nothing more to propose,";
      case BUDGET_SPENT -> "not solved, budget spent";
      case INTERRUPTED -> "interrupted";
    };
  }

  private static ExitCode exitCode(SearchResult result) {
    if (result.unjudged().isPresent() && result.outcome() != Outcome.INTERRUPTED) {
      return ExitCode.INCONCLUSIVE;
    }
    return switch (result.outcome()) {
      case SOLVED -> ExitCode.SOLVED;
      case EXHAUSTED -> ExitCode.EXHAUSTED;
      case BUDGET_SPENT -> ExitCode.BUDGET_SPENT;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
    };
  }
}
