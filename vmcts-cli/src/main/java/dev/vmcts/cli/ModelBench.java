package dev.vmcts.cli;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures how fast a model reads and writes, from request to answer: pipes, tokenizing and sampling are in it, as a
 * search pays for them.
 *
 * @param promptTokens tokens of the prompt, about
 * @param tokens tokens that are sampled after it, at temperature 1, in as many requests as it takes; by each of those who ask at
 *     once
 * @param rounds rounds that count
 * @param warmUp rounds before them that do not
 */
record ModelBench(int promptTokens, int tokens, int rounds, int warmUp) {

  private static final int CALIBRATION_LINES = 8;

  /**
   * What was measured with one number of threads.
   *
   * @param atOnce how many ask at once, whose tokens the model computes in one batch
   * @param promptTokens tokens of the last prompt
   * @param prefill tokens of the prompt that were computed, a second
   * @param decode tokens that were sampled for all of them together, a second
   */
  record Speed(int threads, int atOnce, int promptTokens, Rates prefill, Rates decode) {}

  /** Tokens a second over the rounds. */
  record Rates(double median, double lowest, double highest) {

    static Rates of(double[] rounds) {
      double[] sorted = rounds.clone();
      Arrays.sort(sorted);
      int middle = sorted.length / 2;
      double median =
          sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return new Rates(median, sorted[0], sorted[sorted.length - 1]);
    }
  }

  /** Measures a model that computes with so many threads, and is asked by so many at once. */
  Speed run(LanguageModel model, int threads, int atOnce)
      throws ModelException, InterruptedException {
    int lines = lines(model, atOnce);
    double[] prefill = new double[rounds];
    double[] decode = new double[rounds];
    int read = 0;
    for (int round = -warmUp; round < rounds; round++) {
      String prompt = prompt(atOnce, round, lines);
      long start = System.nanoTime();
      Proposal first = sample(model, prompt, 1, round);
      long filled = System.nanoTime();
      int written = write(model, prompt, atOnce);
      long end = System.nanoTime();
      if (round >= 0) {
        read = first.promptTokens();
        prefill[round] = (read - first.reusedTokens()) / ((filled - start) / 1e9);
        decode[round] = written / ((end - filled) / 1e9);
      }
    }
    return new Speed(threads, atOnce, read, Rates.of(prefill), Rates.of(decode));
  }

  private int write(LanguageModel model, String prompt, int atOnce)
      throws ModelException, InterruptedException {
    ExecutorService askers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Integer>> texts = new ArrayList<>();
      for (int asker = 0; asker < atOnce; asker++) {
        long firstSeed = 1 + asker * (long) tokens;
        texts.add(askers.submit(() -> write(model, prompt, firstSeed)));
      }
      int written = 0;
      for (Future<Integer> text : texts) {
        written += text.get();
      }
      return written;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ModelException cause
          ? cause
          : new ModelException(String.valueOf(e.getMessage()), e);
    } finally {
      askers.shutdownNow();
    }
  }

  /** Samples after a prompt that is in the model's cache; a text that ends early is followed by another. */
  private int write(LanguageModel model, String prompt, long firstSeed)
      throws ModelException, InterruptedException {
    int written = 0;
    for (long seed = firstSeed; written < tokens; seed++) {
      written += sample(model, prompt, tokens - written, seed).tokens();
    }
    return written;
  }

  private static Proposal sample(LanguageModel model, String prompt, int most, long seed)
      throws ModelException, InterruptedException {
    return model.sample(prompt, new Sampling(1, 1, 0, most), StopRule.NONE, seed);
  }

  /** How many lines make a prompt of the length that is wanted. */
  private int lines(LanguageModel model, int atOnce) throws ModelException, InterruptedException {
    int one = sample(model, prompt(atOnce, -1 - warmUp, 1), 1, 1).promptTokens();
    int many =
        sample(model, prompt(atOnce, -1 - warmUp, 1 + CALIBRATION_LINES), 1, 1).promptTokens();
    double each = (many - one) / (double) CALIBRATION_LINES;
    return Math.max(1, 1 + (int) Math.floor((promptTokens - one) / each));
  }

  /** A prompt that no other round's prompt begins like, so that no prefix is found in the cache. */
  private static String prompt(int atOnce, int round, int lines) {
    StringBuilder text = new StringBuilder();
    text.append((char) ('a' + Math.floorMod(round, 26)));
    text.append(atOnce).append(' ').append(round).append(" :\n");
    for (int i = 0; i < lines; i++) {
      text.append("Lemma a").append(i % 10).append(" : forall n : nat, n + 0 = n.\n");
    }
    return text.toString();
  }
}
