package dev.vmcts.cli.sweep;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The runs of a sweep, a JSON object a line; each is written when it ends. One process at a time holds the file. Safe for use
 * by several threads, interrupted ones too: a run that has ended is written down.
 */
public final class SweepLog implements AutoCloseable {

  private final Path file;
  private final FileOutputStream out;
  private final RunSet runs = new RunSet();

  private SweepLog(Path file, FileOutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Opens a log, with the runs that it has; a line that was cut off is dropped, and its run done again.
   *
   * @throws SweepException if a line is no run, or another process has the file
   */
  public static SweepLog open(Path file) throws SweepException, IOException {
    SweepLog log = new SweepLog(file, new FileOutputStream(file.toFile(), true));
    try {
      log.hold();
      long whole = log.runs.read(file).getBytes(StandardCharsets.UTF_8).length;
      log.out.getChannel().truncate(whole);
      return log;
    } catch (SweepException | IOException e) {
      log.close();
      throw e;
    }
  }

  private void hold() throws SweepException, IOException {
    boolean held;
    try {
      held = out.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      held = false;
    }
    if (!held) {
      throw new SweepException(
          file + ": another sweep writes to this file; wait for it, or choose another folder");
    }
  }

  /** Writes a run down. */
  public synchronized void add(SweepRun run) throws SweepException, IOException {
    runs.add(run, file.toString());
    out.write((RunSet.line(run) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public synchronized boolean has(SweepRun.Key key) {
    return runs.has(key);
  }

  /** The runs so far, in the order in which they ended. */
  public synchronized List<SweepRun> runs() {
    return runs.runs();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
