package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Where the time and the tokens of a search went, counted from its trace in constant memory. */
public final class TraceStats {

  /** Time and calls of one sort of work. */
  static final class Work {
    private long calls;
    private double seconds;
    private double longest;

    private void add(long more, double took) {
      calls += more;
      seconds += took;
      longest = Math.max(longest, took);
    }

    long calls() {
      return calls;
    }

    double seconds() {
      return seconds;
    }

    double longest() {
      return longest;
    }
  }

  private static final int DEEPEST = 10_000;

  private String problem = "";
  private String outcome = "NOT_ENDED";
  private final Map<String, Work> work = new LinkedHashMap<>();
  private final Map<String, Long> verdicts = new TreeMap<>();
  private final Map<String, Long> tokensByVerdict = new TreeMap<>();
  private final long[] prefixesByDepth = new long[DEEPEST + 1];
  private long events;
  private long expansions;
  private long prefixes;
  private long tokens;
  private int workers = 1;
  private final WorkerOf workerOf = new WorkerOf();
  private final Map<Integer, Long> tokensOfExpansion = new HashMap<>();
  private long promptTokens;
  private long reusedTokens;
  private long recomputedTokens;
  private long draftedTokens;
  private long acceptedTokens;
  private double draftSavedSeconds;
  private long verifierCalls;
  private long modelFailures;
  private int deepest;
  private double lastAt;
  private double firstAt = -1;
  private double totalSeconds;

  private TraceStats() {
    for (String phase : new String[] {"model", "steps", "closing", "acceptance"}) {
      work.put(phase, new Work());
    }
  }

  /**
   * Counts a trace.
   *
   * @throws IOException if the file cannot be read or is no trace; the message says where
   */
  public static TraceStats of(Path file) throws IOException {
    TraceStats stats = new TraceStats();
    TraceReader.read(file, stats::add);
    return stats;
  }

  private void add(JsonNode event) {
    events++;
    double took = event.path("durationSeconds").asDouble();
    if (event.has("atSeconds")) {
      lastAt = event.path("atSeconds").asDouble();
      firstAt = firstAt < 0 ? lastAt : firstAt;
    }
    int worker = workerOf.event(event);
    switch (event.path("event").asText()) {
      case "header" -> {
        problem = event.path("problem").asText();
        workers = event.at("/settings/workers").asInt(1);
      }
      case "node" -> {
        prefixes++;
        int depth = Math.min(DEEPEST, event.path("depth").asInt());
        deepest = Math.max(deepest, depth);
        prefixesByDepth[depth]++;
      }
      case "expand" -> {
        expansions = event.path("expansion").asLong();
        tokensOfExpansion.remove(worker);
      }
      case "propose" -> {
        of("model").add(1, took);
        tokens += event.path("tokens").asLong();
        tokensOfExpansion.merge(worker, event.path("tokens").asLong(), Long::sum);
        promptTokens += event.path("promptTokens").asLong();
        reusedTokens += event.path("reusedTokens").asLong();
        recomputedTokens += event.path("recomputedTokens").asLong();
        draftedTokens += event.at("/drafts/tokens").asLong();
        acceptedTokens += event.at("/drafts/accepted").asLong();
        draftSavedSeconds += event.at("/drafts/savedSeconds").asDouble();
      }
      case "model-failure" -> {
        of("model").add(1, took);
        modelFailures++;
      }
      case "verdict" -> verdict(event, worker, took);
      case "close" -> verifier("closing", event.path("verifierCalls").asLong(), took);
      case "acceptance" -> verifier("acceptance", 1, took);
      case "end" -> {
        outcome = event.path("outcome").asText();
        totalSeconds = event.path("statistics").path("totalSeconds").asDouble();
      }
      default -> {
        // Later minor versions may add events; they take no time that is counted here.
      }
    }
  }

  private void verdict(JsonNode event, int worker, double took) {
    String verdict = event.path("verdict").asText();
    verdicts.merge(verdict, 1L, Long::sum);
    Long spent = tokensOfExpansion.remove(worker);
    tokensByVerdict.merge(verdict, spent == null ? 0 : spent, Long::sum);
    verifier("steps", event.path("verifierCalls").asLong(), took);
  }

  private void verifier(String phase, long calls, double took) {
    if (calls > 0) {
      of(phase).add(calls, took);
      verifierCalls += calls;
    }
  }

  private Work of(String phase) {
    return work.computeIfAbsent(phase, p -> new Work());
  }

  String problem() {
    return problem;
  }

  String outcome() {
    return outcome;
  }

  /** Model, steps, closing of holes, acceptance of programs. */
  Map<String, Work> work() {
    return work;
  }

  Map<String, Long> verdicts() {
    return verdicts;
  }

  /** Sampled tokens by the verdict that the text was given. */
  Map<String, Long> tokensByVerdict() {
    return tokensByVerdict;
  }

  long events() {
    return events;
  }

  long expansions() {
    return expansions;
  }

  long prefixes() {
    return prefixes;
  }

  long tokens() {
    return tokens;
  }

  long promptTokens() {
    return promptTokens;
  }

  long reusedTokens() {
    return reusedTokens;
  }

  /** Tokens of prompts that were computed although they had been before; 0 for traces before 1.5. */
  long recomputedTokens() {
    return recomputedTokens;
  }

  /** Guessed tokens that were computed; 0 without drafts. */
  long draftedTokens() {
    return draftedTokens;
  }

  /** Guessed tokens that were then drawn. */
  long acceptedTokens() {
    return acceptedTokens;
  }

  /** Wall time that drafts have saved, as the model's process estimates it; negative where they cost some. */
  double draftSavedSeconds() {
    return draftSavedSeconds;
  }

  long verifierCalls() {
    return verifierCalls;
  }

  long modelFailures() {
    return modelFailures;
  }

  /** Most steps of a prefix. */
  int depth() {
    return deepest;
  }

  /** Most prefixes of one depth. */
  long width() {
    long widest = 0;
    for (long count : prefixesByDepth) {
      widest = Math.max(widest, count);
    }
    return widest;
  }

  /** Wall time; of a trace that was cut off, up to its last event; 0 when an old trace does not tell. */
  double totalSeconds() {
    return totalSeconds > 0 ? totalSeconds : lastAt - Math.max(0, firstAt);
  }

  /** Wall time in the model, that of all workers added up. */
  double modelSeconds() {
    return of("model").seconds();
  }

  /** Expansions that were under way at once. */
  int workers() {
    return workers;
  }

  /** Wall time of all workers. */
  double workerSeconds() {
    return workers * totalSeconds();
  }

  /** Wall time of all workers in neither model nor verifier. */
  double searchSeconds() {
    double busy = work.values().stream().mapToDouble(Work::seconds).sum();
    return Math.max(0, workerSeconds() - busy);
  }
}
