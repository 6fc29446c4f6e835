package dev.vmcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.SearchSettings.Strategy;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceReader;
import dev.vmcts.trace.TraceWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what {@code docs/trace.schema.json} says, and all that it says is written. */
final class TraceSchemaTest {

  private static final Path SCHEMA = Path.of("../docs/trace.schema.json");

  @TempDir
  private Path folder;

  @Test
  void lines_ofSearchesThatMeetEverything_areAsTheSchemaSays() throws Exception {
    JsonNode schema = new JsonMapper().readTree(Files.readString(SCHEMA));
    List<JsonNode> lines = new ArrayList<>();
    for (Strategy strategy : Strategy.values()) {
      for (String words : List.of("open. work. done. idle. no. fail.", "stuck. lie. slow. wait")) {
        lines.addAll(trace(strategy, words.split(" ", -1)));
      }
    }
    for (JsonNode line : lines) {
      assertThat(faults(schema, line)).as(line.toString()).isEmpty();
    }
    List<String> described = StreamSupport.stream(schema.path("oneOf").spliterator(), false)
        .map(TraceSchemaTest::event)
        .toList();
    assertThat(lines.stream().map(l -> l.path("event").asText()).distinct())
        .containsExactlyInAnyOrderElementsOf(described);
  }

  private List<JsonNode> trace(Strategy strategy, String[] words) throws Exception {
    Problem problem =
        ProblemReader.parse("p.v", Language.COQ, "(* vmcts: hole *)(* vmcts: end *)\n");
    FakeModel model = new FakeModel((prompt, seed) -> {
      String word = words[new SplittableRandom(seed).nextInt(words.length)];
      if (word.equals("fail.")) {
        throw new TransientModelException("failed");
      }
      return strategy == Strategy.WHOLE ? String.join(" ", words) : word;
    });
    FakeVerifier verifier = new FakeVerifier();
    SearchSettings settings = new SearchSettings(
        strategy,
        3,
        0.1,
        5,
        4,
        new Sampling(1, 1, 0, 50),
        3,
        Progress.NEW,
        Closers.ON,
        SearchSettings.Solvers.OFF);
    Budget budget = new Budget(1000, 60, 10_000, Duration.ofHours(1));
    PromptStyle style = PromptStyle.named("tiny");
    Path file = folder.resolve("t.jsonl");
    TraceHeader header = new TraceHeader(
        TraceHeader.VERSION,
        "0.1",
        "2026-01-01T00:00:00Z",
        problem.name(),
        problem.sha256(),
        problem.language().name(),
        "8.16",
        model.info(),
        style.id(),
        settings,
        budget);
    try (TraceWriter writer = TraceWriter.create(file, header)) {
      new Search(
              verifier,
              model,
              new PromptRenderer(style, verifier.stepReader()),
              settings,
              budget,
              InstantSource.fixed(Instant.EPOCH))
          .run(problem, writer);
    }
    List<JsonNode> lines = new ArrayList<>();
    TraceReader.read(file, lines::add);
    return lines;
  }

  private static String event(JsonNode alternative) {
    return alternative.path("properties").path("event").path("const").asText();
  }

  /** What a line has against the one alternative that is meant for its event. */
  private static List<String> faults(JsonNode schema, JsonNode line) {
    List<String> faults = new ArrayList<>();
    for (JsonNode alternative : schema.path("oneOf")) {
      if (event(alternative).equals(line.path("event").asText())) {
        check(schema, alternative, line, "", faults);
        line.fieldNames().forEachRemaining(name -> {
          if (!alternative.path("properties").has(name)) {
            faults.add("not described: " + name);
          }
        });
        return faults;
      }
    }
    return List.of("no such event");
  }

  /** The part of JSON Schema that the schema uses; any other keyword fails. */
  private static void check(
      JsonNode root, JsonNode schema, JsonNode value, String where, List<String> faults) {
    schema.properties().forEach(rule -> {
      JsonNode wanted = rule.getValue();
      boolean fine = switch (rule.getKey()) {
        case "description", "format" -> true;
        case "const" -> value.equals(wanted);
        case "enum" -> StreamSupport.stream(wanted.spliterator(), false).anyMatch(value::equals);
        case "pattern" -> value.asText().matches(wanted.asText());
        case "minimum" -> value.asDouble() >= wanted.asDouble();
        case "maximum" -> value.asDouble() <= wanted.asDouble();
        case "minItems" -> value.size() >= wanted.asInt();
        case "type" ->
          switch (wanted.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> fail("type " + wanted);
          };
        case "required" ->
          StreamSupport.stream(wanted.spliterator(), false).allMatch(n -> value.has(n.asText()));
        case "properties" -> {
          wanted.properties().forEach(property -> {
            if (value.has(property.getKey())) {
              check(
                  root,
                  property.getValue(),
                  value.get(property.getKey()),
                  where + "/" + property.getKey(),
                  faults);
            }
          });
          yield true;
        }
        case "items" -> {
          value.forEach(item -> check(root, wanted, item, where + "[]", faults));
          yield true;
        }
        case "$ref" -> {
          check(root, root.at(wanted.asText().substring(1)), value, where, faults);
          yield true;
        }
        default -> fail("keyword " + rule.getKey());
      };
      if (!fine) {
        faults.add(where + " " + rule.getKey() + " " + wanted);
      }
    });
  }
}
