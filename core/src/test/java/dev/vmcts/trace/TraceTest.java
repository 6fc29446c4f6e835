package dev.vmcts.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Sampling;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.SearchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceTest {

  @TempDir
  private Path folder;

  @Test
  void read_whatWasWritten_givesItBack() throws Exception {
    Path file = write();
    List<JsonNode> lines = read(file);
    assertThat(lines)
        .extracting(l -> l.path("event").asText())
        .containsExactly("header", "expand", "backpropagate");
    assertThat(lines.get(0).path("settings").path("seed").asLong()).isEqualTo(5);
    assertThat(lines.get(0).path("budget").path("time").asText()).isEqualTo("PT1M");
    assertThat(lines.get(2).path("reward").asInt()).isEqualTo(-1);
  }

  @Test
  void read_lastLineCutOff_isPassedOver() throws Exception {
    Path file = write();
    String text = Files.readString(file);
    for (int cut = 1; cut < 40; cut++) {
      Files.writeString(file, text.substring(0, text.length() - cut));
      assertThat(read(file)).hasSizeBetween(2, 3);
    }
  }

  @Test
  void read_noTrace_saysWhereAndWhat() throws Exception {
    Path file = folder.resolve("x.jsonl");
    Files.writeString(file, "{\"event\":\"expand\"}\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.jsonl:1: no trace");
    Files.writeString(file, "");
    assertThatThrownBy(() -> read(file)).hasMessageContaining("x.jsonl:1: no trace");
    Files.writeString(file, "{\"event\":\"header\",\"version\":\"2.0\"}\n");
    assertThatThrownBy(() -> read(file))
        .hasMessageContaining("trace version '2.0'; this vmcts reads 1.x");
    Files.writeString(file, "{\"event\":\"header\",\"version\":\"1.9\"}\nnonsense\n{}\n");
    assertThatThrownBy(() -> read(file)).hasMessageContaining("x.jsonl:2: no JSON");
  }

  private Path write() throws IOException {
    Path file = folder.resolve("t.jsonl");
    TraceHeader header = new TraceHeader(
        TraceHeader.VERSION,
        "0.1",
        "2026-01-01T00:00:00Z",
        "p.v",
        "ab",
        "COQ",
        "8.16",
        new ModelInfo("m", "cd", 1024, "tiny"),
        "tiny",
        new SearchSettings(
            SearchSettings.Strategy.VERMCTS,
            3,
            0.1,
            40,
            29,
            new Sampling(1, 0.95, 0, 100),
            5,
            SearchSettings.Progress.NEW,
            SearchSettings.Closers.ON,
            SearchSettings.Solvers.OFF),
        new Budget(1, 2, 3, Duration.ofMinutes(1)));
    try (TraceWriter writer = TraceWriter.create(file, header)) {
      writer.on(new SearchEvent.Expand(1, 0));
      writer.on(new SearchEvent.Backpropagate(1, 0, -1));
    }
    return file;
  }

  private static List<JsonNode> read(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    TraceReader.read(file, lines::add);
    return lines;
  }
}
