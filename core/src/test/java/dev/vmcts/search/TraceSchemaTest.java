package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.search.dialogue.Wish;
import dev.vmcts.trace.TraceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what {@code docs/trace.schema.json} says, and all that it says is written. */
final class TraceSchemaTest {

  private static final Path SCHEMA = Path.of("../docs/trace.schema.json");
  private static final String HOLE = "(* vmcts: hole *)(* vmcts: end *)\n";

  @TempDir
  private Path folder;

  @Test
  void lines_ofSearchesThatMeetEverything_areAsTheSchemaSays() throws Exception {
    JsonNode json = new JsonMapper().readTree(Files.readString(SCHEMA));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
    Set<String> described = keys(json);
    Set<String> written = new HashSet<>();
    for (JsonNode line : lines()) {
      assertThat(schema.validate(line)).as(line.toString()).isEmpty();
      line.fieldNames().forEachRemaining(key -> written.add(event(line) + "." + key));
    }
    // Only a model that the user names has the first, and only real proofs have the others.
    described.removeAll(Set.of("header.modelArgument", "node.goal", "node.goals"));
    assertThat(written).isEqualTo(described);
  }

  @Test
  void validate_lineThatIsWrong_isFoundOut() throws Exception {
    JsonNode json = new JsonMapper().readTree(Files.readString(SCHEMA));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
    JsonNode line = new JsonMapper().readTree("{\"event\":\"expand\",\"expansion\":-1,\"node\":0}");
    assertThat(schema.validate(line)).isNotEmpty();
  }

  private List<JsonNode> lines() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    Path file = folder.resolve("t.jsonl");
    for (Strategy strategy : Strategy.values()) {
      for (String words :
          List.of("open. work. done. idle. no. fail.", "stuck. slow. wait", "lie. slow.")) {
        TraceRun run = new TraceRun(HOLE, strategy, words, 3, TraceRun.BUDGET);
        run.write(file);
        TraceReader.read(file, lines::add);
      }
    }
    new TraceRun(HOLE + HOLE, Strategy.VERMCTS, "open. work. no.", 3, TraceRun.BUDGET, 3)
        .write(file);
    TraceReader.read(file, lines::add);
    new TraceRun(HOLE, Strategy.VERMCTS, "no.", 3, new Budget(5, 60, 60, Duration.ofHours(1)))
        .write(file);
    new TraceRun(HOLE, Strategy.VERMCTS, "no.", 3, TraceRun.BUDGET).resume(file);
    TraceReader.read(file, lines::add);
    Deque<Wish> wishes = new ArrayDeque<>(List.of(
        new Wish.More(3), new Wish.Take(1), new Wish.Write("work. no."), new Wish.Run(3, 60)));
    new TraceRun(HOLE, Strategy.VERMCTS, "open. slow.", 3, TraceRun.BUDGET)
        .write(file, place -> wishes.isEmpty() ? new Wish.Quit() : wishes.remove());
    TraceReader.read(file, lines::add);
    return lines;
  }

  private static Set<String> keys(JsonNode schema) {
    Set<String> keys = new HashSet<>();
    schema
        .path("oneOf")
        .forEach(alternative -> alternative
            .path("properties")
            .fieldNames()
            .forEachRemaining(
                key -> keys.add(alternative.at("/properties/event/const").asText() + "." + key)));
    return keys;
  }

  private static String event(JsonNode line) {
    return line.path("event").asText();
  }
}
