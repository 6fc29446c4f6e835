package dev.vmcts.cli;

import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Sampling;
import dev.vmcts.search.Budget;
import dev.vmcts.search.Outcome;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.SearchSettings;
import dev.vmcts.search.Statistics;
import dev.vmcts.trace.TraceHeader;
import dev.vmcts.trace.TraceSource;
import dev.vmcts.trace.TraceWriter;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the trace of a search that never was, as large as wanted. */
final class LargeTrace {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String HASH = "0".repeat(64);

  private LargeTrace() {}

  /**
   * Writes a trace.
   *
   * @param prefixes prefixes besides the root; five events each
   */
  static void write(Path file, int prefixes) throws IOException {
    AtomicLong millis = new AtomicLong();
    Budget budget = new Budget(1_000_000_000, 1_000_000_000, 1_000_000_000, Duration.ofDays(1));
    TraceHeader header = new TraceHeader(
        TraceHeader.VERSION,
        "0.1",
        START.toString(),
        "large.v",
        HASH,
        "COQ",
        new TraceSource("", "", List.of(), List.of(), List.of("Lemma a : x = x.\n", "\n")),
        "8.16",
        new TraceHeader.VerifierSettings(5, 180, "AUTO"),
        new ModelInfo("m", "", 1024, "tiny"),
        null,
        "tiny",
        SearchSettings.paper(new Sampling(1, 1, 0, 50), 1),
        budget,
        null,
        null,
        null,
        null);
    SplittableRandom random = new SplittableRandom(1);
    List<Integer> depths = new ArrayList<>(List.of(0));
    try (TraceWriter out =
        TraceWriter.create(file, header, () -> START.plusMillis(millis.incrementAndGet()))) {
      out.on(new SearchEvent.NodeAdded(0, null, "", 0, 0, 1, "|- x = x", goals(0), null));
      for (int id = 1; id <= prefixes; id++) {
        int parent = Math.max(0, id - 1 - random.nextInt(Math.min(id, 60)));
        parent = depths.get(parent) >= 38 ? 0 : parent;
        depths.add(depths.get(parent) + 1);
        boolean good = random.nextInt(3) > 0;
        String step = "rewrite lemma_" + random.nextInt(1000) + " in H" + id + ".";
        out.on(new SearchEvent.Expand(id, parent, null));
        out.on(new SearchEvent.Propose(
            id,
            parent,
            "model",
            HASH,
            random.nextLong(),
            null,
            step,
            9,
            -2.5,
            "STOP",
            200,
            150,
            1,
            null,
            0.2));
        out.on(new SearchEvent.Checked(
            id,
            parent,
            step,
            "verified",
            null,
            null,
            null,
            "incomplete",
            "a proof is open",
            2,
            0.01,
            null));
        out.on(new SearchEvent.NodeAdded(
            id, parent, step, depths.get(id), 0, 1, "|- x + " + id + " = x", goals(id), null));
        out.on(new SearchEvent.Backpropagate(id, id, good ? 1 : -1));
      }
      out.on(new SearchEvent.End(
          Outcome.BUDGET_SPENT,
          new Statistics(prefixes, 9L * prefixes, 2L * prefixes, 1, 1, millis.get() / 1e3)));
    }
  }

  private static List<Goal> goals(int id) {
    return List.of(new Goal(
        List.of(new Hypothesis("x", "nat"), new Hypothesis("H", "0 < x")), "x + " + id + " = x"));
  }
}
