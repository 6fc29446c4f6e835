package dev.vmcts.verifiers.coq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The context summary that {@code coqchk -o} prints at its end: what each of its titles lists.
 *
 * @param entries title without its star and colon, and the lines below it; none for {@code <none>}
 */
record CheckerSummary(Map<String, List<String>> entries) {

  /** The titles below which a sound library lists nothing. */
  static final List<String> UNSAFE = List.of(
      "Constants/Inductives relying on type-in-type",
      "Constants/Inductives relying on unsafe (co)fixpoints",
      "Inductives whose positivity is assumed");

  static final String AXIOMS = "Axioms";

  CheckerSummary {
    entries = Map.copyOf(entries);
  }

  static CheckerSummary parse(String output) {
    Map<String, List<String>> entries = new HashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : output.lines().toList()) {
      if (line.startsWith("* ")) {
        int colon = line.indexOf(':');
        current = new ArrayList<>();
        entries.put(line.substring(2, colon < 0 ? line.length() : colon).strip(), current);
        String rest = colon < 0 ? "" : line.substring(colon + 1).strip();
        add(current, rest);
      } else if (line.startsWith("  ")) {
        add(current, line.strip());
      }
    }
    return new CheckerSummary(entries);
  }

  /** Whether all the titles are there, and Coq's theory is the usual one. */
  boolean complete() {
    return entries.containsKey(AXIOMS)
        && entries.keySet().containsAll(UNSAFE)
        && entries.getOrDefault("Theory", List.of()).equals(List.of("Set is predicative"));
  }

  private static void add(List<String> list, String entry) {
    if (!entry.isEmpty() && !entry.equals("<none>")) {
      list.add(entry);
    }
  }
}
