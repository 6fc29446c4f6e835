package dev.vmcts.cli;

import dev.vmcts.cli.sweep.PairedBootstrap;
import dev.vmcts.cli.sweep.Shard;
import dev.vmcts.cli.sweep.SweepData;
import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.cli.sweep.SweepFolder;
import dev.vmcts.cli.sweep.SweepLog;
import dev.vmcts.cli.sweep.SweepManifest;
import dev.vmcts.cli.sweep.SweepPlan;
import dev.vmcts.cli.sweep.SweepReports;
import dev.vmcts.cli.sweep.SweepRun;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vmcts sweep}: many searches, counted. */
@Command(
    name = "sweep",
    description = {
      "Searches each FILE with several seeds in several ways, and reports how many are solved. Every search is a"
          + " line in DIR/runs.jsonl, written when it ends; a sweep that was interrupted goes on where it stopped.",
      "DIR/report.html and report.md have tables and the curves of pass@T; runs.csv, summary.json and junit.xml are for"
          + " programs. What a FILE.yaml may say: docs/sweeps.md."
    },
    subcommands = {SweepMergeCommand.class, SweepReportCommand.class},
    subcommandsRepeatable = false,
    sortOptions = false)
final class SweepCommand implements Callable<Integer> {

  @Mixin
  private SweepOptions options;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Do only part I of N of the runs, on one machine of several; vmcts sweep merge joins the folders of the parts.")
  private @Nullable String shard;

  @Option(
      names = "--slurm",
      description =
          "Search nothing here: write the scripts of a job array, a task for each shard, and of a job that joins"
              + " them into DIR, and submit both when there is sbatch.")
  private boolean slurm;

  @Mixin
  private VerifierOptions verifierOptions;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call()
      throws CliException, SweepException, ProblemException, VerifierException, ModelException,
          IOException, InterruptedException {
    SweepPlan plan = options.plan();
    Shard part = shard == null ? Shard.WHOLE : Shard.of(shard);
    Map<String, Problem> problems = new LinkedHashMap<>();
    for (Map.Entry<String, Path> problem : plan.problems().entrySet()) {
      problems.put(problem.getKey(), ProblemReader.read(problem.getValue()));
    }
    Set<Language> languages = problems.values().stream()
        .map(Problem::language)
        .collect(Collectors.toCollection(TreeSet::new));
    List<SweepArm> arms = new ArrayList<>();
    for (Map.Entry<String, String> arm : plan.arms().entrySet()) {
      SweepArm read = SweepArm.read(options.armsFrom(), arm.getKey(), arm.getValue());
      for (Language language : languages) {
        read.check(language);
      }
      arms.add(read);
    }
    SweepFolder folder = new SweepFolder(OutputFolder.prepare(plan.output().orElseThrow()));
    if (slurm) {
      if (shard != null) {
        throw CliException.usage("--shard goes without --slurm; say how many with --shards N");
      }
      return new Slurm(spec.commandLine(), options.files(), plan, folder).submit();
    }
    int cores = Runtime.getRuntime().availableProcessors();
    if (plan.jobs() > cores) {
      throw CliException.usage(
          "--jobs is " + plan.jobs() + "; allowed: 1 to " + cores + ", the cores of this machine");
    }
    try (SweepLog log = SweepLog.open(folder.runs())) {
      SweepState state =
          SweepState.open(folder, log, manifest(plan, problems), InstantSource.system());
      return run(plan, planned(plan.seeds(), problems, arms, part, log), state);
    }
  }

  private int run(SweepPlan plan, List<SweepRunner.Planned> planned, SweepState state)
      throws CliException, SweepException, VerifierException, ModelException, IOException,
          InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    SweepProgress progress = new SweepProgress(err, planned.size(), InstantSource.system());
    SweepRunner runner = new SweepRunner(state, verifierOptions, progress);
    boolean whole = runner.run(planned, plan.jobs());
    SweepData data = state.data();
    String report = SweepReports.write(state.folder(), data, PairedBootstrap.DEFAULT);
    if (!whole) {
      err.println("vmcts: interrupted; the same command goes on from here");
      return ExitCode.INTERRUPTED.status();
    }
    spec.commandLine().getOut().print(report);
    spec.commandLine().getOut().flush();
    if (progress.failure() != null) {
      err.println("vmcts: " + progress.failed()
          + (progress.failed() == 1 ? " run failed and is" : " runs failed and are")
          + " not counted; the same command tries again");
      return Errors.exitCode(progress.failure()).status();
    }
    long solved = data.runs().stream().filter(SweepRun::solved).count();
    return (100.0 * solved < plan.failUnder() * data.runs().size()
            ? ExitCode.FEW_SOLVED
            : ExitCode.SOLVED)
        .status();
  }

  private static SweepManifest manifest(SweepPlan plan, Map<String, Problem> problems) {
    Map<String, String> hashes = new LinkedHashMap<>();
    problems.forEach((name, problem) -> hashes.put(name, problem.sha256()));
    Map<String, SweepManifest.Arm> arms = new LinkedHashMap<>();
    plan.arms().forEach((name, text) -> arms.put(name, new SweepManifest.Arm(text, "")));
    return new SweepManifest(SweepManifest.VERSION, plan.seeds(), hashes, arms);
  }

  /** The runs of a part that are not in the log; arms take turns on each problem and seed. */
  private static List<SweepRunner.Planned> planned(
      int seeds, Map<String, Problem> problems, List<SweepArm> arms, Shard part, SweepLog log) {
    List<SweepRunner.Planned> planned = new ArrayList<>();
    int place = 0;
    for (Map.Entry<String, Problem> problem : problems.entrySet()) {
      for (long seed = 1; seed <= seeds; seed++) {
        for (SweepArm arm : arms) {
          SweepRun.Key key = new SweepRun.Key(problem.getKey(), arm.name(), seed);
          if (part.holds(place++) && !log.has(key)) {
            planned.add(new SweepRunner.Planned(key, problem.getValue(), arm));
          }
        }
      }
    }
    return planned;
  }
}
