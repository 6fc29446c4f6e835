package dev.vmcts.verifiers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.verify.VerifierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("measures time")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ToolRunnerTest {

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1L << 30);
  private static final Limits SHORT = new Limits(Duration.ofMillis(500), 1L << 30);

  private final Scratch scratch = Scratch.create();

  @AfterEach
  void deleteScratch() {
    scratch.close();
    assertThat(scratch.folder()).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void run_toolWithBothStreams_givesExitCodeAndText(Sandbox sandbox) throws Exception {
    ProcessResult result = sh(sandbox, "cat; echo 'é∀' >&2; pwd; exit 3", LIMITS, "λ\n");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.timedOut()).isFalse();
    assertThat(result.stdout()).isEqualTo("λ\n" + scratch.folder() + "\n");
    assertThat(result.stderr()).isEqualTo("é∀\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void run_toolThatDoesNotEnd_isKilledWithItsChildren(Sandbox sandbox) throws Exception {
    String mark = "31" + System.nanoTime();
    ProcessResult result = sh(
        sandbox,
        "(setsid sleep " + mark + " & sleep " + mark + ") & echo started; sleep " + mark,
        SHORT,
        "");
    assertThat(result.timedOut()).isTrue();
    assertThat(result.stdout()).isEqualTo("started\n");
    assertGone(mark);
  }

  @Test
  void run_toolThatLeavesAChildBehindInTheSandbox_leavesNothing() throws Exception {
    assumeConfined();
    String mark = "32" + System.nanoTime();
    sh(Sandbox.AUTO, "sleep " + mark + " >/dev/null 2>&1 & true", LIMITS, "");
    assertGone(mark);
  }

  @Test
  void run_toolThatPrintsWithoutEnd_isCut() throws Exception {
    ProcessResult result = sh(Sandbox.AUTO, "yes", SHORT, "");
    assertThat(result.timedOut()).isTrue();
    assertThat(result.stdout().length()).isBetween(1, ToolProcess.OUTPUT_LIMIT);
  }

  @Test
  void run_toolThatDoesNotRead_keepsItsTime() throws Exception {
    ProcessResult result = sh(Sandbox.AUTO, "sleep 100", SHORT, "x".repeat(1 << 20));
    assertThat(result.timedOut()).isTrue();
    assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void run_confinedTool_writesInScratchAlone() throws Exception {
    assumeConfined();
    Path outside = Files.createTempDirectory(Path.of("").toAbsolutePath(), "outside");
    Path temporary = Path.of("/tmp").resolve(outside.getFileName());
    try {
      ProcessResult result = sh(
          Sandbox.REQUIRE,
          "echo x > in; touch " + outside + "/out; echo x > " + temporary
              + "; cat in; ls /proc | grep -c '^[0-9]'",
          LIMITS,
          "");
      assertThat(outside.resolve("out")).doesNotExist();
      assertThat(temporary).doesNotExist();
      assertThat(scratch.folder().resolve("in")).hasContent("x");
      assertThat(result.stdout().lines().findFirst()).contains("x");
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void run_confinedTool_hasNoNetwork() throws Exception {
    assumeConfined();
    assertThat(sh(Sandbox.REQUIRE, "cat /proc/net/dev", LIMITS, "")
            .stdout()
            .lines()
            .skip(2))
        .allMatch(line -> line.strip().startsWith("lo:"));
  }

  @Test
  void run_toolOverItsMemory_fails() throws Exception {
    Assumptions.assumeTrue(Executables.find("prlimit").isPresent(), "prlimit is not installed");
    ProcessResult result = sh(
        Sandbox.AUTO,
        "head -c 400000000 /dev/zero | tail -c 300000000 | wc -c",
        new Limits(Duration.ofSeconds(20), 200 << 20),
        "");
    assertThat(result.stdout().strip()).isNotEqualTo("300000000");
  }

  @Test
  void start_toolThatIsInterrupted_getsTheSignal() throws Exception {
    ToolRunner runner = new ToolRunner(Sandbox.AUTO);
    String script = "trap 'echo got; exit 0' INT; sleep 100 & echo ready; wait";
    // A shell cannot trap a signal that is ignored when it starts, as in background jobs.
    List<String> command =
        List.of("/usr/bin/env", "--default-signal=INT", "/bin/bash", "-c", script);
    try (ToolProcess tool = runner.start(command, scratch.folder(), LIMITS, Map.of())) {
      var lines = new java.io.BufferedReader(
          new java.io.InputStreamReader(tool.stdout(), java.nio.charset.StandardCharsets.UTF_8));
      assertThat(lines.readLine()).isEqualTo("ready");
      assertThat(tool.interrupt()).isTrue();
      assertThat(lines.readLine()).isEqualTo("got");
    }
  }

  @Test
  void start_fromAThreadThatEnds_livesOn() throws Exception {
    ToolRunner runner = new ToolRunner(Sandbox.AUTO);
    ToolProcess[] tool = new ToolProcess[1];
    Thread thread = new Thread(() -> {
      try {
        tool[0] = runner.start(List.of("/bin/cat"), scratch.folder(), LIMITS, Map.of());
      } catch (VerifierException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    thread.start();
    thread.join();
    try (ToolProcess cat = tool[0]) {
      cat.stdin().write('a');
      cat.stdin().flush();
      assertThat(cat.stdout().read()).isEqualTo('a');
      assertThat(cat.alive()).isTrue();
    }
  }

  @Test
  void start_missingProgram_saysWhich() {
    assertThatThrownBy(() -> new ToolRunner(Sandbox.OFF)
            .start(List.of("/no/such/tool"), scratch.folder(), LIMITS, Map.of()))
        .isInstanceOf(VerifierException.class)
        .hasMessageContaining("/no/such/tool");
  }

  private ProcessResult sh(Sandbox sandbox, String script, Limits limits, String stdin)
      throws Exception {
    return new ToolRunner(sandbox)
        .run(List.of("/bin/sh", "-c", script), scratch.folder(), limits, Map.of(), stdin);
  }

  private static void assumeConfined() {
    Assumptions.assumeTrue(Sandbox.AUTO.confines(), Sandbox.AUTO.describe());
  }

  /** Waits until no process has the mark among its arguments; fails after ten seconds. */
  private static void assertGone(String mark) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < end) {
      if (ProcessHandle.allProcesses().noneMatch(p -> commandLine(p).contains(mark))) {
        return;
      }
      Thread.onSpinWait();
    }
    assertThat(ProcessHandle.allProcesses().filter(p -> commandLine(p).contains(mark)))
        .isEmpty();
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }
}
