package dev.vmcts.verifiers.lean;

import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import java.util.ArrayList;
import java.util.List;

/** Reads goals as Lean prints them: the name of a case, the context, and behind the turnstile what is to be proven. */
final class LeanGoals {

  private static final String TURNSTILE = "⊢ ";

  private LeanGoals() {}

  /** The goals in a message that says which are not solved. */
  static List<Goal> ofMessage(String message) {
    int goals = message.indexOf('\n');
    return goals < 0
        ? List.of()
        : of(List.of(message.substring(goals + 1).strip().split("\\n\\s*\\n", -1)));
  }

  /** The goals of texts of one goal each. */
  static List<Goal> of(List<String> texts) {
    return texts.stream()
        .filter(t -> t.contains(TURNSTILE))
        .map(LeanGoals::goal)
        .toList();
  }

  private static Goal goal(String text) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    int turnstile = text.startsWith(TURNSTILE) ? 0 : text.indexOf("\n" + TURNSTILE) + 1;
    StringBuilder entry = new StringBuilder();
    for (String line : text.substring(0, Math.max(0, turnstile)).split("\\R", -1)) {
      if (!line.startsWith(" ")) {
        add(hypotheses, entry.toString());
        entry.setLength(0);
      }
      entry.append(line).append(' ');
    }
    add(hypotheses, entry.toString());
    String conclusion = text.substring(Math.max(0, turnstile)).replaceFirst("^" + TURNSTILE, "");
    return new Goal(hypotheses, OneLine.of(conclusion));
  }

  private static void add(List<Hypothesis> to, String entry) {
    int colon = entry.indexOf(" : ");
    if (colon < 0) {
      return;
    }
    String type = OneLine.of(entry.substring(colon + 3));
    for (String name : entry.substring(0, colon).strip().split("\\s+", -1)) {
      to.add(new Hypothesis(name, type));
    }
  }
}
