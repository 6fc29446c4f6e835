package dev.vmcts.cli;

import dev.vmcts.problem.Hole;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts verify}: judges a filled file as a search would judge its own solution. */
@Command(
    name = "verify",
    description =
        "Judges FILE, whose holes are filled, with the stock verifier in a fresh process, and audits what it"
            + " rests on.",
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "A filled file: what stands in its marked holes is judged.")
  private Path file;

  @Option(
      names = "--problem",
      paramLabel = "PROBLEM",
      description =
          "The problem that FILE solves: all its text outside the holes must be in FILE, byte for byte.")
  private @Nullable Path problemFile;

  @Option(names = "--json", description = "Print the verdict as one JSON object.")
  private boolean json;

  @Mixin
  private VerifierOptions verifiers;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call()
      throws CliException, ProblemException, VerifierException, InterruptedException {
    Problem problem = ProblemReader.read(problemFile == null ? file : problemFile);
    Verifier verifier = verifiers.verifier(problem.language());
    String version = verifier.version();
    return report(judge(problem, verifier), verifier.language().displayName() + " " + version);
  }

  private Acceptance judge(Problem problem, Verifier verifier)
      throws CliException, VerifierException, InterruptedException {
    try {
      List<String> fills = problemFile == null
          ? problem.reference()
          : Candidate.of(problem, text()).fills();
      Optional<Hole> empty = problem.holes().stream()
          .filter(hole -> fills.get(hole.index()).isBlank())
          .findFirst();
      return empty.isPresent() && problemFile == null
          ? refused("the hole at line " + empty.get().line() + " is not filled")
          : verifier.accept(problem, fills);
    } catch (Candidate.ChangedException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static Acceptance refused(String message) {
    return new Acceptance.Refused(new Diagnostic(Diagnostic.Kind.ERROR, message));
  }

  private String text() throws CliException {
    if (!Files.isRegularFile(file)) {
      throw CliException.usage(file + ": no such file");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw CliException.usage(file + ": cannot be read as UTF-8 text: " + e.getMessage(), e);
    }
  }

  private int report(Acceptance acceptance, String tool) {
    VerifyReport report = VerifyReport.of(String.valueOf(file), tool, acceptance);
    if (json) {
      spec.commandLine().getOut().println(report.json());
    } else {
      spec.commandLine().getOut().print(report.text());
    }
    return report.exitCode().status();
  }
}
