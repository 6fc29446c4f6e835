package dev.vmcts.llm.llamacpp;

import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A loaded model with its cache of keys and values. For one thread, except {@link #abort}. Freed with the process. */
final class LlamaContext implements PrefixCache.Cells {

  private static final int DECODED = 0;
  private static final int NO_CELLS = 1;
  /** What b4916 answers instead, in one of the places where it finds no cells. */
  private static final int NO_SLOT = -3;

  private static final int ABORTED = 2;

  private final Pointer context;
  private final Vocabulary vocabulary;
  private final PrefixCache cache;
  private final LlamaApi.Batch batch;
  /** The first field of the batch. */
  private final Pointer count;

  private final int batchLength;
  private final AbortFlag abort = new AbortFlag();

  private LlamaContext(Pointer context, Vocabulary vocabulary, Message.Start start) {
    this.context = context;
    this.vocabulary = vocabulary;
    this.batchLength = start.batch();
    this.batch = LlamaApi.llama_batch_init(batchLength, 0, 1);
    this.count = batch.getPointer();
    // Its fields are copied by reflection before and after every call otherwise, which takes longer
    // than many a call.
    batch.setAutoSynch(false);
    this.cache = new PrefixCache(this, start.sequences());
  }

  /** Loads a model whose file was checked before. */
  static LlamaContext load(Message.Start start) throws ModelException {
    LlamaApi.load(start.library());
    LlamaApi.llama_backend_init();
    LlamaApi.ModelParams modelParams = LlamaApi.llama_model_default_params();
    modelParams.gpuLayers = 0;
    modelParams.map = (byte) (start.map() ? 1 : 0);
    byte[] path = (Path.of(start.model()) + "\0").getBytes(StandardCharsets.UTF_8);
    Pointer model = LlamaApi.llama_model_load_from_file(path, modelParams);
    if (model == null) {
      throw new ModelException("llama.cpp cannot load model file " + start.model());
    }
    if (LlamaApi.llama_model_has_encoder(model) != 0
        || LlamaApi.llama_model_is_recurrent(model) != 0) {
      throw new ModelException(
          "model file " + start.model() + " is an encoder or recurrent; use a decoder");
    }
    LlamaApi.ContextParams params = LlamaApi.llama_context_default_params();
    params.context = start.cells();
    params.batch = start.batch();
    params.microBatch = start.batch();
    params.sequences = start.sequences();
    params.threads = start.threads();
    params.batchThreads = start.threads();
    params.noPerf = 1;
    Pointer context = LlamaApi.llama_init_from_model(model, params);
    if (context == null) {
      throw new ModelException("llama.cpp cannot make a context of " + start.cells()
          + " cells; try a smaller context length");
    }
    LlamaContext made =
        new LlamaContext(context, new Vocabulary(LlamaApi.llama_model_get_vocab(model)), start);
    LlamaApi.llama_set_abort_callback(context, made.abort.callback(), made.abort.data());
    return made;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  PrefixCache cache() {
    return cache;
  }

  /** Raised from any thread. */
  AbortFlag abort() {
    return abort;
  }

  /**
   * Computes tokens at the end of a row; the logits after the last of them can be read then. Makes room by evicting
   * other rows.
   */
  void compute(PrefixCache.Row row, int[] tokens, int from) throws ModelException {
    int next = from;
    int chunk = batchLength;
    boolean packed = false;
    while (next < tokens.length) {
      int count = Math.min(chunk, tokens.length - next);
      if (decode(row, tokens, next, count)) {
        for (int i = 0; i < count; i++) {
          row.append(tokens[next++]);
        }
      } else if (!cache.evict(row)) {
        if (packed && chunk == 1) {
          throw new ModelException(
              "the cache has no room for token " + row.length() + " of a prompt");
        }
        // Nothing else is resident: the free cells lie scattered, or are too few for the whole
        // chunk at once.
        chunk = packed ? Math.max(1, chunk / 2) : chunk;
        LlamaApi.llama_kv_self_defrag(context);
        packed = true;
      }
    }
  }

  /** Computes a chunk, whole or not at all; says whether there was room. */
  private boolean decode(PrefixCache.Row row, int[] tokens, int from, int count)
      throws ModelException {
    if (abort.raised()) {
      throw new CancelledException();
    }
    fill(row, tokens, from, count);
    int status = LlamaApi.llama_decode(context, batch);
    if (status == NO_CELLS || status == NO_SLOT) {
      truncate(row.sequence(), row.length());
    } else if (status != DECODED) {
      cache.drop(row);
    }
    return switch (status) {
      case DECODED -> true;
      case NO_CELLS, NO_SLOT -> false;
      case ABORTED -> throw new CancelledException();
      default ->
        throw new ModelException(
            "llama.cpp cannot compute " + count + " tokens: llama_decode answers " + status);
    };
  }

  private void fill(PrefixCache.Row row, int[] tokens, int from, int length) {
    count.setInt(0, length);
    for (int i = 0; i < length; i++) {
      batch.tokens.setInt(4L * i, tokens[from + i]);
      batch.positions.setInt(4L * i, row.length() + i);
      batch.sequenceCounts.setInt(4L * i, 1);
      batch.sequences.getPointer(8L * i).setInt(0, row.sequence());
      batch.logits.setByte(i, (byte) (from + i == tokens.length - 1 ? 1 : 0));
    }
  }

  /** The logits after the last computed token. */
  void logits(float[] into) throws ModelException {
    Pointer logits = LlamaApi.llama_get_logits_ith(context, -1);
    if (logits == null) {
      throw new ModelException("llama.cpp gave no logits");
    }
    logits.read(0, into, 0, into.length);
  }

  @Override
  public void share(int from, int to, int length) {
    LlamaApi.llama_kv_self_seq_cp(context, from, to, 0, length);
  }

  @Override
  public void truncate(int sequence, int length) {
    LlamaApi.llama_kv_self_seq_rm(context, sequence, length, -1);
  }
}
