package dev.vmcts.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchEvent;
import java.time.Duration;
import java.time.Instant;

/** The lines of traces as JSON and back. Keys that are not known are passed over. Thread-safe. */
public final class TraceJson {

  private static final class Durations extends FromStringDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    private Durations() {
      super(Duration.class);
    }

    @Override
    protected Duration _deserialize(String value, DeserializationContext context) {
      return Duration.parse(value);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder()
      .addModule(new SimpleModule()
          .addSerializer(Duration.class, ToStringSerializer.instance)
          .addDeserializer(Duration.class, new Durations()))
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private TraceJson() {}

  /** The line of a header. */
  static ObjectNode of(TraceHeader header) {
    ObjectNode line = JSON.createObjectNode().put("event", "header");
    line.setAll((ObjectNode) JSON.valueToTree(header));
    return line;
  }

  /**
   * The line of an event.
   *
   * @param atSeconds seconds since the time in the header
   */
  static ObjectNode of(SearchEvent event, double atSeconds) {
    ObjectNode line = JSON.valueToTree(event);
    return line.put("atSeconds", atSeconds);
  }

  /** The line that says that a search goes on with another budget. */
  static ObjectNode of(Budget budget, Instant time, double atSeconds) {
    ObjectNode line = JSON.createObjectNode().put("event", "budget").put("time", time.toString());
    line.set("budget", JSON.valueToTree(budget));
    return line.put("atSeconds", atSeconds);
  }

  /** A header from its line; searches before 1.4 had one worker. */
  public static TraceHeader header(JsonNode line) throws JsonProcessingException {
    ObjectNode whole = line.deepCopy();
    if (whole.path("settings") instanceof ObjectNode settings && !settings.has("workers")) {
      settings.put("workers", 1);
    }
    return JSON.treeToValue(whole, TraceHeader.class);
  }

  /** A budget from the part of a line that holds it. */
  public static Budget budget(JsonNode part) throws JsonProcessingException {
    return JSON.treeToValue(part, Budget.class);
  }

  /** An event from its line. */
  public static SearchEvent event(JsonNode line) throws JsonProcessingException {
    return JSON.treeToValue(line, SearchEvent.class);
  }
}
