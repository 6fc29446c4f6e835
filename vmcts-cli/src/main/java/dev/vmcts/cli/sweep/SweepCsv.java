package dev.vmcts.cli.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The runs of a sweep as comma-separated values (RFC 4180), with a header; columns are the keys of {@code runs.jsonl}. */
final class SweepCsv {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String END = "\r\n";

  private SweepCsv() {}

  static String text(List<SweepRun> runs) {
    List<String> columns = Arrays.stream(SweepRun.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
    StringBuilder text = new StringBuilder(String.join(",", columns)).append(END);
    for (SweepRun run : runs) {
      JsonNode values = JSON.valueToTree(run);
      text.append(columns.stream()
              .map(column -> quoted(values.get(column).asText()))
              .collect(Collectors.joining(",")))
          .append(END);
    }
    return text.toString();
  }

  private static String quoted(String value) {
    return value.matches("[^\",\r\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
