package dev.vmcts.llm.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tokens a second after a prompt that is computed already, in three ways that take turns, with the same file and the same
 * library of llama.cpp: through this layer with its child process; by the binding's own Java class; and by what
 * llama.cpp's own benchmark does, one call of {@code llama_decode} a token, random tokens, nothing sampled.
 *
 * <p>{@code -Dvmcts.model=FILE.gguf}, {@code -Dvmcts.tokens=N}, {@code -Dvmcts.rounds=N}, {@code -Dvmcts.warm-up=N} and {@code -Dvmcts.threads=N} choose others.
 */
@Tag("bench")
final class DecodeSpeedBenchTest {

  private static final Path MODEL = Path.of(
          System.getProperty("vmcts.model", "../model/vmcts-tiny.gguf"))
      .toAbsolutePath()
      .normalize();
  private static final int ROUNDS = Integer.getInteger("vmcts.rounds", 60);
  private static final int WARM_UP = Integer.getInteger("vmcts.warm-up", 60);
  private static final int THREADS = Integer.getInteger("vmcts.threads", 1);
  private static final int TOKENS = Integer.getInteger("vmcts.tokens", 32);
  private static final int CONTEXT = 1024;

  /** Threads of llama.cpp spin for a while after their work; those of one way must not slow the next one. */
  private static final long PAUSE_MILLIS = 30;

  private interface Way {
    /** Writes up to {@link #TOKENS} tokens; returns how many. */
    int write(int seed) throws Exception;
  }

  @Test
  void decode_threeWays_printsWhatATokenTakes() throws Exception {
    LlamaContext bare =
        LlamaContext.load(TestModel.start(MODEL, THREADS, CONTEXT, DraftChoice.NONE));
    ModelParameters parameters = new ModelParameters()
        .setModel(MODEL.toString())
        .setThreads(THREADS)
        .setThreadsBatch(THREADS)
        .setCtxSize(CONTEXT)
        .setGpuLayers(0)
        .disableLog();
    LlamaOptions options = LlamaOptions.of(MODEL).withThreads(THREADS);
    try (LlamaModel binding = new LlamaModel(parameters);
        LlamaCppModel layer = LlamaCppModel.open(options)) {
      double[][] micros = measure(List.of(
          seed -> ofLayer(layer, seed),
          seed -> ofBinding(binding, seed),
          seed -> loop(bare, seed)));
      print("binding", micros[1], micros[0]);
      print("llama_decode alone", micros[2], micros[0]);
    }
  }

  /** Microseconds a token of each way in each round. */
  private static double[][] measure(List<Way> ways) throws Exception {
    double[][] micros = new double[ways.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < ways.size(); i++) {
        int way = Math.floorMod(round + i, ways.size());
        Thread.sleep(PAUSE_MILLIS);
        long begin = System.nanoTime();
        int made = ways.get(way).write(round);
        if (round >= 0) {
          micros[way][round] = (System.nanoTime() - begin) / 1e3 / made;
        }
      }
    }
    return micros;
  }

  private static void print(String name, double[] other, double[] layer) {
    double[] ratios = new double[ROUNDS];
    Arrays.setAll(ratios, i -> other[i] / layer[i]);
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s, threads %d: this layer %.1f us/token, %s %.1f (medians of %d rounds); speed of this layer to it:"
            + " median %.3f, quartiles %.3f and %.3f%n",
        MODEL.getFileName(),
        THREADS,
        median(layer),
        name,
        median(other),
        ROUNDS,
        ratios[ROUNDS / 2],
        ratios[ROUNDS / 4],
        ratios[3 * ROUNDS / 4]);
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  private static int ofLayer(LlamaCppModel layer, int seed) throws Exception {
    Sampling sampling = new Sampling(1, 0.95, 0, TOKENS);
    return layer.sample(TestModel.PROMPT, sampling, StopRule.NONE, seed).tokens();
  }

  private static int ofBinding(LlamaModel binding, int seed) {
    InferenceParameters wanted = new InferenceParameters(TestModel.PROMPT)
        .setTemperature(1)
        .setTopP(0.95f)
        .setTopK(0)
        .setMinP(0)
        .setSeed(seed)
        .setNPredict(TOKENS)
        .setCachePrompt(true)
        .setIgnoreEos(true);
    // After the last token an answer without one says that the text has ended.
    binding.generate(wanted).forEach(token -> {});
    return TOKENS;
  }

  private static int loop(LlamaContext context, int seed) throws Exception {
    Random random = new Random(seed);
    int[] prompt = context.vocabulary().tokens(TestModel.PROMPT);
    int[] tokens = Arrays.copyOf(prompt, prompt.length + TOKENS);
    for (int i = prompt.length; i < tokens.length; i++) {
      tokens[i] = random.nextInt(context.vocabulary().size());
    }
    float[] logits = new float[context.vocabulary().size()];
    PrefixCache.Row row = context.cache().claim(prompt).orElseThrow();
    for (int length = Math.max(row.length(), prompt.length) + 1;
        length <= tokens.length;
        length++) {
      int last = TestModel.compute(context, row, Arrays.copyOf(tokens, length));
      context.logits(last, logits);
    }
    // Random text is of use to no later round, and would fill the cache.
    context.cache().shorten(row, prompt.length);
    context.cache().release(row);
    return TOKENS;
  }
}
