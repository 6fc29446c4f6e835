package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.search.Outcome;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.Statistics;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What {@code synth} says at its end, and the programs that it writes. */
final class SynthReport {

  /** What the names of traces end with. */
  static final String TRACE = ".trace.jsonl";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final String problem;
  private final Path trace;
  private final Path solved;
  private final Path undecided;
  private final Path partial;

  /**
   * A report of a search.
   *
   * @param problem what the user may call the problem by
   * @param trace the trace of the search; programs are written beside it
   * @param extension the extension of the language's files
   */
  SynthReport(
      PrintWriter out,
      PrintWriter err,
      boolean json,
      String problem,
      Path trace,
      String extension) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.problem = problem;
    this.trace = trace;
    String name = String.valueOf(trace.getFileName());
    String stem = name.endsWith(TRACE) ? name.substring(0, name.length() - TRACE.length()) : name;
    this.solved = trace.resolveSibling(stem + extension);
    this.undecided = trace.resolveSibling(stem + ".undecided" + extension);
    this.partial = trace.resolveSibling(stem + ".partial" + extension);
  }

  /** Writes a program that is not whole, and says where it is. */
  void keep(String program) throws IOException {
    write(partial, program);
    err.printf("vmcts: as far as it came: %s%n", partial);
  }

  private static void write(Path file, String program) throws IOException {
    // Not by a channel, which the interruption that may have ended the search would close.
    try (Writer writer = new FileWriter(file.toFile(), StandardCharsets.UTF_8)) {
      writer.write(program);
    }
  }

  /** Writes the programs, prints the result and gives the exit status. */
  int print(SearchResult result) throws IOException {
    ExitCode code = exitCode(result);
    if (result.solution().isPresent()) {
      write(solved, result.solution().get().program());
    }
    if (result.unjudged().isPresent()) {
      write(undecided, result.unjudged().get().program());
    }
    if (json) {
      out.println(json(result, code));
      return code.status();
    }
    result.solution().ifPresent(solution -> out.print(solution.program()));
    out.flush();
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
          result.unjudged().get().reason(), undecided, undecided, problem);
    }
    err.printf("vmcts: trace: %s (look at it: vmcts trace show %s)%n", trace, trace);
    return code.status();
  }

  private String json(SearchResult result, ExitCode code) {
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
