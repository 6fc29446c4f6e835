package dev.vmcts.llm.llamacpp;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * The functions of llama.cpp that are used and that are the same in all versions of {@link ApiVersion}, as its header
 * {@code llama.h} declares them; {@link CellCalls} and {@link ParamsLayout} have what differs.
 *
 * <p>They check little: a wrong argument ends the process. A C {@code bool} is a {@code byte} here, since only its low
 * byte is defined. Only the child process may touch this class.
 */
final class LlamaApi {

  private LlamaApi() {}

  static void register(NativeLibrary library) {
    Native.register(LlamaApi.class, library);
  }

  /** {@code llama_batch}. */
  @FieldOrder({"count", "tokens", "embeddings", "positions", "sequenceCounts", "sequences", "logits"
  })
  public static final class Batch extends Structure implements Structure.ByValue {
    public int count;
    public Pointer tokens = Pointer.NULL;
    public Pointer embeddings = Pointer.NULL;
    public Pointer positions = Pointer.NULL;
    public Pointer sequenceCounts = Pointer.NULL;
    public Pointer sequences = Pointer.NULL;
    public Pointer logits = Pointer.NULL;
  }

  static native void llama_backend_init();

  static native byte llama_supports_gpu_offload();

  static native Pointer llama_model_load_from_file(byte[] path, ParamsBlock params);

  static native Pointer llama_init_from_model(Pointer model, ParamsBlock params);

  static native Pointer llama_model_get_vocab(Pointer model);

  static native long llama_model_n_params(Pointer model);

  static native int llama_model_n_layer(Pointer model);

  static native int llama_model_n_embd(Pointer model);

  static native byte llama_model_has_encoder(Pointer model);

  static native byte llama_model_is_recurrent(Pointer model);

  static native int llama_vocab_n_tokens(Pointer vocab);

  static native int llama_vocab_bos(Pointer vocab);

  static native byte llama_vocab_get_add_bos(Pointer vocab);

  static native byte llama_vocab_is_eog(Pointer vocab, int token);

  static native int llama_vocab_get_attr(Pointer vocab, int token);

  static native int llama_tokenize(
      Pointer vocab,
      byte[] text,
      int length,
      int[] tokens,
      int most,
      byte addSpecial,
      byte parseSpecial);

  static native int llama_token_to_piece(
      Pointer vocab, int token, byte[] piece, int length, int leftStrip, byte special);

  static native Batch llama_batch_init(int tokens, int embeddings, int sequences);

  static native void llama_set_abort_callback(Pointer context, Pointer callback, Pointer data);

  static native int llama_decode(Pointer context, Batch batch);

  static native Pointer llama_get_logits_ith(Pointer context, int index);

  static native long llama_state_seq_get_size(Pointer context, int sequence);

  static native long llama_state_seq_get_data(
      Pointer context, Pointer into, long size, int sequence);

  static native long llama_state_seq_set_data(
      Pointer context, Pointer from, long size, int sequence);
}
