package dev.vmcts.text.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds rules that begin with themselves with something behind, so that there is no end of what may come next.
 *
 * <p>A rule that only ends with itself, such as a repetition of what may be nothing, is none of them.
 */
final class LeftRecursion {

  private final List<BitSet> begins = new ArrayList<>();
  private final List<BitSet> beginsAndGoesOn = new ArrayList<>();

  private LeftRecursion(Rules rules) {
    BitSet nullable = rules.nullable();
    for (int rule = 0; rule < rules.count(); rule++) {
      BitSet all = new BitSet();
      BitSet inner = new BitSet();
      for (List<Integer> alternative : rules.alternatives(rule)) {
        for (int i = 0; i < alternative.size(); i++) {
          int symbol = alternative.get(i);
          if (symbol < 0) {
            break;
          }
          all.set(symbol);
          if (i + 1 < alternative.size()) {
            inner.set(symbol);
          }
          if (!nullable.get(symbol)) {
            break;
          }
        }
      }
      begins.add(all);
      beginsAndGoesOn.add(inner);
    }
  }

  /** All such rules. */
  static BitSet of(Rules rules) {
    LeftRecursion search = new LeftRecursion(rules);
    BitSet found = new BitSet();
    for (int rule = 0; rule < rules.count(); rule++) {
      BitSet inner = search.beginsAndGoesOn.get(rule);
      if (!inner.isEmpty() && search.reached(inner).get(rule)) {
        found.set(rule);
      }
    }
    return found;
  }

  /** The rules that texts of some rules may begin with. */
  private BitSet reached(BitSet from) {
    BitSet reached = (BitSet) from.clone();
    Deque<Integer> open = new ArrayDeque<>(from.stream().boxed().toList());
    while (!open.isEmpty()) {
      begins.get(open.pop()).stream().filter(rule -> !reached.get(rule)).forEach(rule -> {
        reached.set(rule);
        open.push(rule);
      });
    }
    return reached;
  }
}
