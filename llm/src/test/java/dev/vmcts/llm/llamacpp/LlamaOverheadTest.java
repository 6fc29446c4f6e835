package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures what the child process, its pipes and the sampling in Java cost: the same tokens by nothing but the calls into
 * C, by the scheduler in this process, and by the model in its child process. The three take turns request by request, so
 * that a loaded machine slows all of them alike.
 *
 * <p>The child costs nothing a token and something a request, so a request of one token whose prompt is resident is
 * measured, too: what it takes longer is the round trip.
 */
@Tag("bench")
final class LlamaOverheadTest {

  private static final int ROUNDS = 150;

  /** Requests before anything is measured: enough for the compilers of both Javas to be done with what is measured. */
  private static final int WARM_UP = 1000;

  /** What a model's process and its pipes may cost, against the same calls in this process. */
  private static final double MOST = 1.05;

  private static final Duration PAUSE = Duration.ofMillis(30);

  private interface Way {
    /** Answers a request; returns the number of tokens. */
    int answer(Message.Sample request) throws ModelException, InterruptedException;
  }

  @Test
  void decode_throughTheChild_costsAtMostFivePercent() throws Exception {
    int most = Math.min(2, Runtime.getRuntime().availableProcessors());
    for (int threads = 1; threads <= most; threads++) {
      LlamaOptions options = LlamaOptions.of(TestModel.file()).withThreads(threads);
      Message.Start start = TestModel.start(options.model(), threads, 1024, DraftChoice.NONE);
      // Contexts of their own: what lies in the cache decides what a token costs.
      LlamaContext context = LlamaContext.load(start);
      InProcessModel scheduled = new InProcessModel(start);
      try (LlamaCppModel model = LlamaCppModel.open(options)) {
        List<Way> ways = List.of(
            request -> bare(context, request.sampling().maxTokens()),
            request -> scheduled.answer(request).tokens(),
            request -> model
                .sample(TestModel.PROMPT, request.sampling(), StopRule.NONE, request.seed())
                .tokens());
        measure(threads, WARM_UP, 1, ways);
        measure(threads, 3 * ROUNDS, 1, ways);
        measure(threads, ROUNDS, 12, ways);
        double ratio = measure(threads, ROUNDS, 100, ways);
        assertThat(ratio).as("child to in process, threads %s", threads).isLessThan(MOST);
      }
    }
  }

  /** Prints what a token costs each way and returns the ratio of the child to the scheduler in this process. */
  private static double measure(int threads, int rounds, int most, List<Way> ways)
      throws Exception {
    Sampling sampling = new Sampling(1, 0.95, 0, most);
    double[][] micros = new double[ways.size()][rounds];
    double[] ratios = new double[rounds];
    int tokens = 0;
    for (int round = 0; round < rounds; round++) {
      Message.Sample request = new Message.Sample(1, TestModel.PROMPT, sampling, "none", round);
      for (int i = 0; i < ways.size(); i++) {
        int way = (round + i) % ways.size();
        // Threads of llama.cpp spin for a while after their work; those of one way must not slow
        // the next one.
        Thread.sleep(PAUSE.toMillis());
        long begin = System.nanoTime();
        int made = ways.get(way).answer(request);
        micros[way][round] = (System.nanoTime() - begin) / 1e3 / made;
        tokens += made;
      }
      ratios[round] = micros[2][round] / micros[1][round];
    }
    System.out.printf(
        Locale.ROOT,
        "threads %d, %d requests of %.1f tokens: us/token, medians: C calls %.1f, scheduler %.1f, child %.1f;"
            + " child/scheduler: %.3f of medians, %.3f median of ratios%n",
        threads,
        rounds,
        tokens / (double) (rounds * ways.size()),
        median(micros[0]),
        median(micros[1]),
        median(micros[2]),
        median(micros[2]) / median(micros[1]),
        median(ratios));
    return median(ratios);
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  /** The calls into C that decoding needs, and the least Java around them. */
  private static int bare(LlamaContext context, int most) throws ModelException {
    int[] tokens = context.vocabulary().tokens(TestModel.PROMPT);
    float[] logits = new float[context.vocabulary().size()];
    PrefixCache.Row row = context.cache().claim(tokens).orElseThrow();
    int last = TestModel.compute(context, row, tokens);
    int count = 0;
    while (true) {
      context.logits(last, logits);
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      count++;
      if (count == most) {
        context.cache().release(row);
        return count;
      }
      tokens = Arrays.copyOf(tokens, tokens.length + 1);
      tokens[tokens.length - 1] = best;
      last = TestModel.compute(context, row, tokens);
    }
  }
}
