package dev.vmcts.llm.llamacpp;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.vmcts.llm.ModelException;
import java.util.List;

/** A loaded model with its cache of keys and values. For one thread, except {@link #abort}. Freed with the process. */
final class LlamaContext implements PrefixCache.Cells, Decoder, SequenceStates {

  private static final int DECODED = 0;
  private static final int ABORTED = 2;

  /** How many times as long an operation of one token's attention takes as one of reading a prompt, about, on processors. */
  private static final int ATTENTION_COST = 16;

  private final LlamaLibrary library;
  private final CellCalls cells;
  private final Pointer context;
  private final Vocabulary vocabulary;
  private final PrefixCache cache;
  private final LlamaApi.Batch batch;
  /** The first field of the batch. */
  private final Pointer count;

  private final int batchLength;
  private final AbortFlag abort;

  private LlamaContext(
      LlamaLibrary library,
      Pointer context,
      Vocabulary vocabulary,
      Message.Start start,
      AbortFlag abort,
      long patience) {
    this.library = library;
    this.abort = abort;
    this.cells = library.cells();
    this.context = context;
    this.vocabulary = vocabulary;
    this.batchLength = start.batch();
    this.batch = LlamaApi.llama_batch_init(batchLength, 0, 1);
    this.count = batch.getPointer();
    // Its fields are copied by reflection before and after every call otherwise, which takes longer
    // than many a call.
    batch.setAutoSynch(false);
    this.cache = new PrefixCache(this, start.sequences(), patience);
  }

  /** Loads a model whose file was checked before. */
  static LlamaContext load(Message.Start start) throws ModelException {
    return load(start, new AbortFlag());
  }

  /**
   * Loads a model beside another one.
   *
   * @param abort breaks off the computations of both
   */
  static LlamaContext load(Message.Start start, AbortFlag abort) throws ModelException {
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
      throw new ModelException("llama.cpp cannot make a context of " + start.cells() + " cells of "
          + start.setup().kv() + "; try a smaller context size");
    }
    LlamaContext made = new LlamaContext(
        library,
        context,
        new Vocabulary(LlamaApi.llama_model_get_vocab(model)),
        start,
        abort,
        patience(model));
    LlamaApi.llama_set_abort_callback(context, made.abort.callback(), made.abort.data());
    return made;
  }

  /**
   * The patience of the cache. Reading a token of a prompt takes two operations for each parameter, attention to one cell
   * four for each layer and number of an embedding.
   */
  private static long patience(Pointer model) {
    long parameters = LlamaApi.llama_model_n_params(model);
    long attention = 4L * LlamaApi.llama_model_n_layer(model) * LlamaApi.llama_model_n_embd(model);
    return 2 * parameters / Math.max(1, attention * ATTENTION_COST);
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

  @Override
  public int most() {
    return batchLength;
  }

  @Override
  public Outcome decode(List<Piece> pieces) throws ModelException {
    if (abort.raised()) {
      return Outcome.BROKEN_OFF;
    }
    int tokens = fill(pieces);
    int status = LlamaApi.llama_decode(context, batch);
    if (status != DECODED) {
      pieces.forEach(piece -> cache.restore(piece.row()));
    }
    if (cells.isFull(status)) {
      return Outcome.NO_ROOM;
    }
    return switch (status) {
      case DECODED -> Outcome.COMPUTED;
      case ABORTED -> Outcome.BROKEN_OFF;
      default ->
        throw new ModelException(
            "llama.cpp cannot compute " + tokens + " tokens: llama_decode answers " + status);
    };
  }

  /** Puts the pieces into the batch one behind the other; returns how many tokens they have. */
  private int fill(List<Piece> pieces) {
    int at = 0;
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.count(); i++, at++) {
        int position = piece.row().length() + i;
        batch.tokens.setInt(4L * at, piece.tokens().applyAsInt(position));
        batch.positions.setInt(4L * at, position);
        batch.sequenceCounts.setInt(4L * at, 1);
        batch.sequences.getPointer(8L * at).setInt(0, piece.row().sequence());
        batch.logits.setByte(at, (byte) (i >= piece.count() - piece.asked() ? 1 : 0));
      }
    }
    count.setInt(0, at);
    return at;
  }

  @Override
  public void logits(int index, float[] into) throws ModelException {
    Pointer logits = LlamaApi.llama_get_logits_ith(context, index);
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

  @Override
  public long stateBytes(int sequence) {
    return LlamaApi.llama_state_seq_get_size(context, sequence);
  }

  @Override
  public boolean copyState(int sequence, Memory into) {
    long size = into.size();
    return LlamaApi.llama_state_seq_get_data(context, into, size, sequence) == size;
  }

  @Override
  public boolean restoreState(int sequence, Memory from) {
    long size = from.size();
    boolean restored = LlamaApi.llama_state_seq_set_data(context, from, size, sequence) == size;
    if (!restored) {
      truncate(sequence, 0);
    }
    return restored;
  }
}
