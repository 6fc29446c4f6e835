package dev.vmcts.cli;

import dev.vmcts.cli.sweep.SlurmScripts;
import dev.vmcts.cli.sweep.SweepFolder;
import dev.vmcts.cli.sweep.SweepPlan;
import dev.vmcts.verifiers.process.Executables;
import dev.vmcts.verifiers.process.Limits;
import dev.vmcts.verifiers.process.ProcessResult;
import dev.vmcts.verifiers.process.Sandbox;
import dev.vmcts.verifiers.process.ToolRunner;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Hands a sweep over to a cluster.
 *
 * @param line the command as the user gave it, which the tasks repeat
 * @param files what the user named
 */
record Slurm(CommandLine line, List<Path> files, SweepPlan plan, SweepFolder folder) {

  private static final Set<String> NOT_FOR_TASKS =
      Set.of("--slurm", "--shards", "--output", "--fail-under");
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), 0);

  /** Writes the scripts, and submits them if there is {@code sbatch}. */
  int submit() throws CliException, VerifierException, IOException, InterruptedException {
    Path output = folder.path().toAbsolutePath().normalize();
    Path launcher = Path.of(System.getProperty("vmcts.home", "."), "vmcts");
    SlurmScripts scripts = new SlurmScripts(
        launcher.toAbsolutePath().normalize(), Path.of("").toAbsolutePath(), output);
    Path tasks = output.resolve("tasks.sbatch");
    Path merge = output.resolve("merge.sbatch");
    Files.writeString(tasks, scripts.tasks(words(), plan.shards(), plan.jobs()));
    Files.writeString(merge, scripts.merge());
    Optional<Path> sbatch = Executables.find("sbatch");
    if (sbatch.isEmpty()) {
      say("no sbatch on the search path, so nothing is submitted; where there is one, run:");
      say("  sbatch --parsable " + tasks);
      say("  sbatch --dependency=afterany:JOB " + merge
          + "   (JOB: the number that the first prints)");
      return ExitCode.MISSING.status();
    }
    String array = submit(sbatch.get(), tasks, List.of());
    String join = submit(sbatch.get(), merge, List.of("--dependency=afterany:" + array));
    say("job " + array + " has " + plan.shards() + " tasks; job " + join + " then joins them in "
        + output);
    return ExitCode.SOLVED.status();
  }

  /** The command of a task: what the user said, but for what is each task's own. */
  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("sweep"));
    files.forEach(file -> words.add(file.toString()));
    for (OptionSpec option : line.getParseResult().matchedOptionsSet()) {
      if (!NOT_FOR_TASKS.contains(option.longestName())) {
        List<String> values = option.originalStringValues();
        values.forEach(value -> words.add(
            option.arity().max() == 0 ? option.longestName() : option.longestName() + "=" + value));
      }
    }
    return words;
  }

  /** Gives the job's number. */
  private static String submit(Path sbatch, Path script, List<String> options)
      throws CliException, VerifierException, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(sbatch.toString(), "--parsable"));
    command.addAll(options);
    command.add(script.toString());
    // Jobs get this environment, so the folder for temporary files has to be one that every machine
    // has.
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    ProcessResult result = new ToolRunner(Sandbox.OFF).run(command, temporary, LIMITS);
    String number = result.stdout().strip().replaceFirst(";.*", "");
    if (result.exitCode() != 0 || !number.matches("[0-9]+")) {
      String why =
          (result.stderr() + result.stdout()).strip().lines().findFirst().orElse("");
      throw new CliException(
          ExitCode.MISSING,
          script + " was not submitted: sbatch "
              + (result.timedOut() ? "does not answer" : "says '" + why + "'"));
    }
    return number;
  }

  private void say(String text) {
    line.getErr().println("vmcts: " + text);
    line.getErr().flush();
  }
}
