package dev.vmcts.cli.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The scripts of a sweep on a cluster with Slurm: an array job with a task for each shard, and a job that joins them.
 *
 * @param launcher the program {@code vmcts}
 * @param directory where the tasks work, so that files named on the command line are found
 * @param output the folder of the sweep; shard I writes to {@code part-I} in it
 */
public record SlurmScripts(Path launcher, Path directory, Path output) {

  private static final String HEAD = """
      #!/bin/sh
      #SBATCH --job-name=vmcts-%s
      #SBATCH --output=/dev/null
      #SBATCH --cpus-per-task=%d
      %scd %s || exit 1
      exec >>%s 2>&1
      """;

  /**
   * The script of the array job.
   *
   * @param words the command that is shared out, without its options for shards and output
   * @param jobs searches at a time in each task
   */
  public String tasks(List<String> words, int shards, int jobs) {
    return HEAD.formatted(
            "sweep",
            jobs,
            "#SBATCH --array=1-" + shards + "\n",
            quoted(directory.toString()),
            part() + ".log")
        + "exec " + quoted(launcher.toString()) + " "
        + words.stream().map(SlurmScripts::quoted).collect(Collectors.joining(" "))
        + " \"--shard=$SLURM_ARRAY_TASK_ID/" + shards + "\" --output=" + part() + "\n";
  }

  /** The script of the job that joins the shards. */
  public String merge() {
    return HEAD.formatted(
            "merge",
            1,
            "",
            quoted(directory.toString()),
            quoted(output.resolve("merge.log").toString()))
        + "exec " + quoted(launcher.toString()) + " sweep merge "
        + quoted(output.resolve("part-").toString()) + "*/ --output=" + quoted(output.toString())
        + "\n";
  }

  private String part() {
    return quoted(output.resolve("part-").toString()) + "\"$SLURM_ARRAY_TASK_ID\"";
  }

  /** A word for the shell. */
  private static String quoted(String word) {
    return word.matches("[\\w./=+:,@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
