package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.Step;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceJson;
import dev.vmcts.trace.TraceLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of a trace, with what was rejected where. */
final class TraceTree {

  /** A verified prefix. */
  static final class Prefix {
    private final int id;
    private final @Nullable Prefix parent;
    private final String step;
    private final RecordedState state;
    private final List<Prefix> children = new ArrayList<>();
    private final Set<String> rejected = new LinkedHashSet<>();
    private int visits;
    private int value;

    private Prefix(int id, @Nullable Prefix parent, String step, RecordedState state) {
      this.id = id;
      this.parent = parent;
      this.step = step;
      this.state = state;
    }

    int id() {
      return id;
    }

    /** The step that led here; empty for the root and where only a hole was closed. */
    String step() {
      return step;
    }

    RecordedState state() {
      return state;
    }

    List<Prefix> children() {
      return children;
    }

    /** Steps that the verifier rejected here, in order. */
    Set<String> rejected() {
      return rejected;
    }

    /** The mean of the rewards that came up through it, -1 to 1. */
    double mean() {
      return visits == 0 ? 0 : (double) value / visits;
    }

    /** The prefixes from the root to this one that a step led to. */
    List<Prefix> path() {
      Deque<Prefix> path = new ArrayDeque<>();
      for (Prefix prefix = this; prefix.parent != null; prefix = prefix.parent) {
        if (!prefix.step.isEmpty()) {
          path.addFirst(prefix);
        }
      }
      return List.copyOf(path);
    }

    /** The steps from the root to here, as prompts show them. */
    List<Step> steps() {
      return path().stream()
          .map(prefix -> new Step(parentOf(prefix).state, prefix.step))
          .toList();
    }

    private static Prefix parentOf(Prefix prefix) {
      return prefix.parent == null ? prefix : prefix.parent;
    }
  }

  private final TraceHeader header;
  private final Problem problem;
  private final Map<Integer, Prefix> prefixes = new LinkedHashMap<>();
  private int expanded;
  private int solution = -1;

  private TraceTree(TraceHeader header, Problem problem) {
    this.header = header;
    this.problem = problem;
  }

  /**
   * Reads a trace.
   *
   * @return its tree; null when the trace is too old to hold its problem
   */
  static @Nullable TraceTree of(Path file) throws IOException {
    try (TraceLines lines = TraceLines.open(file)) {
      TraceHeader header = TraceJson.header(lines.header());
      if (header.source() == null) {
        return null;
      }
      Problem problem =
          header.source().problem(header.problem(), Language.valueOf(header.language()));
      TraceTree tree = new TraceTree(header, problem);
      for (JsonNode line = lines.next(); line != null; line = lines.next()) {
        tree.add(line);
      }
      return tree;
    }
  }

  private void add(JsonNode event) {
    switch (event.path("event").asText()) {
      case "node" -> {
        Prefix parent =
            event.hasNonNull("parent") ? prefixes.get(event.path("parent").asInt()) : null;
        int id = event.path("node").asInt();
        RecordedState state = RecordedState.of(event, problem.holes().size());
        Prefix prefix = new Prefix(id, parent, event.path("step").asText(), state);
        prefixes.put(id, prefix);
        if (parent != null) {
          parent.children.add(prefix);
        }
      }
      case "expand" -> expanded = event.path("node").asInt();
      case "verdict" -> {
        Prefix at = prefixes.get(event.path("node").asInt(expanded));
        if (at != null && event.path("verdict").asText().equals("rejected")) {
          at.rejected.add(event.path("step").asText());
        }
      }
      case "backpropagate" -> {
        for (Prefix p = prefixes.get(event.path("node").asInt()); p != null; p = p.parent) {
          p.visits++;
          p.value += event.path("reward").asInt();
        }
      }
      case "solution" -> solution = event.path("node").asInt();
      default -> {
        // The others change no tree.
      }
    }
  }

  TraceHeader header() {
    return header;
  }

  Problem problem() {
    return problem;
  }

  Iterable<Prefix> prefixes() {
    return prefixes.values();
  }

  /** The complete prefix of the solution; null when there is none, or the search kept no tree. */
  @Nullable
  Prefix solution() {
    Prefix last = null;
    for (Prefix prefix : prefixes.values()) {
      if (solution >= 0 && prefix.state.complete()) {
        last = prefix;
      }
    }
    return last;
  }
}
