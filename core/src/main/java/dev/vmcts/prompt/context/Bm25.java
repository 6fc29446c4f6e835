package dev.vmcts.prompt.context;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How relevant texts are to a question, by the terms that they share: the rarer a term is among all texts, the more it
 * counts.
 *
 * <p>BM25 with its usual parameters (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
 * 2009, section 3), a term's weight floored at 0 by adding 1 under its logarithm. Immutable.
 */
final class Bm25 {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final Map<String, Integer> holders = new HashMap<>();
  private final double meanLength;

  /** @param texts the terms of each text, as often as they occur in it */
  Bm25(List<List<String>> texts) {
    for (List<String> terms : texts) {
      Map<String, Integer> count = new HashMap<>();
      terms.forEach(term -> count.merge(term, 1, Integer::sum));
      count.keySet().forEach(term -> holders.merge(term, 1, Integer::sum));
      counts.add(Collections.unmodifiableMap(count));
    }
    meanLength = texts.stream().mapToInt(List::size).average().orElse(0);
  }

  /** The score of a text; 0 when it shares no term with the question. */
  double score(int text, Set<String> question) {
    Map<String, Integer> count = counts.get(text);
    int length = count.values().stream().mapToInt(Integer::intValue).sum();
    double score = 0;
    // In one order, so that the sum has the same last bits in every run.
    for (String term : question.stream().sorted().toList()) {
      int often = count.getOrDefault(term, 0);
      if (often > 0) {
        double norm = K1 * (1 - B + B * length / meanLength);
        score += weight(term) * often * (K1 + 1) / (often + norm);
      }
    }
    return score;
  }

  private double weight(String term) {
    int with = holders.getOrDefault(term, 0);
    return Math.log(1 + (counts.size() - with + 0.5) / (with + 0.5));
  }
}
