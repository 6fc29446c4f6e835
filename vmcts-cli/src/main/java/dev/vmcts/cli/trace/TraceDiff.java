package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.trace.TraceLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What parts two traces: where they part first, and what differs then.
 *
 * <p>Times are not compared, nor what the model's cache held, nor which vmcts wrote them. In constant memory.
 */
public final class TraceDiff {

  private static final Set<String> NOT_COMPARED =
      Set.of("time", "reusedTokens", "recomputedTokens", "drafts", "vmcts", "version");

  /**
   * A difference.
   *
   * @param key where in the line, such as {@code settings.seed}
   * @param a what the first trace has, as JSON; null for nothing
   * @param b what the second trace has
   */
  public record Difference(
      String key, @Nullable String a, @Nullable String b) {}

  private final List<Difference> header = new ArrayList<>();
  private final List<Difference> first = new ArrayList<>();
  private long line;
  private long expansion;
  private @Nullable JsonNode lineA;
  private @Nullable JsonNode lineB;
  private final TraceStats statsA;
  private final TraceStats statsB;

  private TraceDiff(TraceStats statsA, TraceStats statsB) {
    this.statsA = statsA;
    this.statsB = statsB;
  }

  /**
   * Compares two traces.
   *
   * @throws IOException if one cannot be read; the message says which and where
   */
  public static TraceDiff of(Path a, Path b) throws IOException {
    TraceDiff diff = new TraceDiff(TraceStats.of(a), TraceStats.of(b));
    try (TraceLines linesA = TraceLines.open(a);
        TraceLines linesB = TraceLines.open(b)) {
      compare("", linesA.header(), linesB.header(), diff.header);
      diff.firstDifference(linesA, linesB);
    }
    return diff;
  }

  private void firstDifference(TraceLines linesA, TraceLines linesB) throws IOException {
    JsonNode a = event(linesA);
    JsonNode b = event(linesB);
    while (a != null || b != null) {
      compare("", a, b, first);
      if (!first.isEmpty()) {
        line = linesA.number();
        lineA = a;
        lineB = b;
        return;
      }
      if (a != null) {
        expansion = a.path("expansion").asLong(expansion);
      }
      a = event(linesA);
      b = event(linesB);
    }
  }

  /** The next line that tells of the search itself. */
  private static @Nullable JsonNode event(TraceLines lines) throws IOException {
    JsonNode line = lines.next();
    while (line != null && line.path("event").asText().equals("budget")) {
      line = lines.next();
    }
    return line;
  }

  private static void compare(
      String key, @Nullable JsonNode a, @Nullable JsonNode b, List<Difference> differences) {
    if (a != null && b != null && a.isObject() && b.isObject()) {
      Set<String> names = new TreeSet<>();
      a.fieldNames().forEachRemaining(names::add);
      b.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (!NOT_COMPARED.contains(name) && !isTime(name)) {
          compare(key.isEmpty() ? name : key + "." + name, a.get(name), b.get(name), differences);
        }
      }
    } else if (a == null ? b != null : !a.equals(b)) {
      differences.add(
          new Difference(key, a == null ? null : a.toString(), b == null ? null : b.toString()));
    }
  }

  private static boolean isTime(String name) {
    return name.endsWith("Seconds") && !name.equals("stepSeconds") && !name.equals("acceptSeconds");
  }

  /** Whether the same search is told. */
  public boolean same() {
    return first.isEmpty();
  }

  /** The comparison in lines for people. */
  public String lines() {
    StringBuilder text = new StringBuilder();
    for (Difference difference : header) {
      text.append("header: ").append(words(difference)).append('\n');
    }
    if (same()) {
      return text.append("the same search: ")
          .append(statsA.events())
          .append(" events alike but for times")
          .toString();
    }
    text.append("first difference: line %d, after expansion %d%n".formatted(line, expansion));
    text.append("  A: ").append(shown(lineA)).append('\n');
    text.append("  B: ").append(shown(lineB)).append('\n');
    if (lineA != null && lineB != null) {
      first.forEach(d -> text.append("  ").append(words(d)).append('\n'));
    }
    totals().forEach(d -> text.append("in all: ").append(words(d)).append('\n'));
    return text.toString().stripTrailing();
  }

  /** The comparison as one JSON object. */
  public ObjectNode json() {
    ObjectNode json = new JsonMapper().createObjectNode().put("same", same());
    list(json.putArray("header"), header);
    if (!same()) {
      ObjectNode parted = json.putObject("first").put("line", line).put("expansion", expansion);
      parted.set("a", lineA);
      parted.set("b", lineB);
      list(parted.putArray("differences"), first);
      list(json.putArray("totals"), totals());
    }
    return json;
  }

  private List<Difference> totals() {
    List<Difference> differences = new ArrayList<>();
    ObjectNode a = StatsText.json(statsA);
    ObjectNode b = StatsText.json(statsB);
    a.remove("seconds");
    b.remove("seconds");
    compare("", a, b, differences);
    return differences;
  }

  private static void list(ArrayNode json, List<Difference> differences) {
    for (Difference d : differences) {
      json.addObject().put("key", d.key()).put("a", d.a()).put("b", d.b());
    }
  }

  private static String words(Difference d) {
    return d.key() + ": " + cut(d.a()) + " | " + cut(d.b());
  }

  private static String shown(@Nullable JsonNode line) {
    return line == null ? "(the trace ends)" : cut(line.toString());
  }

  private static String cut(@Nullable String text) {
    if (text == null) {
      return "(nothing)";
    }
    return text.length() <= 300 ? text : text.substring(0, 298) + "..";
  }
}
