package dev.vmcts.verifiers.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A tool that is running. Its standard error is drained here; its standard output is the caller's to read.
 *
 * <p>Closing it kills the tool and everything that it started.
 */
public final class ToolProcess implements AutoCloseable {

  /** Bytes of each output stream that are kept, 16 MiB. */
  public static final int OUTPUT_LIMIT = 16 << 20;

  private final Process process;
  private final Drain stderr;

  ToolProcess(Process process) {
    this.process = process;
    this.stderr =
        new Drain(process.getErrorStream(), OUTPUT_LIMIT, "vmcts-stderr-" + process.pid());
  }

  /** The tool's standard input. */
  public OutputStream stdin() {
    return process.getOutputStream();
  }

  /** The tool's standard output. */
  public InputStream stdout() {
    return process.getInputStream();
  }

  /** What the tool wrote to standard error so far, read as UTF-8. */
  public String stderr() {
    return stderr.text();
  }

  /** The operating system's number of the outermost process, which may be the sandbox's. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /**
   * Sends the tool the interrupt signal, as Ctrl-C does.
   *
   * @return whether it could be sent; the tool may not listen
   */
  public boolean interrupt() throws InterruptedException {
    return ProcessTree.interrupt(process);
  }

  /** Waits until it has ended and its standard error was read, or until the time is over. */
  public void awaitEnd(Duration most) throws InterruptedException {
    if (waitFor(most)) {
      stderr.await(most);
    }
  }

  boolean waitFor(Duration most) throws InterruptedException {
    return process.waitFor(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  int exitCode() {
    return process.exitValue();
  }

  void awaitStderr(Duration most) throws InterruptedException {
    stderr.await(most);
  }

  @Override
  public void close() {
    Spawner.kill(process);
  }
}
