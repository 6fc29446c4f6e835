package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep handed to a cluster that is a script; the scripts of the jobs are run by the real shell. */
@Tag("slow")
final class SlurmTest {

  private static final String ARM = "odd=--tokens 7 --model it's/$HOME.gguf";

  @TempDir
  private Path temporary;

  private Path folder;
  private Path bin;
  private Path log;

  @BeforeEach
  void cluster() throws Exception {
    folder = Files.createDirectory(temporary.toRealPath().resolve("a folder"));
    bin = Files.createDirectory(folder.resolve("bin"));
    log = folder.resolve("log");
    Files.writeString(folder.resolve("a b.v"), "Lemma a : True.\nProof.\nAdmitted.\n");
    program(folder.resolve("vmcts"), "for w in \"$@\"; do echo \"[$w]\"; done");
  }

  private static void program(Path file, String text) throws Exception {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String sweep(int status, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("sweep", "a b.v", "--slurm", "-o", "out dir", "--arm", ARM));
    words.addAll(List.of(more));
    Path output = folder.resolve("output");
    Process process = CliProcess.start(
        folder, folder, Map.of("PATH", bin.toString()), output, words.toArray(String[]::new));
    assertThat(process.waitFor()).isEqualTo(status);
    return Files.readString(output);
  }

  private List<String> run(Path script, String log) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
    builder.environment().put("SLURM_ARRAY_TASK_ID", "2");
    assertThat(builder.start().waitFor()).isZero();
    return Files.readAllLines(folder.resolve("out dir").resolve(log));
  }

  @Test
  void slurm_sbatchIsThere_submitsAnArrayAndAJobThatJoins() throws Exception {
    program(
        bin.resolve("sbatch"),
        "echo \"$*\" >>'" + log + "'; echo \"4$(/usr/bin/wc -l <'" + log + "');main\"");
    String told = sweep(0, "--shards=3", "--seeds=2", "--fail-under=50");
    Path out = folder.resolve("out dir");
    assertThat(told).contains("vmcts: job 41 has 3 tasks; job 42 then joins them in " + out);
    assertThat(Files.readAllLines(log))
        .containsExactly(
            "--parsable " + out.resolve("tasks.sbatch"),
            "--parsable --dependency=afterany:41 " + out.resolve("merge.sbatch"));
    assertThat(out.resolve("tasks.sbatch"))
        .content()
        .startsWith("#!/bin/sh\n#SBATCH ")
        .contains("#SBATCH --array=1-3\n", "#SBATCH --cpus-per-task=1\n");
    assertThat(run(out.resolve("tasks.sbatch"), "part-2.log"))
        .containsExactlyInAnyOrder(
            "[sweep]",
            "[a b.v]",
            "[--arm=" + ARM + "]",
            "[--seeds=2]",
            "[--shard=2/3]",
            "[--output=" + out + "/part-2]");
    Files.createDirectories(out.resolve("part-1"));
    Files.createDirectories(out.resolve("part-2"));
    assertThat(run(out.resolve("merge.sbatch"), "merge.log"))
        .containsExactly(
            "[sweep]",
            "[merge]",
            "[" + out + "/part-1/]",
            "[" + out + "/part-2/]",
            "[--output=" + out + "]");
  }

  @Test
  void slurm_noSbatch_saysWhatToRunByHand() throws Exception {
    Path out = folder.resolve("out dir");
    assertThat(sweep(ExitCode.MISSING.status()))
        .contains("no sbatch on the search path", "sbatch --parsable " + out + "/tasks.sbatch");
    assertThat(out.resolve("merge.sbatch")).exists();
    assertThat(out.resolve("runs.jsonl")).doesNotExist();
  }

  @Test
  void slurm_sbatchRefuses_saysWhy() throws Exception {
    program(bin.resolve("sbatch"), "echo 'sbatch: error: invalid account' >&2; exit 1");
    assertThat(sweep(ExitCode.MISSING.status()))
        .contains("tasks.sbatch was not submitted: sbatch says 'sbatch: error: invalid account'")
        .hasLineCount(1);
  }
}
