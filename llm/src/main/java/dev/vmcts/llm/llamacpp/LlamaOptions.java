package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.natives.NativeChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a local model is run.
 *
 * @param model the GGUF file
 * @param threads threads that compute, 1 to 256
 * @param contextLength most tokens of prompt and proposal together, 16 to 1,048,576; 0 for the model's own, at most 4,096
 * @param cells tokens that the cache of prefixes holds, at least the context length; 0 for twice the context length
 * @param sequences prefixes that are kept apart in the cache, 1 to 64; half as many requests are worked on at once
 * @param batch most tokens that are computed at once, 1 to 8,192
 * @param gpuLayers layers that are put on a GPU, 0 to 9,999, {@link GpuLayers#AUTO} or {@link GpuLayers#ALL}; the
 *     default library knows no GPU, so with it only 0 and {@code AUTO} are allowed
 * @param library the build of llama.cpp
 * @param draft where guesses of a text's next tokens come from
 * @param startTimeout how long loading may take
 * @param requestTimeout how long one proposal may take
 * @param setup how the context is kept and stretched
 * @param keeping where the beginnings of long prompts are kept between runs
 */
public record LlamaOptions(
    Path model,
    int threads,
    int contextLength,
    int cells,
    int sequences,
    int batch,
    int gpuLayers,
    NativeChoice library,
    DraftChoice draft,
    Duration startTimeout,
    Duration requestTimeout,
    ContextSetup setup,
    PrefixKeeping keeping) {

  /** Bytes below which a model file is small; one that is not there is, too. */
  private static final long SMALL = 64L << 20;

  /** Most threads that may compute. */
  public static final int MOST_THREADS = 256;

  public LlamaOptions {
    check(threads, "threads", 1, MOST_THREADS);
    if (contextLength != 0) {
      check(contextLength, "context length", 16, 1 << 20);
    }
    if (cells != 0) {
      check(cells, "cache cells", Math.max(16, contextLength), 1 << 24);
    }
    check(sequences, "sequences", 1, 64);
    check(batch, "batch", 1, 8192);
    if (gpuLayers != GpuLayers.AUTO && gpuLayers != GpuLayers.ALL) {
      check(gpuLayers, "gpu layers", 0, 9999);
    }
    if (gpuLayers > 0 && library.isDefault()) {
      throw new IllegalArgumentException(
          "gpu layers is " + GpuLayers.text(gpuLayers)
              + "; allowed: auto or 0, since the bundled llama.cpp has no GPU build;"
              + " for a GPU, name another build with --native, or run a llama.cpp server and name it as the model");
    }
    if (startTimeout.isNegative()
        || startTimeout.isZero()
        || requestTimeout.isNegative()
        || requestTimeout.isZero()) {
      throw new IllegalArgumentException("time-outs must be longer than 0");
    }
  }

  /**
   * The defaults for a model file: one thread for a small one, whose tokens take less than it costs to share them out, and
   * one for each core for any other.
   */
  public static LlamaOptions of(Path model) {
    int cores = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    return new LlamaOptions(
        model,
        model.toFile().length() < SMALL ? 1 : cores,
        0,
        0,
        32,
        512,
        0,
        NativeChoice.DEFAULT,
        DraftChoice.NONE,
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        ContextSetup.DEFAULT,
        PrefixKeeping.NONE);
  }

  public LlamaOptions withThreads(int count) {
    return with(parts -> parts.threads = count);
  }

  public LlamaOptions withContextLength(int tokens) {
    return with(parts -> parts.contextLength = tokens);
  }

  public LlamaOptions withCache(int cellCount, int sequenceCount) {
    return with(parts -> {
      parts.cells = cellCount;
      parts.sequences = sequenceCount;
    });
  }

  public LlamaOptions withBatch(int tokens) {
    return with(parts -> parts.batch = tokens);
  }

  public LlamaOptions withGpuLayers(int layers) {
    return with(parts -> parts.gpuLayers = layers);
  }

  public LlamaOptions withLibrary(NativeChoice other) {
    return with(parts -> parts.library = other);
  }

  public LlamaOptions withDraft(DraftChoice choice) {
    return with(parts -> parts.draft = choice);
  }

  public LlamaOptions withSetup(ContextSetup other) {
    return with(parts -> parts.setup = other);
  }

  public LlamaOptions withKeeping(PrefixKeeping other) {
    return with(parts -> parts.keeping = other);
  }

  public LlamaOptions withTimeouts(Duration start, Duration request) {
    return with(parts -> {
      parts.startTimeout = start;
      parts.requestTimeout = request;
    });
  }

  private LlamaOptions with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.whole();
  }

  /** The same, to be changed. */
  private static final class Parts {
    private final Path model;
    private int threads;
    private int contextLength;
    private int cells;
    private int sequences;
    private int batch;
    private int gpuLayers;
    private NativeChoice library;
    private DraftChoice draft;
    private Duration startTimeout;
    private Duration requestTimeout;
    private ContextSetup setup;
    private PrefixKeeping keeping;

    Parts(LlamaOptions from) {
      model = from.model;
      threads = from.threads;
      contextLength = from.contextLength;
      cells = from.cells;
      sequences = from.sequences;
      batch = from.batch;
      gpuLayers = from.gpuLayers;
      library = from.library;
      draft = from.draft;
      startTimeout = from.startTimeout;
      requestTimeout = from.requestTimeout;
      setup = from.setup;
      keeping = from.keeping;
    }

    LlamaOptions whole() {
      return new LlamaOptions(
          model,
          threads,
          contextLength,
          cells,
          sequences,
          batch,
          gpuLayers,
          library,
          draft,
          startTimeout,
          requestTimeout,
          setup,
          keeping);
    }
  }

  private static void check(int value, String what, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " is " + value + "; allowed: " + least + " to " + most);
    }
  }
}
