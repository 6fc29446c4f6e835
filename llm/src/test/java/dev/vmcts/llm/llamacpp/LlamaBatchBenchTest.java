package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tokens a second of one request at a time and of several, in turns, so that all meet the same load: texts of 64 tokens after
 * prompts that part where the text begins, as those of a search do.
 *
 * <p>{@code -Dvmcts.model=FILE.gguf} and {@code -Dvmcts.rounds=N} choose others; {@code -Dvmcts.threads=N} another number of
 * threads than one for each core.
 */
@Tag("bench")
final class LlamaBatchBenchTest {

  private static final Path MODEL =
      Path.of(System.getProperty("vmcts.model", "../model/vmcts-tiny.gguf"));
  private static final int ROUNDS = Integer.getInteger("vmcts.rounds", 5);
  private static final int[] SLOTS = {1, 2, 4, 8};
  private static final int TEXTS = 8;

  /** No token ends a text before its 64th but the model's own end, which is rare at this temperature. */
  private static final Sampling SAMPLING = new Sampling(2, 1, 0, 64);

  /** The bar: what four slots give, against one. */
  private static final double LEAST = 1.4;

  @Test
  void sample_severalAtOnce_giveMoreTokensASecond() throws Exception {
    int threads = Integer.getInteger(
        "vmcts.threads", Math.min(2, Runtime.getRuntime().availableProcessors()));
    double[][] rates = new double[SLOTS.length][ROUNDS];
    LlamaOptions options = LlamaOptions.of(MODEL.toAbsolutePath().normalize()).withThreads(threads);
    try (LlamaCppModel model = LlamaCppModel.open(options)) {
      for (int round = -1; round < ROUNDS; round++) {
        for (int i = 0; i < SLOTS.length; i++) {
          double rate = rate(model, SLOTS[i], round);
          if (round >= 0) {
            rates[i][round] = rate;
          }
        }
      }
    }
    double four = 0;
    for (int i = 0; i < SLOTS.length; i++) {
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        ratios[round] = rates[i][round] / rates[0][round];
      }
      Arrays.sort(ratios);
      System.out.printf(
          Locale.ROOT,
          "%s, threads %d, %d at once: %.0f tokens/s (median of %d rounds); to one at a time: median %.2f, %.2f to %.2f%n",
          MODEL.getFileName(),
          threads,
          SLOTS[i],
          Arrays.stream(rates[i]).sorted().skip(ROUNDS / 2).findFirst().orElseThrow(),
          ROUNDS,
          ratios[ROUNDS / 2],
          ratios[0],
          ratios[ROUNDS - 1]);
      four = SLOTS[i] == 4 ? ratios[ROUNDS / 2] : four;
    }
    assertThat(four).as("four at once to one").isGreaterThan(LEAST);
  }

  private static double rate(LlamaCppModel model, int slots, int round) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(slots);
    try {
      List<Future<Integer>> texts = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < TEXTS; i++) {
        int seed = i;
        String prompt = TestModel.PROMPT + " n" + i % 4 + " m" + round + ".\n  ";
        texts.add(threads.submit(
            () -> model.sample(prompt, SAMPLING, StopRule.NONE, seed).tokens()));
      }
      int tokens = 0;
      for (Future<Integer> text : texts) {
        tokens += text.get();
      }
      return tokens / ((System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdownNow();
    }
  }
}
