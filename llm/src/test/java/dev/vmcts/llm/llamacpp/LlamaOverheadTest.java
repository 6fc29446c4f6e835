package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures what the child process, its pipes and the sampling in Java cost: the same tokens by way of the model, by the
 * generator in this process, and by nothing but the calls into C. The three take turns, so that a loaded machine slows
 * all of them.
 */
@Tag("bench")
class LlamaOverheadTest {

  private static final int ROUNDS = 150;
  private static final int WARM_UP = 40;

  /** Greedy steps with the prompt resident, as a search asks for them; and one long text. */
  private static final String LONG_WINDED = "Lemma l1 : n + n + n =";

  @Test
  void decode_throughTheChild_costsAtMostFivePercent() throws Exception {
    for (int threads = 1; threads <= 2; threads++) {
      LlamaOptions options = LlamaOptions.of(TestModel.file()).withThreads(threads);
      Message.Start start = new Message.Start(
          TestModel.quietLibrary(),
          options.model().toString(),
          threads,
          1024,
          2048,
          32,
          512,
          false);
      LlamaContext context = LlamaContext.load(start);
      Generator generator = new Generator(context, 1024);
      try (LlamaCppModel model = LlamaCppModel.open(options)) {
        compare(threads, "step", TestModel.PROMPT, 400, model, generator, context);
        compare(threads, "long", LONG_WINDED, 300, model, generator, context);
        prefill(threads, model);
      }
    }
  }

  private static void compare(
      int threads,
      String name,
      String prompt,
      int most,
      LlamaCppModel model,
      Generator generator,
      LlamaContext context)
      throws Exception {
    Sampling greedy = new Sampling(0, 1, 0, most);
    Message.Sample request = new Message.Sample(1, prompt, greedy, "none", 1);
    List<Callable<Integer>> ways = List.of(
        () -> bare(context, prompt, most),
        () -> generator.generate(request).tokens(),
        () -> model.sample(prompt, greedy, StopRule.NONE, 1).tokens());
    List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int tokens = ways.get(0).call();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < ways.size(); i++) {
        int way = Math.floorMod(round + i, ways.size());
        long begin = System.nanoTime();
        int made = ways.get(way).call();
        double micros = (System.nanoTime() - begin) / 1000.0 / made;
        assertThat(made).isEqualTo(tokens);
        if (round >= 0) {
          times.get(way).add(micros);
        }
      }
    }
    double bare = median(times.get(0));
    double inProcess = median(times.get(1));
    double child = median(times.get(2));
    System.out.printf(
        Locale.ROOT,
        "threads %d, %s of %d tokens: bare C %.1f us/token, generator %.1f (%.3f), child %.1f (%.3f), %.0f tokens/s;"
            + " lowest quartile %.1f / %.1f / %.1f%n",
        threads,
        name,
        tokens,
        bare,
        inProcess,
        inProcess / bare,
        child,
        child / bare,
        1e6 / child,
        quartile(times.get(0)),
        quartile(times.get(1)),
        quartile(times.get(2)));
  }

  private static void prefill(int threads, LlamaCppModel model) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String prompt = "Lemma q" + i + " : forall n m, n + m = m + n.\n".repeat(24);
      long begin = System.nanoTime();
      var proposal = model.sample(prompt, new Sampling(0, 1, 0, 1), StopRule.NONE, 1);
      times.add((System.nanoTime() - begin)
          / 1000.0
          / (proposal.promptTokens() - proposal.reusedTokens()));
    }
    System.out.printf(
        Locale.ROOT,
        "threads %d, prefill: %.1f us/token, %.0f tokens/s%n",
        threads,
        median(times),
        1e6 / median(times));
  }

  /** The calls into C that greedy decoding needs, and the least Java around them. */
  private static int bare(LlamaContext context, String prompt, int most) throws ModelException {
    int[] tokens = context.vocabulary().tokens(prompt);
    float[] logits = new float[context.vocabulary().size()];
    PrefixCache.Row row = context.cache().claim(tokens);
    context.compute(row, tokens, row.length());
    int count = 0;
    while (true) {
      context.logits(logits);
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      count++;
      if (count == most || context.vocabulary().endsText(best)) {
        return count;
      }
      context.compute(row, new int[] {best}, 0);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static double quartile(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 4).findFirst().orElseThrow();
  }
}
