package dev.vmcts.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded choices. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True with a probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from 0, below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number between two bounds, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  double fraction() {
    return random.nextDouble();
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[below(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** One of the words that are separated by spaces. */
  String word(String words) {
    return of(words.split(" ", -1));
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    for (int i = copy.size() - 1; i > 0; i--) {
      int j = below(i + 1);
      T swapped = copy.get(i);
      copy.set(i, copy.get(j));
      copy.set(j, swapped);
    }
    return copy;
  }
}
