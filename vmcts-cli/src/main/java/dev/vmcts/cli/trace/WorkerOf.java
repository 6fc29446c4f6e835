package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Tells which worker an event of a trace is of, when it is shown all events in order. In constant memory. */
final class WorkerOf {

  /** The worker of a search that has one, and who prepares any search. */
  static final int FIRST = 1;

  private final Map<Long, Integer> byExpansion = new HashMap<>();
  private final Map<Integer, Long> expansionOf = new HashMap<>();

  /** The worker of the next event, from 1; the first one where the event is nobody's. */
  int event(JsonNode event) {
    long expansion = event.path("expansion").asLong();
    if (event.path("event").asText().equals("expand")) {
      int worker = event.path("worker").asInt(FIRST);
      Long before = expansionOf.put(worker, expansion);
      if (before != null) {
        byExpansion.remove(before);
      }
      byExpansion.put(expansion, worker);
      return worker;
    }
    return byExpansion.getOrDefault(expansion, FIRST);
  }
}
