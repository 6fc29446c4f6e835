package dev.vmcts.verifiers.process;

import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs tools: argument lists and no shell, a scratch folder to work in, limits, the sandbox. Thread-safe.
 *
 * <p>A tool gets this program's environment, and its folder for temporary files is the scratch folder.
 */
public final class ToolRunner {

  private static final Duration STREAMS_END = Duration.ofSeconds(5);

  private final Sandbox sandbox;
  private final List<Path> readable;

  public ToolRunner(Sandbox sandbox) {
    this(sandbox, List.of());
  }

  /**
   * @param readable folders that tools may read even where the sandbox puts an empty folder in front of them
   */
  public ToolRunner(Sandbox sandbox, List<Path> readable) {
    this.sandbox = sandbox;
    this.readable = List.copyOf(readable);
  }

  /** The sandbox that tools run in. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /**
   * Runs a tool to its end, or until its time is over; then it is killed with all that it started.
   *
   * @param command the program's absolute path and its arguments
   * @param scratch the folder that it works in and may write to, absolute and free of symbolic links
   * @throws VerifierException if it does not start
   */
  public ProcessResult run(List<String> command, Path scratch, Limits limits)
      throws VerifierException, InterruptedException {
    return run(command, scratch, limits, Map.of(), "");
  }

  /** As {@link #run(List, Path, Limits)}, with further environment variables and text for standard input. */
  public ProcessResult run(
      List<String> command,
      Path scratch,
      Limits limits,
      Map<String, String> environment,
      String stdin)
      throws VerifierException, InterruptedException {
    long start = System.nanoTime();
    ToolProcess tool = start(command, scratch, limits, environment);
    try (tool) {
      Drain stdout =
          new Drain(tool.stdout(), ToolProcess.OUTPUT_LIMIT, "vmcts-stdout-" + tool.pid());
      feed(tool, stdin);
      boolean ended = tool.waitFor(limits.time());
      if (!ended) {
        tool.close();
        tool.waitFor(STREAMS_END);
      }
      stdout.await(STREAMS_END);
      tool.awaitStderr(STREAMS_END);
      int exitCode = ended ? tool.exitCode() : -1;
      return new ProcessResult(
          exitCode,
          !ended,
          Duration.ofNanos(System.nanoTime() - start),
          stdout.text(),
          tool.stderr());
    }
  }

  /** Starts a tool that lives until it is closed; {@link Limits#time} is not watched. */
  public ToolProcess start(
      List<String> command, Path scratch, Limits limits, Map<String, String> environment)
      throws VerifierException, InterruptedException {
    if (!Files.isExecutable(Path.of(command.get(0)))) {
      throw new VerifierException(
          "cannot start " + command.get(0) + ": it is missing or may not be executed");
    }
    ProcessBuilder builder = new ProcessBuilder(sandbox.wrap(command, scratch, limits, readable))
        .directory(scratch.toFile());
    builder.environment().put("TMPDIR", scratch.toString());
    builder.environment().putAll(environment);
    try {
      return new ToolProcess(Spawner.start(builder));
    } catch (IOException e) {
      throw new VerifierException("cannot start " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** From a thread of its own, since a tool that does not read would otherwise outlast its time. */
  private static void feed(ToolProcess tool, String text) {
    Thread thread = new Thread(
        () -> {
          try (OutputStream stdin = tool.stdin()) {
            stdin.write(text.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            // The tool ended without reading; its exit code says more.
          }
        },
        "vmcts-stdin-" + tool.pid());
    thread.setDaemon(true);
    thread.start();
  }
}
