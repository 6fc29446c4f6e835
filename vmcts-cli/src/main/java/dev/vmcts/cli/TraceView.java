package dev.vmcts.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.text.OneLine;
import dev.vmcts.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a trace tells a person: the tree, the path to the solution, where time and tokens went. */
final class TraceView {

  private static final class Node {
    private final int id;
    private final @Nullable Integer parent;
    private final String step;
    private final int depth;
    private final @Nullable String goal;
    private final boolean byPerson;
    private final List<Node> children = new ArrayList<>();
    private int visits;
    private int value;
    private int refused;

    private Node(JsonNode event) {
      id = event.path("node").asInt();
      parent = event.hasNonNull("parent") ? event.path("parent").asInt() : null;
      step = event.path("step").asText();
      depth = event.path("depth").asInt();
      goal = event.hasNonNull("goal") ? event.path("goal").asText() : null;
      byPerson = event.path("by").asText().equals("person");
    }
  }

  private final Map<Integer, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private @Nullable JsonNode header;
  private @Nullable JsonNode end;
  private int solution = -1;
  private int expanded;
  private long tokens;
  private long promptTokens;
  private long reusedTokens;
  private long expansions;
  private long verifierCalls;
  private double modelSeconds;
  private double verifierSeconds;

  private TraceView() {}

  /** Reads a trace. */
  static TraceView of(Path file) throws IOException {
    TraceView view = new TraceView();
    TraceReader.read(file, view::add);
    return view;
  }

  private void add(JsonNode event) {
    switch (event.path("event").asText()) {
      case "header" -> header = event;
      case "node" -> addNode(new Node(event));
      case "expand" -> {
        expansions = event.path("expansion").asLong();
        expanded = event.path("node").asInt();
      }
      case "propose" -> {
        tokens += event.path("tokens").asLong();
        promptTokens += event.path("promptTokens").asLong();
        reusedTokens += event.path("reusedTokens").asLong();
        modelSeconds += event.path("durationSeconds").asDouble();
      }
      case "verdict" -> {
        String verdict = event.path("verdict").asText();
        verdicts.merge(verdict, 1, Integer::sum);
        verifierCalls += event.path("verifierCalls").asLong();
        verifierSeconds += event.path("durationSeconds").asDouble();
        Node node = nodes.get(event.path("node").asInt(expanded));
        if (node != null && !verdict.equals("verified")) {
          node.refused++;
        }
      }
      case "backpropagate" ->
        backpropagate(event.path("node").asInt(), event.path("reward").asInt());
      case "model-failure" -> modelSeconds += event.path("durationSeconds").asDouble();
      case "close" -> {
        verifierCalls += event.path("verifierCalls").asLong();
        verifierSeconds += event.path("durationSeconds").asDouble();
      }
      case "acceptance" -> {
        verifierCalls++;
        verifierSeconds += event.path("durationSeconds").asDouble();
      }
      case "solution" -> solution = event.path("node").asInt();
      case "end" -> end = event;
      default -> {
        // Later minor versions may add events; they tell nothing that is shown here.
      }
    }
  }

  private void addNode(Node node) {
    nodes.put(node.id, node);
    Node parent = node.parent == null ? null : nodes.get(node.parent);
    if (parent != null) {
      parent.children.add(node);
    }
  }

  private void backpropagate(int from, int reward) {
    for (Node node = nodes.get(from);
        node != null;
        node = node.parent == null ? null : nodes.get(node.parent)) {
      node.visits++;
      node.value += reward;
    }
  }

  /**
   * Which prefixes are drawn.
   *
   * @param pathOnly only those on the way to the solution, or to the deepest prefix
   * @param depth most steps
   * @param visits least visits
   */
  record Filter(boolean pathOnly, int depth, int visits) {}

  /** The tree, a prefix a line: its id, visits, mean reward, refused proposals, step, whether a person wrote it, and goal. */
  String tree(Filter filter) {
    Set<Integer> path = path();
    StringBuilder text = new StringBuilder();
    Deque<Line> lines = new ArrayDeque<>();
    Node root = nodes.get(0);
    if (root != null) {
      lines.push(new Line(root, "", ""));
    }
    // Without recursion: proofs may be thousands of steps deep.
    while (!lines.isEmpty()) {
      draw(text, lines.pop(), path, filter, lines);
    }
    return text.toString();
  }

