package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.Sampling;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Draws tokens from rows of logits: temperature, then what was proposed before is taken out, then top-k, then top-p over
 * what top-k kept.
 *
 * <p>Ties go to the lower token. For one thread; texts that grow at once take turns token by token. The buffers grow to the
 * vocabulary once.
 */
final class TokenSampler {

  /** After so many unlawful tokens, all are looked at. */
  private static final int FEW_UNLAWFUL = 8;

  /** After so many unlawful tokens, none is lawful. */
  private static final int MOST_UNLAWFUL = 256;

  private Sampling sampling = new Sampling(0, 1, 0, 1);
  private Proposed proposed = new Proposed();
  private SplittableRandom random = new SplittableRandom(0);
  private double logProbability;
  private double[] masses = {};
  private double[] weights = {};
  private double[] sorted = {};
  private long[] keys = {};

  /**
   * Says how the next tokens are drawn.
   *
   * @param numbers the text's own random numbers
   * @param before what was proposed before, of which the text becomes a part; at temperature 0 it changes nothing
   */
  void use(Sampling how, SplittableRandom numbers, Proposed before) {
    sampling = how;
    proposed = before;
    random = numbers;
  }

  /** Natural logarithm of the last drawn token's probability under the plain softmax of all logits. */
  double logProbability() {
    return logProbability;
  }

  /**
   * Draws a token among those that are allowed; among all if none of them is.
   *
   * @throws ArithmeticException if the logits are no distribution: a NaN, or nothing finite
   */
  int draw(float[] logits, int count, IntPredicate allowed) {
    return draw(logits, count, TokenLaw.NONE, allowed);
  }

  /**
   * Draws a token among those that are lawful and allowed; among the lawful ones if none of them is allowed.
   *
   * @return any token if no lawful one was found
   * @throws ArithmeticException if the logits are no distribution: a NaN, or nothing finite
   */
  int draw(float[] logits, int count, TokenLaw law, IntPredicate allowed) {
    int best = argmax(logits, count);
    float top = logits[best];
    grow(count);
    double temperature = sampling.temperature() == 0 ? 1 : sampling.temperature();
    double sum = 0;
    double total = 0;
    for (int i = 0; i < count; i++) {
      double below = (double) logits[i] - top;
      double mass = Math.exp(below);
      sum += mass;
      // Exponentials are most of what drawing takes.
      masses[i] = temperature == 1 ? mass : Math.exp(below / temperature);
      total += masses[i];
    }
    if (sampling.temperature() > 0) {
      proposed.take(masses, total);
    }
    int token = drawAllowed(logits, count, total, best, law, allowed);
    proposed.add(token, Math.exp(((double) logits[token] - top) / temperature) / total);
    logProbability = Math.min(0, (double) logits[token] - top - Math.log(sum));
    return token;
  }

  private void grow(int count) {
    if (weights.length < count) {
      masses = new double[count];
      weights = new double[count];
      sorted = new double[count];
      keys = new long[count];
    }
  }

  private int drawAllowed(
      float[] logits, int count, double total, int best, TokenLaw law, IntPredicate allowed) {
    boolean looked = proposed.refusesPart();
    if (looked) {
      keepPossible(count, total, law);
    }
    int first = drawAny(count);
    int token = first;
    int lawful = -1;
    int unlawful = 0;
    while (masses[token] > 0 && unlawful < MOST_UNLAWFUL) {
      if (!law.allows(token)) {
        unlawful++;
      } else if (allowed.test(token)) {
        return token;
      } else if (lawful < 0) {
        lawful = token;
      }
      proposed.refuse(token, masses[token] / total);
      masses[token] = 0;
      if (!looked && unlawful == FEW_UNLAWFUL) {
        keepPossible(count, total, law);
        looked = true;
      }
      token = drawAny(count);
    }
    if (lawful >= 0) {
      return lawful;
    }
    // All that is lawful was proposed before.
    return law == TokenLaw.NONE ? best : likeliest(logits, count, law, best);
  }

  private static int likeliest(float[] logits, int count, TokenLaw law, int otherwise) {
    int likeliest = -1;
    for (int i = 0; i < count; i++) {
      boolean likelier = likeliest < 0 || logits[i] > logits[likeliest];
      if (likelier && law.mayAllow(i) && law.allows(i)) {
        likeliest = i;
      }
    }
    return likeliest < 0 ? otherwise : likeliest;
  }

  /** Takes out at once what cannot be lawful: drawing and refusing one after the other takes long where most are. */
  private void keepPossible(int count, double total, TokenLaw law) {
    double part = 0;
    for (int i = 0; i < count; i++) {
      if (masses[i] > 0 && !law.mayAllow(i)) {
        part += masses[i];
        masses[i] = 0;
      }
    }
    proposed.refuse(part / total);
  }

  private static int argmax(float[] logits, int count) {
    int best = 0;
    for (int i = 0; i < count; i++) {
      if (Float.isNaN(logits[i]) || logits[i] == Float.POSITIVE_INFINITY) {
        throw new ArithmeticException("the logit of token " + i + " is " + logits[i]);
      }
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    if (logits[best] == Float.NEGATIVE_INFINITY) {
      throw new ArithmeticException("no token has a finite logit");
    }
    return best;
  }

  /** A token by its mass; the heaviest at temperature 0. */
  private int drawAny(int count) {
    if (sampling.temperature() == 0) {
      int best = 0;
      for (int i = 1; i < count; i++) {
        best = masses[i] > masses[best] ? i : best;
      }
      return best;
    }
    double sum = keepTop(count);
    if (sampling.topP() < 1) {
      sum = keepNucleus(count, sum);
    }
    double left = random.nextDouble() * sum;
    int last = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  /** Weighs the tokens that top-k keeps; returns the sum of the weights. */
  private double keepTop(int count) {
    boolean truncates = sampling.topK() > 0 && sampling.topK() < count;
    double least = truncates ? kth(count, sampling.topK()) : 0;
    int ties = truncates ? ties(count, least) : count;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      boolean kept = masses[i] > least || (masses[i] == least && ties-- > 0);
      weights[i] = kept ? masses[i] : 0;
      sum += weights[i];
    }
    return sum;
  }

  /** How many of the masses that equal the k-th one are kept. */
  private int ties(int count, double least) {
    int above = 0;
    for (int i = 0; i < count; i++) {
      if (masses[i] > least) {
        above++;
      }
    }
    return sampling.topK() - above;
  }

  private double kth(int count, int k) {
    System.arraycopy(masses, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    return sorted[count - k];
  }

  /**
   * Zeroes what lies outside the smallest set of likeliest tokens that holds top-p of the mass; returns the mass kept.
   *
   * <p>Tokens below (1 - top-p) / count of the mass hold less than 1 - top-p together, so the set is found among the
   * others, which are few enough to sort.
   */
  private double keepNucleus(int count, double sum) {
    double floor = sum * (1 - sampling.topP()) / count;
    int candidates = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] >= floor && weights[i] > 0) {
        // A positive float orders as its bits do; the token breaks ties, the lower one last so that
        // it is taken first.
        keys[candidates++] = (long) Float.floatToRawIntBits((float) weights[i]) << 32 | (count - i);
      } else {
        weights[i] = 0;
      }
    }
    Arrays.sort(keys, 0, candidates);
    double kept = 0;
    int c = candidates;
    while (c > 0 && kept < sum * sampling.topP()) {
      kept += weights[count - (int) keys[--c]];
    }
    while (c > 0) {
      weights[count - (int) keys[--c]] = 0;
    }
    return kept;
  }
}
