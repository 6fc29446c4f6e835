package dev.vmcts.cli.trace;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.text.OneLine;
import dev.vmcts.trace.TraceLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a trace as a time line in the JSON format of Chrome's and Perfetto's viewers: model, verifier and search are
 * tracks of their own, for each worker, so that it shows who waits for whom.
 *
 * <p>Traces before 1.2 do not say when things happened; their pieces are put one after the other. In constant memory.
 */
public final class TraceTimeline {

  private static final int SEARCH = 1;
  private static final int MODEL = 2;
  private static final int VERIFIER = 3;
  private static final int NAME_CHARS = 60;

  private final JsonGenerator json;
  private final WorkerOf workerOf = new WorkerOf();
  private final Map<Integer, Expansion> expansions = new TreeMap<>();
  private double now;
  private int worker = WorkerOf.FIRST;

  /** What a worker is at, and since when. */
  private record Expansion(String name, double since) {}

  private TraceTimeline(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes the time line of a trace.
   *
   * @throws IOException if the trace cannot be read or the line cannot be written
   */
  public static void write(Path trace, OutputStream out) throws IOException {
    try (TraceLines lines = TraceLines.open(trace);
        JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      new TraceTimeline(json).write(lines);
    }
  }

  private void write(TraceLines lines) throws IOException {
    json.writeStartObject();
    json.writeStringField("displayTimeUnit", "ms");
    json.writeArrayFieldStart("traceEvents");
    String problem = "vmcts " + lines.header().path("problem").asText();
    int workers = lines.header().at("/settings/workers").asInt(1);
    for (worker = 1; worker <= workers; worker++) {
      name("process_name", 0, workers == 1 ? problem : problem + ", worker " + worker);
      name("thread_name", SEARCH, "search");
      name("thread_name", MODEL, "model");
      name("thread_name", VERIFIER, "verifier");
    }
    for (JsonNode line = lines.next(); line != null; line = lines.next()) {
      add(line);
    }
    for (int last : List.copyOf(expansions.keySet())) {
      worker = last;
      endExpansion();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void add(JsonNode event) throws IOException {
    double took = event.path("durationSeconds").asDouble();
    now = event.path("atSeconds").asDouble(now + took);
    worker = workerOf.event(event);
    String text = event.path("event").asText();
    switch (text) {
      case "expand" -> {
        endExpansion();
        String name = "expansion " + event.path("expansion").asText() + " of #"
            + event.path("node").asText();
        expansions.put(worker, new Expansion(name, now));
      }
      case "propose" -> piece(MODEL, event.path("text").asText(), took, event);
      case "model-failure" ->
        piece(MODEL, "failed: " + event.path("diagnostic").asText(), took, event);
      case "verdict" -> {
        if (event.path("verifierCalls").asInt() > 0) {
          String verdict = event.path("verdict").asText();
          piece(VERIFIER, verdict + ": " + event.path("step").asText(), took, event);
        }
      }
      case "close" -> piece(VERIFIER, "close hole " + event.path("hole").asText(), took, event);
      case "acceptance" -> piece(VERIFIER, "accept: " + event.path("result").asText(), took, event);
      case "solution", "end" -> mark(text);
      default -> {
        // The others take no time.
      }
    }
  }

  private void endExpansion() throws IOException {
    Expansion ended = expansions.remove(worker);
    if (ended != null) {
      start("X", SEARCH, ended.name(), ended.since());
      json.writeNumberField("dur", micros(Math.max(0, now - ended.since())));
      json.writeEndObject();
    }
  }

  /** A stretch of work that ends now. */
  private void piece(int track, String name, double took, JsonNode event) throws IOException {
    start("X", track, name, Math.max(0, now - took));
    json.writeNumberField("dur", micros(took));
    json.writeObjectFieldStart("args");
    for (Map.Entry<String, JsonNode> field : event.properties()) {
      if (field.getValue().isValueNode() && !field.getKey().equals("event")) {
        json.writeStringField(field.getKey(), field.getValue().asText());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void mark(String name) throws IOException {
    start("i", SEARCH, name, now);
    json.writeStringField("s", "p");
    json.writeEndObject();
  }

  private void name(String what, int track, String name) throws IOException {
    start("M", track, what, 0);
    json.writeObjectFieldStart("args");
    json.writeStringField("name", name);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void start(String phase, int track, String name, double at) throws IOException {
    String line = OneLine.of(name);
    json.writeStartObject();
    json.writeStringField("ph", phase);
    json.writeNumberField("pid", worker);
    json.writeNumberField("tid", track);
    json.writeStringField(
        "name", line.length() <= NAME_CHARS ? line : line.substring(0, NAME_CHARS - 2) + "..");
    json.writeNumberField("ts", micros(at));
  }

  private static double micros(double seconds) {
    return Math.round(seconds * 1e9) / 1e3;
  }
}
