package dev.vmcts.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a trace line by line, in constant memory. */
public final class TraceReader {

  private static final JsonMapper JSON = new JsonMapper();

  private TraceReader() {}

  /**
   * Gives each line to a consumer, the header first. A last line that was cut off by a kill is passed over.
   *
   * @throws IOException if the file cannot be read, is no trace, or is of a newer major version; the message says where
   */
  public static void read(Path file, Consumer<JsonNode> consumer) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = in.readLine();
      checkHeader(file, line == null ? null : parse(file, 1, line, in.ready()));
      long number = 1;
      while (line != null) {
        String next = in.readLine();
        JsonNode node = parse(file, number, line, next != null);
        if (node != null) {
          consumer.accept(node);
        }
        line = next;
        number++;
      }
    }
  }

  private static void checkHeader(Path file, @Nullable JsonNode header) throws IOException {
    if (header == null || !header.path("event").asText().equals("header")) {
      throw new IOException(file
          + ":1: no trace: the first line must be a header; write one with vmcts synth --trace");
    }
    String version = header.path("version").asText();
    String major = TraceHeader.VERSION.substring(0, TraceHeader.VERSION.indexOf('.') + 1);
    if (!version.startsWith(major)) {
      throw new IOException(
          file + ":1: trace version '" + version + "'; this vmcts reads " + major + "x");
    }
  }

  private static @Nullable JsonNode parse(Path file, long number, String line, boolean more)
      throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      if (more) {
        throw new IOException(file + ":" + number + ": no JSON: " + e.getOriginalMessage(), e);
      }
      return null;
    }
  }
}
