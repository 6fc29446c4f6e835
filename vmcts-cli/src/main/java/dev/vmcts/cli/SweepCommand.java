package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Language;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
      description =
          "Folder for runs.jsonl, traces, report.md and junit.xml; made when it is not there.")
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

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Do only part I of N of the runs, on one machine of several. The runs.jsonl of all parts, one after another in"
              + " one file, are the runs.jsonl of the whole.")
  private String shard = "1/1";

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Exit status 15 if fewer of the runs are solved.")
  private double failUnder;

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
    if (!(failUnder >= 0 && failUnder <= 100)) {
      throw new CliException(
          ExitCode.USAGE, "--fail-under is " + failUnder + "; allowed: 0 to 100");
    }
    Shard part = Shard.of(shard);
    Map<String, Problem> problems = new LinkedHashMap<>();
    for (Path file : files) {
      problems.put(name(file), ProblemReader.read(file));
    }
    SweepLog log = SweepLog.open(OutputFolder.prepare(output).resolve("runs.jsonl"));
    List<SweepArm> opened = new ArrayList<>();
    try {
      for (String arm : arms) {
        opened.add(SweepArm.open(arm));
      }
      return runAll(problems, opened, part, log);
    } finally {
      opened.forEach(SweepArm::close);
    }
  }

  private int runAll(Map<String, Problem> problems, List<SweepArm> opened, Shard part, SweepLog log)
      throws CliException, VerifierException, ModelException, IOException, InterruptedException {
    Map<Language, Verifier> verifiers = new EnumMap<>(Language.class);
    Map<Language, String> versions = new EnumMap<>(Language.class);
    int place = 0;
    for (Map.Entry<String, Problem> entry : problems.entrySet()) {
      String name = entry.getKey();
      Problem problem = entry.getValue();
      for (long seed = 1; seed <= seeds; seed++) {
        for (SweepArm arm : opened) {
          if (!part.holds(place++) || log.has(name, arm.name(), seed)) {
            continue;
          }
          Language language = problem.language();
          Verifier verifier = verifiers.get(language);
          if (verifier == null) {
            verifier = verifierOptions.verifier(language);
            verifiers.put(language, verifier);
            versions.put(language, verifier.version());
          }
          SearchResult result = arm.run(
              problem,
              verifier,
              versions.getOrDefault(language, ""),
              verifierOptions,
              seed,
              trace(name, arm, seed));
          if (result.outcome() == Outcome.INTERRUPTED) {
            spec.commandLine()
                .getErr()
                .println("vmcts: interrupted; the same command goes on from here");
            return ExitCode.INTERRUPTED.status();
          }
          log.add(run(name, arm.name(), seed, result));
          report(log, opened);
          tell(log.runs().get(log.runs().size() - 1));
        }
      }
    }
    spec.commandLine().getOut().print(report(log, opened));
    spec.commandLine().getOut().flush();
    SweepJUnit.write(output.resolve("junit.xml"), log.runs());
    long solved = log.runs().stream().filter(SweepRun::solved).count();
    return (100.0 * solved < failUnder * log.runs().size() ? ExitCode.FEW_SOLVED : ExitCode.SOLVED)
        .status();
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  private Path trace(String problem, SweepArm arm, long seed) throws CliException {
    Path folder =
        OutputFolder.prepare(output.resolve("traces").resolve(problem.replaceAll("[^\\w.-]", "_")));
    return folder.resolve(arm.name() + "-" + seed + SynthReport.TRACE);
  }

  private void tell(SweepRun run) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "vmcts: %s, %s, seed %d: %s, %d tokens, %.1f s%n",
        run.problem(), run.arm(), run.seed(), run.outcome(), run.tokens(), run.seconds());
    err.flush();
  }

  private String report(SweepLog log, List<SweepArm> opened) throws IOException {
    Map<String, String> columns = new LinkedHashMap<>();
    opened.forEach(arm -> columns.put(
        arm.name(), (arm.options() + " (model " + shortened(arm.modelHash()) + ")").strip()));
    String report = new SweepReport(log.runs(), columns).markdown();
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
}