  private record Line(Node node, String first, String rest) {}

  /** The prefixes on the way to the solution, or to the deepest prefix when there is none. */
  private Set<Integer> path() {
    Node last = null;
    for (Node node : nodes.values()) {
      if (solution >= 0 ? node.id >= solution : last == null || node.depth > last.depth) {
        last = node;
      }
    }
    Set<Integer> path = new HashSet<>();
    for (Node node = last;
        node != null;
        node = node.parent == null ? null : nodes.get(node.parent)) {
      path.add(node.id);
    }
    return path;
  }

  private static void draw(
      StringBuilder text, Line line, Set<Integer> path, Filter filter, Deque<Line> lines) {
    Node node = line.node();
    text.append(line.first())
        .append(path.contains(node.id) ? "* " : "  ")
        .append(label(node))
        .append('\n');
    List<Node> children = node.children.stream()
        .filter(c -> !filter.pathOnly() || path.contains(c.id))
        .filter(c -> c.depth <= filter.depth() && c.visits >= filter.visits())
        .toList();
    // A chain is drawn straight down: proofs are deep and narrow.
    boolean chain = children.size() == 1;
    for (int i = children.size() - 1; i >= 0; i--) {
      boolean last = i == children.size() - 1;
      String branch = chain ? "" : last ? "└─" : "├─";
      String below = chain ? "" : last ? "  " : "│ ";
      lines.push(new Line(children.get(i), line.rest() + branch, line.rest() + below));
    }
  }

  private static String label(Node node) {
    String step = node.step.isEmpty()
        ? (node.parent == null ? "(root)" : "(hole closed)")
        : OneLine.of(node.step);
    String goal = node.goal == null ? "" : "   " + cut(node.goal, 90);
    double mean = node.visits == 0 ? 0 : (double) node.value / node.visits;
    return "#%d %dx %+.2f %s%s%s%s"
        .formatted(
            node.id,
            node.visits,
            mean,
            node.refused == 0 ? "" : "-" + node.refused + " ",
            cut(step, 70),
            node.byPerson ? " (by a person)" : "",
            goal);
  }

  /** Where the time and the tokens went, in a few lines. */
  String summary() {
    JsonNode stats = end == null ? null : end.path("statistics");
    double total = stats == null ? 0 : stats.path("totalSeconds").asDouble();
    String outcome = end == null ? "not ended" : end.path("outcome").asText();
    StringBuilder text = new StringBuilder();
    if (header != null) {
      text.append("%s, strategy %s, seed %s, model %s%n"
          .formatted(
              header.path("problem").asText(),
              header.path("settings").path("strategy").asText(),
              header.path("settings").path("seed").asText(),
              header.path("model").path("id").asText()));
    }
    text.append(
        "%s: %d expansions, %d prefixes, %d tokens (of %d prompt tokens, %d reused), %d verifier calls%n"
            .formatted(
                outcome,
                expansions,
                nodes.size(),
                tokens,
                promptTokens,
                reusedTokens,
                verifierCalls));
    text.append("verdicts: ").append(verdicts).append(System.lineSeparator());
    text.append("time: model %.2f s, verifier %.2f s".formatted(modelSeconds, verifierSeconds));
    if (total > 0) {
      double overhead = total - modelSeconds - verifierSeconds;
      text.append(", search %.2f s (%.1f %%), total %.2f s"
          .formatted(overhead, 100 * overhead / total, total));
    }
    return text.toString();
  }

  /** The summary as one JSON object. */
  String json() {
    ObjectNode json = new JsonMapper().createObjectNode();
    json.put("outcome", end == null ? "NOT_ENDED" : end.path("outcome").asText());
    json.put("expansions", expansions);
    json.put("prefixes", nodes.size());
    json.put("tokens", tokens);
    json.put("promptTokens", promptTokens);
    json.put("reusedTokens", reusedTokens);
    json.put("verifierCalls", verifierCalls);
    json.put("modelSeconds", modelSeconds);
    json.put("verifierSeconds", verifierSeconds);
    if (end != null) {
      json.put("totalSeconds", end.path("statistics").path("totalSeconds").asDouble());
    }
    ObjectNode counts = json.putObject("verdicts");
    verdicts.forEach(counts::put);
    return json.toString();
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit - 2) + "..";
  }
}
