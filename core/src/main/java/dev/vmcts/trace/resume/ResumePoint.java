package dev.vmcts.trace.resume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.StopReason;
import dev.vmcts.search.Budget;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a search goes on: how much of its trace is kept.
 *
 * <p>A line that a kill cut off is not kept, nor is the line that says how the search ended, nor a last failure of the
 * model, which is asked again. A proposal that was cut short because the tokens ran out is not kept when there are more
 * tokens now, so that the search goes on as one that had them from the start.
 *
 * @param file the trace
 * @param header its first line
 * @param length bytes of the file that are kept
 * @param lines lines that are kept, the header included
 * @param recorded the budget that the search had last
 * @param budget the budget that it has from now on
 */
public record ResumePoint(
    Path file, TraceHeader header, long length, long lines, Budget recorded, Budget budget) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads a trace once, in constant memory.
   *
   * @param file the trace, not packed
   * @param raise makes the new budget from the old one
   * @throws IOException if the file cannot be read or no search can go on from it; the message says why
   */
  public static ResumePoint of(Path file, UnaryOperator<Budget> raise) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return new Scan(file, in).run(raise);
    }
  }

  /** One reading of a trace. */
  private static final class Scan {
    private final Path file;
    private final InputStream in;
    private long offset;
    private long length;
    private long lines;
    private long seen;
    private long tokens;
    private long cutLength = -1;
    private long cutLines;

    private Scan(Path file, InputStream in) {
      this.file = file;
      this.in = in;
    }

    private ResumePoint run(UnaryOperator<Budget> raise) throws IOException {
      JsonNode first = line();
      TraceHeader header = header(first);
      keep();
      Budget recorded = header.budget();
      for (JsonNode line = line(); line != null; line = line()) {
        String event = line.path("event").asText();
        if (event.equals("budget")) {
          recorded = TraceJson.budget(line.path("budget"));
          cutLength = -1;
        } else if (event.equals("propose")) {
          propose(line, header, recorded);
        }
        if (!event.equals("end") && !event.equals("model-failure")) {
          keep();
        }
      }
      Budget budget = raise.apply(recorded);
      boolean cut = cutLength >= 0 && budget.tokens() > recorded.tokens();
      return new ResumePoint(
          file, header, cut ? cutLength : length, cut ? cutLines : lines, recorded, budget);
    }

    private void propose(JsonNode line, TraceHeader header, Budget budget) {
      int sampled = line.path("tokens").asInt();
      tokens += sampled;
      if (tokens >= budget.tokens()
          && sampled < header.settings().sampling().maxTokens()
          && line.path("stopReason").asText().equals(StopReason.LENGTH.name())) {
        cutLength = length;
        cutLines = lines;
      }
    }

    private void keep() {
      length = offset;
      lines = seen;
    }

    private TraceHeader header(@Nullable JsonNode line) throws IOException {
      if (line == null || !line.path("event").asText().equals("header")) {
        throw new IOException(file
            + ":1: no trace to go on with: its first line must be a header, not packed with gzip");
      }
      String version = line.path("version").asText();
      if (!line.hasNonNull("source")) {
        throw new IOException(file + ":1: trace version '" + version
            + "' does not hold its problem; a search can go on from 1.2 or later");
      }
      if (!version.startsWith("1.")) {
        throw new IOException(file + ":1: trace version '" + version + "'; this vmcts reads 1.x");
      }
      TraceHeader header = TraceJson.header(line);
      int workers = header.settings().workers();
      if (workers > 1) {
        throw new IOException(file + ":1: a search of " + workers
            + " workers; only one of a single worker can be gone on with, since others never"
            + " go the same way twice");
      }
      return header;
    }

    /** The next whole line; null at the end and where a kill cut a line off. */
    private @Nullable JsonNode line() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int b = in.read();
      while (b >= 0 && b != '\n') {
        bytes.write(b);
        b = in.read();
      }
      offset += bytes.size() + 1L;
      if (b < 0) {
        return null;
      }
      seen++;
      try {
        return JSON.readTree(bytes.toString(StandardCharsets.UTF_8));
      } catch (IOException e) {
        if (in.read() < 0) {
          return null;
        }
        throw new IOException(file + ":" + seen + ": no JSON; the search cannot go on", e);
      }
    }
  }
}
