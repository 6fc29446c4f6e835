package dev.vmcts.llm.llamacpp;

import java.util.Arrays;

/**
 * The prefixes whose tokens were ever computed, so that what is computed again can be counted.
 *
 * <p>A prefix is known by a hash of 64 bits; there are 16 bytes for each, at most. Once there are too many, no more are
 * noted. For one thread.
 */
final class ComputedPrefixes {

  private static final int MOST = 1 << 22;

  private long[] hashes = new long[1 << 12];
  private int size;

  /** The hash of the first tokens of a text. */
  static long of(int[] tokens, int length) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = extend(hash, tokens[i]);
    }
    return hash;
  }

  /** The hash of a prefix with a token behind it; never 0. */
  static long extend(long prefix, int token) {
    // The finalizer of SplitMix64.
    long z = (prefix ^ token) + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }

  /** Notes that the last token of a prefix was computed; says whether it was for the first time. */
  boolean add(long prefix) {
    int at = place(prefix);
    if (hashes[at] == prefix) {
      return false;
    }
    if (size < MOST) {
      hashes[at] = prefix;
      size++;
      if (2 * size > hashes.length) {
        grow();
      }
    }
    return true;
  }

  private int place(long prefix) {
    int mask = hashes.length - 1;
    int at = (int) prefix & mask;
    while (hashes[at] != 0 && hashes[at] != prefix) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = hashes;
    hashes = new long[2 * old.length];
    Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> hashes[place(hash)] = hash);
  }
}
