package dev.vmcts.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a trace line by line, in constant memory. */
public final class TraceReader {

  private TraceReader() {}

  /**
   * Gives each line to a consumer, the header first. A last line that was cut off by a kill is passed over.
   *
   * @throws IOException if the file cannot be read, is no trace, or is of a newer major version; the message says where
   */
  public static void read(Path file, Consumer<JsonNode> consumer) throws IOException {
    try (TraceLines lines = TraceLines.open(file)) {
      for (JsonNode line = lines.header(); line != null; line = lines.next()) {
        consumer.accept(line);
      }
    }
  }
}
