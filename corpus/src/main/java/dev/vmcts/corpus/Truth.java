package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drops statements that are false or vacuous on random values. */
final class Truth {

  private static final int CANDIDATES = 70;
  private static final int TRIALS = 24;

  private final Dice dice;
  private final Evaluator evaluator;
  private final DataType type;

  Truth(Dice dice, Evaluator evaluator, DataType type) {
    this.dice = dice;
    this.evaluator = evaluator;
    this.type = type;
  }

  /** At most a few of the statements, all of them true as far as random values tell. */
  List<Statement> among(List<Statement> candidates) {
    List<Statement> good = new ArrayList<>();
    int wanted = dice.of(1, 2, 2, 3, 3, 4);
    for (Statement s : candidates.subList(0, Math.min(CANDIDATES, candidates.size()))) {
      if (good.size() < wanted && !good.contains(s) && isTrue(s)) {
        good.add(s);
      }
    }
    return good;
  }

  private boolean isTrue(Statement s) {
    boolean vacuous = !s.premises().isEmpty();
    try {
      for (int i = 0; i < TRIALS; i++) {
        Map<String, Value> values = new HashMap<>();
        for (Parameter v : s.variables()) {
          values.put(
              v.name(),
              v.type().equals(type.name())
                  ? type.random(dice, i % 4)
                  : DataType.simple(v.type(), dice));
        }
        if (!evaluator.holds(s.proposition(), values)) {
          return false;
        }
        vacuous &= !s.premises().stream().allMatch(p -> evaluator.holds(p, values));
      }
    } catch (Evaluator.TooLarge | ClassCastException e) {
      return false;
    }
    return !vacuous;
  }
}
