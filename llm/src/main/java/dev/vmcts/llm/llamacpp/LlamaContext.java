package dev.vmcts.llm.llamacpp;

import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;

/** A loaded model with its cache of keys and values. For one thread, except {@link #abort}. Freed with the process. */
final class LlamaContext implements PrefixCache.Cells {

  private static final int DECODED = 0;
  private static final int ABORTED = 2;

  private final LlamaLibrary library;
  private final CellCalls cells;
  private final Pointer context;
  private final Vocabulary vocabulary;
  private final PrefixCache cache;
  private final LlamaApi.Batch batch;
  /** The first field of the batch. */
  private final Pointer count;

  private final int batchLength;
  private final AbortFlag abort = new AbortFlag();

  private LlamaContext(
      LlamaLibrary library, Pointer context, Vocabulary vocabulary, Message.Start start) {
    this.library = library;
    this.cells = library.cells();
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
    LlamaLibrary library = LlamaLibrary.open(start.library());
    Pointer model = library.loadModel(start);
    if (model == null) {
      throw new ModelException("llama.cpp cannot load model file " + start.model());
    }
    if (!library.continuesText(model)) {
      throw new ModelException(
          "model file " + start.model() + " is an encoder or recurrent; use a decoder");
    }
    Pointer context = library.makeContext(model, start);
    if (context == null) {
      throw new ModelException("llama.cpp cannot make a context of " + start.cells()
          + " cells; try a smaller context length");
    }
    LlamaContext made = new LlamaContext(
        library, context, new Vocabulary(LlamaApi.llama_model_get_vocab(model)), start);
    LlamaApi.llama_set_abort_callback(context, made.abort.callback(), made.abort.data());
    return made;
  }

  LlamaLibrary library() {
    return library;
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
        cells.defragment(context);
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
    if (cells.isFull(status)) {
      truncate(row.sequence(), row.length());
      return false;
    } else if (status != DECODED) {
      cache.drop(row);
    }
    return switch (status) {
      case DECODED -> true;
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
    cells.copy(context, from, to, 0, length);
  }

  @Override
  public void truncate(int sequence, int length) {
    cells.remove(context, sequence, length, -1);
  }
}
