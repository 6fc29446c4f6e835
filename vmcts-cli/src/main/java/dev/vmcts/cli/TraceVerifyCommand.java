package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.cli.trace.Recheck;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.text.OneLine;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceJson;
import dev.vmcts.trace.TraceLines;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts trace verify}: has the verifier judge again all that a trace says it judged. */
@Command(
    name = "verify",
    description =
        "Has the verifier itself judge every step and program of a trace again and lists what it judges"
            + " differently now. Exit status 12 when there is such a thing.",
    sortOptions = false)
final class TraceVerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TRACE",
      description = "A trace, as vmcts synth writes it; also packed with gzip.")
  private Path file;

  @Option(
      names = "--problem",
      paramLabel = "FILE",
      description =
          "The problem file; needed for traces before 1.2, which do not hold their problem.")
  private @Nullable Path problemFile;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin
  private VerifierOptions verifiers;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call()
      throws CliException, ProblemException, VerifierException, IOException, InterruptedException {
    try (TraceLines lines = TraceFiles.read(file, () -> TraceLines.open(file))) {
      TraceHeader header = TraceFiles.read(file, () -> TraceJson.header(lines.header()));
      Problem problem = problem(header);
      verifiers.others(header.verifierSettings());
      Verifier verifier = verifiers.verifier(problem.language());
      Recheck.Result result = Recheck.of(lines, problem, verifier, p -> fills(problem, p));
      print(result, header, verifier.version());
      return (result.differences().isEmpty() ? ExitCode.SOLVED : ExitCode.REJECTED).status();
    } catch (IllegalArgumentException e) {
      throw CliException.usage(file + ": " + e.getMessage(), e);
    }
  }

  private Problem problem(TraceHeader header) throws CliException, ProblemException, IOException {
    Problem problem;
    if (problemFile != null) {
      problem = ProblemReader.read(problemFile);
    } else if (header.source() != null) {
      problem = header.source().problem(header.problem(), Language.valueOf(header.language()));
    } else {
      throw CliException.usage(file + ": trace version '" + header.version()
          + "' does not hold its problem; name the file with --problem");
    }
    if (!problem.sha256().equals(header.problemSha256())
        && !problem.withHintsInSpec().sha256().equals(header.problemSha256())) {
      throw CliException.usage(file + ": a trace of another problem than " + problem.name());
    }
    return problem;
  }

  private static List<String> fills(Problem problem, String program) {
    try {
      return Candidate.of(problem, program).fills();
    } catch (Candidate.ChangedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private void print(Recheck.Result result, TraceHeader header, String version) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(result));
      return;
    }
    if (!version.equals(header.verifierVersion())) {
      out.println(
          "note: the trace was written with " + header.verifierVersion() + ", this is " + version);
    }
    for (Recheck.Difference d : result.differences()) {
      out.printf(
          "%s:%d: %s: %s in the trace, now %s%n",
          file, d.line(), OneLine.of(d.what()), d.recorded(), OneLine.of(d.now()));
    }
    out.printf(
        "%d verdicts judged again: %d differ, %d could not be told; %s%n",
        result.checked(),
        result.differences().size(),
        result.undecided(),
        result.solved() ? "the solution is accepted" : "no accepted solution");
  }

  private static ObjectNode json(Recheck.Result result) {
    ObjectNode json = new JsonMapper().createObjectNode();
    json.put("checked", result.checked());
    json.put("undecided", result.undecided());
    json.put("solutionAccepted", result.solved());
    ArrayNode differences = json.putArray("differences");
    for (Recheck.Difference d : result.differences()) {
      differences
          .addObject()
          .put("line", d.line())
          .put("what", d.what())
          .put("recorded", d.recorded())
          .put("now", d.now());
    }
    return json;
  }
}
