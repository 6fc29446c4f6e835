package dev.vmcts.text.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rules of a grammar over bytes while they are collected. A symbol is a rule when it is 0 or more, else a set of bytes,
 * which {@link #bytes} tells.
 */
final class Rules {

  private final List<List<List<Integer>>> rules = new ArrayList<>();
  private final List<BitSet> sets = new ArrayList<>();
  private int size;

  /** A new rule without alternatives. */
  int add() {
    rules.add(new ArrayList<>());
    return rules.size() - 1;
  }

  /** A new rule with these alternatives. */
  int add(List<List<Integer>> alternatives) {
    int rule = add();
    alternatives.forEach(alternative -> add(rule, alternative));
    return rule;
  }

  /** Adds an alternative to a rule. */
  void add(int rule, List<Integer> alternative) {
    size += alternative.size() + 1;
    rules.get(rule).add(List.copyOf(alternative));
  }

  /** A symbol for one of the bytes of a set. */
  int add(BitSet bytes) {
    sets.add(bytes);
    return -sets.size();
  }

  /** How many rules there are. */
  int count() {
    return rules.size();
  }

  /** How many symbols there are in all rules, ends counted. */
  int size() {
    return size;
  }

  List<List<Integer>> alternatives(int rule) {
    return rules.get(rule);
  }

  /** The bytes that a negative symbol stands for. */
  BitSet bytes(int symbol) {
    return sets.get(-symbol - 1);
  }

  /** A rule for the texts of a symbol, any number of times. */
  int repeated(int symbol) {
    int rule = add();
    add(rule, List.of(symbol, rule));
    add(rule, List.of());
    return rule;
  }

  /** The rules that nothing fits, too. */
  BitSet nullable() {
    BitSet nullable = new BitSet();
    int before = -1;
    while (before != nullable.cardinality()) {
      before = nullable.cardinality();
      for (int rule = 0; rule < rules.size(); rule++) {
        for (List<Integer> alternative : rules.get(rule)) {
          if (alternative.stream().allMatch(symbol -> symbol >= 0 && nullable.get(symbol))) {
            nullable.set(rule);
          }
        }
      }
    }
    return nullable;
  }
}
