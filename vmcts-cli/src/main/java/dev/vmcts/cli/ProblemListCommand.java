package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.problem.Mutant;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts problem list}: the problems that there are, without asking a verifier. */
@Command(
    name = "list",
    description = "Lists problems: file, language, number of holes and of mutants, title.",
    sortOptions = false)
final class ProblemListCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Problem files, or folders of them. Default: the folder problems.")
  private List<Path> named = List.of();

  @Option(names = "--json", description = "Print one JSON object a line for each problem.")
  private boolean json;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws CliException, ProblemException {
    PrintWriter out = spec.commandLine().getOut();
    List<Path> files = ProblemFiles.of(named);
    int width = files.stream().mapToInt(f -> f.toString().length()).max().orElse(0);
    for (Path file : files) {
      Problem problem = ProblemReader.read(file);
      int mutants = Mutant.of(file, problem).size();
      if (json) {
        out.println(new JsonMapper()
            .createObjectNode()
            .put("file", file.toString())
            .put("language", problem.language().displayName())
            .put("holes", problem.holes().size())
            .put("mutants", mutants)
            .put("title", problem.header().title()));
      } else {
        out.printf(
            "%-" + Math.max(1, width) + "s  %-6s  %2d holes  %2d mutants  %s%n",
            file,
            problem.language().displayName(),
            problem.holes().size(),
            mutants,
            problem.header().title());
      }
    }
    out.flush();
    return ExitCode.SOLVED.status();
  }
}
