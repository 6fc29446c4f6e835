package dev.vmcts.verifiers.lean;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines and columns of a text, from 0 and in UTF-16 units, as the language server protocol counts them. */
final class LeanPositions {

  private final int length;
  private final List<Integer> lines = new ArrayList<>(List.of(0));

  LeanPositions(String text) {
    this.length = text.length();
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines.add(i + 1);
    }
  }

  /** The position of an index. */
  Map<String, Object> at(int index) {
    int line = lines.size() - 1;
    while (line > 0 && lines.get(line) > index) {
      line--;
    }
    return Map.of("line", line, "character", index - lines.get(line));
  }

  /** A message of the server, by indices; of several ranges the full one counts. */
  LeanDiagnostic diagnostic(JsonNode json) {
    JsonNode range = json.has("fullRange") ? json.path("fullRange") : json.path("range");
    return new LeanDiagnostic(
        json.path("severity").asInt() == 1,
        index(range.path("start")),
        index(range.path("end")),
        json.path("message").asText());
  }

  private int index(JsonNode position) {
    int line = Math.max(0, position.path("line").asInt());
    return line >= lines.size()
        ? length
        : Math.min(length, lines.get(line) + position.path("character").asInt());
  }
}
