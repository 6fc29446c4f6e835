package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.Sampling;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Draws tokens from rows of logits: top-k, then temperature, then top-p over what top-k kept.
 *
 * <p>Ties go to the lower token. For one thread, one text after another; the buffers grow to the vocabulary once.
 */
final class TokenSampler {

  /** So many tokens are refused one by one; after that, all that are not allowed are left out at once. */
  private static final int FEW = 8;

  private Sampling sampling = new Sampling(0, 1, 0, 1);
  private SplittableRandom random = new SplittableRandom(0);
  private double logProbability;
  private double[] weights = {};
  private float[] sorted = {};
  private long[] keys = {};

  /** Says how the tokens of the next text are drawn. */
  void begin(Sampling how, long seed) {
    sampling = how;
    random = new SplittableRandom(seed);
  }

  /** Natural logarithm of the last drawn token's probability under the plain softmax of all logits. */
  double logProbability() {
    return logProbability;
  }

  /**
   * Draws a token among those that are allowed; among all if none of them is.
   *
   * @param logits those of tokens that are not allowed may be overwritten
   * @throws ArithmeticException if the logits are no distribution: a NaN, or nothing finite
   */
  int draw(float[] logits, int count, IntPredicate allowed) {
    int best = argmax(logits, count);
    if (logits[best] == Float.NEGATIVE_INFINITY) {
      throw new ArithmeticException("no token has a finite logit");
    }
    double logOfSum = logOfSum(logits, count, logits[best]);
    int first = draw(logits, count, best);
    float firstLogit = logits[first];
    int token = first;
    for (int refused = 1; !allowed.test(token); refused++) {
      logits[token] = Float.NEGATIVE_INFINITY;
      if (refused == FEW) {
        leaveOut(logits, count, allowed);
      }
      best = argmax(logits, count);
      if (logits[best] == Float.NEGATIVE_INFINITY) {
        logits[first] = firstLogit;
        token = first;
        break;
      }
      token = draw(logits, count, best);
    }
    logProbability = Math.min(0, logits[token] - logOfSum);
    return token;
  }

  private int draw(float[] logits, int count, int best) {
    return sampling.temperature() == 0 ? best : drawNear(logits, count, logits[best]);
  }

  private static double logOfSum(float[] logits, int count, float top) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp((double) logits[i] - top);
    }
    return top + Math.log(sum);
  }

  private static void leaveOut(float[] logits, int count, IntPredicate allowed) {
    for (int i = 0; i < count; i++) {
      if (logits[i] > Float.NEGATIVE_INFINITY && !allowed.test(i)) {
        logits[i] = Float.NEGATIVE_INFINITY;
      }
    }
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
    return best;
  }

  private int drawNear(float[] logits, int count, float top) {
    if (weights.length < count) {
      weights = new double[count];
      sorted = new float[count];
      keys = new long[count];
    }
    boolean truncatesByRank = sampling.topK() > 0 && sampling.topK() < count;
    float least = truncatesByRank ? kth(logits, count, sampling.topK()) : Float.NEGATIVE_INFINITY;
    int ties = truncatesByRank ? ties(logits, count, least) : count;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      boolean kept = logits[i] > least || (logits[i] == least && ties-- > 0);
      weights[i] = kept ? Math.exp(((double) logits[i] - top) / sampling.temperature()) : 0;
      sum += weights[i];
    }
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

  /** How many of the logits that equal the k-th one are kept. */
  private int ties(float[] logits, int count, float least) {
    int above = 0;
    for (int i = 0; i < count; i++) {
      if (logits[i] > least) {
        above++;
      }
    }
    return sampling.topK() - above;
  }

  private float kth(float[] logits, int count, int k) {
    System.arraycopy(logits, 0, sorted, 0, count);
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
