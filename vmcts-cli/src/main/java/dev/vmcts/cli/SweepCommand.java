package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.search.Outcome;
import dev.vmcts.search.SearchResult;
import dev.vmcts.search.Statistics;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmcts sweep}: many searches, counted. */
@Command(
    name = "sweep",
    description =
        "Searches each FILE with several seeds in several ways, and reports how many are solved. Every search is a"
            + " line in DIR/runs.jsonl, written when it ends; a sweep that was interrupted goes on where it stopped."
            + " DIR/report.md is the table so far, with Wilson intervals at 95 %% and medians over the solved runs.",
    sortOptions = false)
final class SweepCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Problem files.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder for runs.jsonl and report.md; made when it is not there.")
  private Path output;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Seeds 1 to N for each file. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--arm",
      paramLabel = "NAME=OPTIONS",
      description =
          "A way of searching: a name and options of synth, such as 'whole=--strategy whole'. May be given several"
              + " times. Default: vermcts.")
  private List<String> arms = List.of("vermcts");

  @Mixin
  private VerifierOptions verifierOptions;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call()
      throws CliException, ProblemException, VerifierException, ModelException, IOException,
          InterruptedException {
    if (seeds < 1 || seeds > 100_000) {
      throw new CliException(ExitCode.USAGE, "--seeds is " + seeds + "; allowed: 1 to 100000");
    }
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      problems.add(ProblemReader.read(file));
    }
    Path log = OutputFolder.prepare(output).resolve("runs.jsonl");
    List<SweepRun> runs = new ArrayList<>(earlier(log));
    List<SweepArm> opened = new ArrayList<>();
    try {
      for (String arm : arms) {
        opened.add(SweepArm.open(arm));
      }
      return runAll(problems, opened, runs, log);
    } finally {
      opened.forEach(SweepArm::close);
    }
  }

  private int runAll(List<Problem> problems, List<SweepArm> opened, List<SweepRun> runs, Path log)
      throws CliException, VerifierException, ModelException, IOException {
    Set<String> done = runs.stream().map(SweepRun::key).collect(Collectors.toSet());
    PrintWriter err = spec.commandLine().getErr();
    Map<String, String> columns = new LinkedHashMap<>();
    opened.forEach(arm -> columns.put(
        arm.name(), (arm.options() + " (model " + shortened(arm.modelHash()) + ")").strip()));
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      Verifier verifier = verifierOptions.verifier(problem.language());
      String name = String.valueOf(files.get(i).getFileName());
      for (long seed = 1; seed <= seeds; seed++) {
        for (SweepArm arm : opened) {
          if (done.contains(new SweepRun(name, arm.name(), seed, "", 0, 0, 0, 0, 0, 0).key())) {
            continue;
          }
          SearchResult result = arm.run(problem, verifier, seed);
          if (result.outcome() == Outcome.INTERRUPTED) {
            err.println("vmcts: interrupted; the same command goes on from here");
            return ExitCode.INTERRUPTED.status();
          }
          SweepRun run = run(name, arm.name(), seed, result);
          append(log, run);
          runs.add(run);
          report(runs, columns);
          err.printf(
              "vmcts: %s, %s, seed %d: %s, %d tokens, %.1f s%n",
              name, arm.name(), seed, run.outcome(), run.tokens(), run.seconds());
          err.flush();
        }
      }
    }
    spec.commandLine().getOut().print(report(runs, columns));
    spec.commandLine().getOut().flush();
    return ExitCode.SOLVED.status();
  }

  private String report(List<SweepRun> runs, Map<String, String> columns) throws IOException {
    String report = new SweepReport(runs, columns).markdown();
    Files.writeString(output.resolve("report.md"), report);
    return report;
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }

  private static SweepRun run(String problem, String arm, long seed, SearchResult result) {
    Statistics s = result.statistics();
    return new SweepRun(
        problem,
        arm,
        seed,
        result.outcome().name(),
        s.tokens(),
        s.expansions(),
        s.verifierCalls(),
        s.modelSeconds(),
        s.verifierSeconds(),
        s.totalSeconds());
  }

  /** What an earlier sweep into the same folder did; a line that was cut off is done again. */
  private static List<SweepRun> earlier(Path log) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    String text = Files.readString(log);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.length() < text.length()) {
      Files.writeString(log, whole);
    }
    List<SweepRun> runs = new ArrayList<>();
    for (String line : whole.lines().toList()) {
      runs.add(new JsonMapper().readValue(line, SweepRun.class));
    }
    return runs;
  }

  private static void append(Path log, SweepRun run) throws IOException {
    Files.writeString(
        log,
        new JsonMapper().writeValueAsString(run) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
