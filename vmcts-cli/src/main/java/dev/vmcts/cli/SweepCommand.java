package dev.vmcts.cli;

import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.search.Outcome;
import dev.vmcts.search.SearchResult;
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

  /** A run to come. */
  private record Planned(SweepRun.Key key, Problem problem, SweepArm arm) {}

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
      return runAll(planned(problems, opened, part, log), opened, log);
    } finally {
      opened.forEach(SweepArm::close);
    }
  }

  private int runAll(List<Planned> planned, List<SweepArm> opened, SweepLog log)
      throws CliException, VerifierException, ModelException, IOException, InterruptedException {
    Map<Language, AskedVerifier> verifiers = new EnumMap<>(Language.class);
    for (Planned next : planned) {
      Language language = next.problem().language();
      AskedVerifier verifier = verifiers.get(language);
      if (verifier == null) {
        verifier = AskedVerifier.of(language, verifierOptions);
        verifiers.put(language, verifier);
      }
      SweepRun.Key key = next.key();
      SearchResult result = next.arm().run(next.problem(), verifier, key.seed(), trace(key));
      if (result.outcome() == Outcome.INTERRUPTED) {
        spec.commandLine()
            .getErr()
            .println("vmcts: interrupted; the same command goes on from here");
        return ExitCode.INTERRUPTED.status();
      }
      SweepRun run = SweepRun.of(key, result);
      log.add(run);
      report(log, opened);
      tell(run);
    }
    spec.commandLine().getOut().print(report(log, opened));
    spec.commandLine().getOut().flush();
    SweepJUnit.write(output.resolve("junit.xml"), log.runs());
    long solved = log.runs().stream().filter(SweepRun::solved).count();
    return (100.0 * solved < failUnder * log.runs().size() ? ExitCode.FEW_SOLVED : ExitCode.SOLVED)
        .status();
  }

  /** The runs of a part that are not in the log; arms take turns on each problem and seed. */
  private List<Planned> planned(
      Map<String, Problem> problems, List<SweepArm> opened, Shard part, SweepLog log) {
    List<Planned> planned = new ArrayList<>();
    int place = 0;
    for (Map.Entry<String, Problem> problem : problems.entrySet()) {
      for (long seed = 1; seed <= seeds; seed++) {
        for (SweepArm arm : opened) {
          SweepRun.Key key = new SweepRun.Key(problem.getKey(), arm.name(), seed);
          if (part.holds(place++) && !log.has(key)) {
            planned.add(new Planned(key, problem.getValue(), arm));
          }
        }
      }
    }
    return planned;
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  private Path trace(SweepRun.Key key) throws CliException {
    Path folder = OutputFolder.prepare(
        output.resolve("traces").resolve(key.problem().replaceAll("[^\\w.-]", "_")));
    return folder.resolve(key.arm() + "-" + key.seed() + SynthReport.TRACE);
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
}
