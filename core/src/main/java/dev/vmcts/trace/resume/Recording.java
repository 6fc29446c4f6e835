package dev.vmcts.trace.resume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.trace.TraceJson;
import dev.vmcts.trace.TraceLines;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The events of a trace that a search repeats, one at a time, in constant memory. Not thread-safe. */
final class Recording implements Closeable {

  private final ResumePoint point;
  private final TraceLines lines;
  private final ResumedClock clock;
  private @Nullable SearchEvent next;
  private double nextAt;

  private Recording(ResumePoint point, TraceLines lines, InstantSource real) throws IOException {
    this.point = point;
    this.lines = lines;
    read();
    clock = new ResumedClock(real, start().plusNanos(Math.round(nextAt * 1e9)));
    if (next == null) {
      clock.run();
    }
  }

  static Recording open(ResumePoint point, InstantSource real) throws IOException {
    TraceLines lines = TraceLines.open(point.file());
    try {
      return new Recording(point, lines, real);
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  ResumedClock clock() {
    return clock;
  }

  /** The event that the search has to repeat next; null when it is on its own. */
  @Nullable
  SearchEvent next() {
    return next;
  }

  /** The next event if it is of a kind. */
  <T extends SearchEvent> T next(Class<T> kind, String happens) {
    if (!kind.isInstance(next)) {
      throw diverged(happens);
    }
    return kind.cast(next);
  }

  /** The search has repeated the next event; from the last one on it is on its own. */
  void repeated(SearchEvent event) {
    if (!event.equals(next)) {
      throw diverged(event.toString());
    }
    clock.reach(start().plusNanos(Math.round(nextAt * 1e9)));
    try {
      read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (next == null) {
      clock.run();
    }
  }

  /** An exception that says where the search left the record. */
  DivergedException diverged(String happens) {
    return new DivergedException(point.file() + ":" + lines.number()
        + ": the search does something else than its trace says; go on with the vmcts, the verifier and the model"
        + " that wrote it. In the trace: " + next + "; now: " + happens);
  }

  private Instant start() {
    return Instant.parse(point.header().time());
  }

  private void read() throws IOException {
    next = null;
    while (next == null && lines.number() < point.lines()) {
      JsonNode line = lines.next();
      if (line == null) {
        return;
      }
      try {
        next = TraceJson.event(line);
        nextAt = line.path("atSeconds").asDouble(nextAt);
      } catch (InvalidTypeIdException e) {
        // No event of the search: a line about the trace itself, or of a later minor version.
        next = null;
      } catch (IOException e) {
        throw new IOException(point.file() + ":" + lines.number() + ": " + e.getMessage(), e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
