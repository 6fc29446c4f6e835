package dev.vmcts.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Sampling;
import dev.vmcts.search.Budget;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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
    assertThat(lines.get(0).path("settings"))
        .hasToString(
            "{\"strategy\":\"VERMCTS\",\"exploration\":3.0,\"wideningPrior\":0.1,\"depthLimit\":40,"
                + "\"chunkLimit\":29,\"sampling\":{\"temperature\":1.0,\"topP\":0.95,\"topK\":0,\"maxTokens\":100,"
                + "\"knownWords\":false,\"scope\":\"\",\"banned\":[]},\"seed\":5,\"progress\":\"NEW\","
                + "\"closers\":\"ON\",\"solvers\":\"OFF\",\"unique\":true,\"repair\":false,\"reflections\":2,\"workers\":6}");
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
  void read_packedWithGzip_givesTheSame() throws Exception {
    Path file = write();
    byte[] plain = Files.readAllBytes(file);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    List<JsonNode> lines = read(file);
    Files.write(file, packed.toByteArray());
    assertThat(read(file)).isEqualTo(lines);
    Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
    assertThat(read(file)).startsWith(lines.get(0));
  }

  @Test
  void read_cutInsideACharacter_isPassedOver() throws Exception {
    Path file = write();
    byte[] whole =
        (Files.readString(file) + "{\"event\":\"verdict\",\"step\":\"∀\"}").getBytes(UTF_8);
    for (int cut = 1; cut < 5; cut++) {
      Files.write(file, Arrays.copyOf(whole, whole.length - cut));
      assertThat(read(file)).hasSize(3);
    }
  }

  @Test
  void event_withKeysThatAreNotKnown_isUnderstood() throws Exception {
    String line =
        "{\"event\":\"expand\",\"expansion\":7,\"node\":3,\"mood\":\"good\",\"atSeconds\":1}";
    assertThat(TraceJson.event(new JsonMapper().readTree(line)))
        .isEqualTo(new SearchEvent.Expand(7, 3, null));
  }

  @Test
  void event_ofAnOlderMinorVersion_isUnderstood() throws Exception {
    String line =
        "{\"event\":\"verdict\",\"expansion\":1,\"step\":\"a.\",\"verdict\":\"rejected\",\"diagnostic\":\"b\","
            + "\"verifierCalls\":1,\"durationSeconds\":0.5}";
    assertThat(TraceJson.event(new JsonMapper().readTree(line)))
        .isEqualTo(new SearchEvent.Checked(
            1, null, "a.", "rejected", null, "b", null, null, null, 1, 0.5, null));
  }

  @Test
  void append_traceThatIsBeingWritten_saysSoAndLeavesIt() throws Exception {
    Path file = write();
    String before = Files.readString(file);
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    TraceHeader header = TraceJson.header(read(file).get(0));
    try (TraceWriter first = TraceWriter.append(file, header, Files.size(file), clock)) {
      assertThatThrownBy(() -> TraceWriter.append(file, header, 0, clock))
          .hasMessageContaining("another search is writing this trace");
      first.on(new SearchEvent.Expand(2, 0, null));
    }
    assertThat(Files.readString(file)).startsWith(before).hasSizeGreaterThan(before.length());
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
        new TraceSource("t", "s", List.of("d"), List.of("a"), List.of("g", "h")),
        "8.16",
        new TraceHeader.VerifierSettings(5, 180, "AUTO"),
        new ModelInfo("m", "cd", 1024, "tiny"),
        null,
        "tiny",
        SearchSettings.paper(new Sampling(1, 0.95, 0, 100), 5).with(s -> {
          s.progress = Progress.NEW;
          s.closers = Closers.ON;
          s.unique = true;
          s.reflections = 2;
          s.workers = 6;
        }),
        new Budget(1, 2, 3, Duration.ofMinutes(1)),
        null,
        "lookup",
        null,
        null);
    try (TraceWriter writer =
        TraceWriter.create(file, header, InstantSource.fixed(Instant.EPOCH))) {
      writer.on(new SearchEvent.Expand(1, 0, null));
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
