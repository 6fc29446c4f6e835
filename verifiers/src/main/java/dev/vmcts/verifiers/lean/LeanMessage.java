package dev.vmcts.verifiers.lean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of what {@code lean --json} prints.
 *
 * @param severity error, warning or information
 * @param kind Lean's name for the sort of message; {@code [anonymous]} for most
 * @param file the file that it is about
 * @param line the line that it is about, from 1
 * @param column the column, from 0, in code points
 * @param endLine the line of the end; -1 where Lean tells none
 * @param endColumn the column after the last character, -1 where Lean tells none
 * @param text the message
 */
record LeanMessage(
    String severity,
    String kind,
    String file,
    int line,
    int column,
    int endLine,
    int endColumn,
    String text) {

  private static final JsonMapper JSON = new JsonMapper();

  boolean isError() {
    return severity.equals("error");
  }

  /** Whether it says that a declaration rests on a gap. */
  boolean tellsOfGap() {
    return kind.equals("hasSorry")
        || (severity.equals("warning") && text.startsWith("declaration uses 'sorry'"))
        || (severity.equals("warning") && text.startsWith("declaration uses `sorry`"));
  }

  /** Where and what, on one line. */
  String shown() {
    return "line " + line + ": " + text.strip();
  }

  /** The messages of an output; empty when a line of it is no message. */
  static Optional<List<LeanMessage>> parse(String output) {
    List<LeanMessage> messages = new ArrayList<>();
    for (String line : output.split("\\R", -1)) {
      if (!line.isBlank()) {
        Optional<LeanMessage> message = ofLine(line);
        if (message.isEmpty()) {
          return Optional.empty();
        }
        messages.add(message.get());
      }
    }
    return Optional.of(messages);
  }

  private static Optional<LeanMessage> ofLine(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      JsonNode at = json.path("pos");
      JsonNode end = json.path("endPos");
      if (!json.path("severity").isTextual() || !json.path("data").isTextual() || !at.isObject()) {
        return Optional.empty();
      }
      return Optional.of(new LeanMessage(
          json.path("severity").asText(),
          json.path("kind").asText("[anonymous]"),
          json.path("fileName").asText(),
          at.path("line").asInt(),
          at.path("column").asInt(),
          end.path("line").asInt(-1),
          end.path("column").asInt(-1),
          json.path("data").asText()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
