package dev.vmcts.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.SearchListener;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Writes a trace, a JSON object a line, each line flushed as it is written.
 *
 * <p>Not thread-safe. A write that fails ends the search: a trace that loses events would be worth nothing.
 */
public final class TraceWriter implements SearchListener, Closeable {

  private static final JsonMapper JSON = JsonMapper.builder()
      .addModule(new SimpleModule().addSerializer(Duration.class, ToStringSerializer.instance))
      .build();
  private static final ObjectWriter EVENTS = JSON.writerFor(SearchEvent.class);

  private final BufferedWriter out;

  private TraceWriter(BufferedWriter out) {
    this.out = out;
  }

  /** Opens a new trace; a file that is there is replaced. */
  public static TraceWriter create(Path file, TraceHeader header) throws IOException {
    TraceWriter writer = new TraceWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    ObjectNode line = JSON.createObjectNode().put("event", "header");
    line.setAll((ObjectNode) JSON.valueToTree(header));
    writer.line(JSON.writeValueAsString(line));
    return writer;
  }

  @Override
  public void on(SearchEvent event) {
    try {
      line(EVENTS.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event " + event + " is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the trace: " + e.getMessage(), e);
    }
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
