package dev.vmcts.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.SearchListener;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Writes a trace, a JSON object a line, each line given to the system in one piece as it is written. A thread that is
 * interrupted writes like any other, so that a search that was interrupted can say so.
 *
 * <p>Not thread-safe. A write that fails ends the search: a trace that loses events would be worth nothing.
 */
public final class TraceWriter implements SearchListener, Closeable {

  private final OutputStream out;
  private final Instant start;
  private final InstantSource clock;

  private TraceWriter(OutputStream out, Instant start, InstantSource clock) {
    this.out = out;
    this.start = start;
    this.clock = clock;
  }

  /**
   * Opens a new trace; a file that is there is replaced.
   *
   * @param clock says when events happen
   * @throws IOException if the file cannot be written, or another search is writing it
   */
  public static TraceWriter create(Path file, TraceHeader header, InstantSource clock)
      throws IOException {
    TraceWriter writer = append(file, header, 0, clock);
    writer.line(TraceJson.of(header));
    return writer;
  }

  /**
   * Opens a trace to go on with it.
   *
   * @param header its header
   * @param length bytes of it that are kept; what follows is cut off
   * @throws IOException if the file cannot be written, or another search is writing it
   */
  public static TraceWriter append(Path file, TraceHeader header, long length, InstantSource clock)
      throws IOException {
    // Lines go to the stream itself: an interruption would close a channel that is written to.
    FileOutputStream out = new FileOutputStream(file.toFile(), true);
    try {
      lock(file, out.getChannel());
      out.getChannel().truncate(length);
    } catch (IOException e) {
      out.close();
      throw e;
    }
    return new TraceWriter(out, Instant.parse(header.time()), clock);
  }

  /** Keeps two searches from writing one file; the lock ends with the channel, or with the process. */
  private static void lock(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException(file + ": another search is writing this trace; wait until it ends");
    }
  }

  @Override
  public void on(SearchEvent event) {
    try {
      line(TraceJson.of(event, at(clock.instant())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the trace: " + e.getMessage(), e);
    }
  }

  /** Notes that the search goes on with another budget. */
  public void budget(Budget budget, Instant now) throws IOException {
    line(TraceJson.of(budget, now, at(clock.instant())));
  }

  private double at(Instant now) {
    return Math.max(0, Duration.between(start, now).toNanos() / 1e9);
  }

  private void line(JsonNode line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
