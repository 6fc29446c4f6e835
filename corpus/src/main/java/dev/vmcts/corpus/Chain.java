package dev.vmcts.corpus;

import dev.vmcts.corpus.Item.Theorem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Theorems of which a later one is proven with an earlier one. */
final class Chain {

  /** How many theorems are proven in the hope that one needs another. */
  static final int TRIED = 6;

  private Chain() {}

  /**
   * The last theorem whose proof names another and makes cases, and all that it needs, in order; empty when no proof does.
   * A proof without cases may only say that the two are the same.
   */
  static List<Theorem> dependent(List<Theorem> theorems) {
    for (int last = theorems.size() - 1; last > 0; last--) {
      Theorem goal = theorems.get(last);
      List<Theorem> needed = new ArrayList<>(List.of(goal));
      for (int i = last - 1; i >= 0; i--) {
        String name = theorems.get(i).name();
        if (needed.stream().anyMatch(t -> uses(t, name))) {
          needed.add(theorems.get(i));
        }
      }
      if (needed.size() > 1 && goal.steps().stream().anyMatch(s -> s.children() > 1)) {
        needed.sort(Comparator.comparing(theorems::indexOf));
        return needed;
      }
    }
    return List.of();
  }

  private static boolean uses(Theorem theorem, String name) {
    Pattern word = Pattern.compile("(?<![\\w'])" + Pattern.quote(name) + "(?![\\w'])");
    return theorem.steps().stream().anyMatch(s -> word.matcher(s.tactic()).find());
  }
}
