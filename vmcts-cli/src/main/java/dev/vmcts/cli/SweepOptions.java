package dev.vmcts.cli;

import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.cli.sweep.SweepFile;
import dev.vmcts.cli.sweep.SweepPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that say what a sweep is to do; they stand above what its file says. */
final class SweepOptions {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Problem files; or one SWEEP.yaml, which names problems, arms and the rest.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Folder for runs, traces and reports; made when it is not there. Needed, unless SWEEP.yaml has it.")
  private @Nullable Path output;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Seeds 1 to N for each file. Default: 5.")
  private @Nullable Integer seeds;

  @Option(
      names = "--arm",
      paramLabel = "NAME=OPTIONS",
      description =
          "A way of searching: a name and options of synth, such as 'whole=--strategy whole'. May be given several"
              + " times. Default: vermcts.")
  private List<String> arms = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Searches at a time, each with verifier and model of its own; at most one for each core. Default: 1.")
  private @Nullable Integer jobs;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "With --slurm: tasks that share the runs. Default: 1.")
  private @Nullable Integer shards;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description = "Exit status 15 if fewer of the runs are solved. Default: 0.")
  private @Nullable Double failUnder;

  /** The problem files, or the sweep's file, as the user named them. */
  List<Path> files() {
    return files;
  }

  /** The plan: what the user says, then what the file says, then the defaults. */
  SweepPlan plan() throws CliException, SweepException {
    if (files.isEmpty()) {
      throw CliException.usage("no FILE; name problem files, or a sweep's file (docs/sweeps.md)");
    }
    SweepPlan plan = SweepFile.isOne(files.get(0)) ? file() : named();
    try {
      plan = arms.isEmpty() ? plan : plan.withArms(arms());
      plan = seeds == null ? plan : plan.withSeeds(seeds);
      plan = jobs == null ? plan : plan.withJobs(jobs);
      plan = shards == null ? plan : plan.withShards(shards);
      plan = failUnder == null ? plan : plan.withFailUnder(failUnder);
      plan = output == null ? plan : plan.withOutput(output);
    } catch (IllegalArgumentException e) {
      throw CliException.usage("--" + e.getMessage(), e);
    }
    if (plan.output().isEmpty()) {
      throw CliException.usage("no folder to write to; name one with -o DIR");
    }
    return plan;
  }

  /** What an arm comes from, for messages. */
  String armsFrom() {
    return arms.isEmpty() ? files.get(0) + ": arms:" : "--arm";
  }

  private SweepPlan file() throws CliException, SweepException {
    if (files.size() > 1) {
      throw CliException.usage(
          files.get(0) + ": a sweep's file stands alone; name the problems in it");
    }
    return SweepFile.read(files.get(0));
  }

  private SweepPlan named() {
    Map<String, Path> problems = new LinkedHashMap<>();
    files.forEach(file -> problems.put(file.toString().replace('\\', '/'), file));
    return SweepPlan.DEFAULT.withProblems(problems);
  }

  private Map<String, String> arms() throws CliException {
    Map<String, String> named = new LinkedHashMap<>();
    for (String arm : arms) {
      String[] parts = arm.split("=", 2);
      if (named.put(parts[0], parts.length == 1 ? "" : parts[1].strip()) != null) {
        throw CliException.usage("--arm '" + parts[0] + "' is given twice; allowed: once each");
      }
    }
    return named;
  }
}
