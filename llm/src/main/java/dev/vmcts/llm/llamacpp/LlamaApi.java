package dev.vmcts.llm.llamacpp;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * The functions of llama.cpp b4916 that are used, as its header {@code llama.h} declares them.
 *
 * <p>They check little: a wrong argument ends the process. A C {@code bool} is a {@code byte} here, since only its low
 * byte is defined. Only the child process may touch this class.
 */
final class LlamaApi {

  private LlamaApi() {}

  static void load(String path) {
    Native.register(LlamaApi.class, NativeLibrary.getInstance(path));
  }

  /** {@code llama_model_params}. */
  @FieldOrder({
    "devices",
    "gpuLayers",
    "splitMode",
    "mainGpu",
    "tensorSplit",
    "progress",
    "progressData",
    "overrides",
    "vocabOnly",
    "map",
    "lock",
    "checkTensors"
  })
  public static final class ModelParams extends Structure implements Structure.ByValue {
    public Pointer devices = Pointer.NULL;
    public int gpuLayers;
    public int splitMode;
    public int mainGpu;
    public Pointer tensorSplit = Pointer.NULL;
    public Pointer progress = Pointer.NULL;
    public Pointer progressData = Pointer.NULL;
    public Pointer overrides = Pointer.NULL;
    public byte vocabOnly;
    public byte map;
    public byte lock;
    public byte checkTensors;
  }

  /** {@code llama_context_params}. */
  @FieldOrder({
    "context",
    "batch",
    "microBatch",
    "sequences",
    "threads",
    "batchThreads",
    "ropeScaling",
    "pooling",
    "attention",
    "ropeBase",
    "ropeScale",
    "yarnExt",
    "yarnAttention",
    "yarnFast",
    "yarnSlow",
    "yarnContext",
    "defragThreshold",
    "evalCallback",
    "evalData",
    "keyType",
    "valueType",
    "logitsAll",
    "embeddings",
    "offload",
    "flashAttention",
    "noPerf",
    "abortCallback",
    "abortData"
  })
  public static final class ContextParams extends Structure implements Structure.ByValue {
    public int context;
    public int batch;
    public int microBatch;
    public int sequences;
    public int threads;
    public int batchThreads;
    public int ropeScaling;
    public int pooling;
    public int attention;
    public float ropeBase;
    public float ropeScale;
    public float yarnExt;
    public float yarnAttention;
    public float yarnFast;
    public float yarnSlow;
    public int yarnContext;
    public float defragThreshold;
    public Pointer evalCallback = Pointer.NULL;
    public Pointer evalData = Pointer.NULL;
    public int keyType;
    public int valueType;
    public byte logitsAll;
    public byte embeddings;
    public byte offload;
    public byte flashAttention;
    public byte noPerf;
    public Pointer abortCallback = Pointer.NULL;
    public Pointer abortData = Pointer.NULL;
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

  static native ModelParams llama_model_default_params();

  static native ContextParams llama_context_default_params();

  static native Pointer llama_model_load_from_file(byte[] path, ModelParams params);

  static native Pointer llama_init_from_model(Pointer model, ContextParams params);

  static native Pointer llama_model_get_vocab(Pointer model);

  static native byte llama_model_has_encoder(Pointer model);

  static native byte llama_model_is_recurrent(Pointer model);

  static native int llama_vocab_n_tokens(Pointer vocab);

  static native int llama_vocab_bos(Pointer vocab);

  static native byte llama_vocab_get_add_bos(Pointer vocab);

  static native byte llama_vocab_is_eog(Pointer vocab, int token);

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

  static native void llama_kv_self_seq_cp(Pointer context, int from, int to, int start, int end);

  static native byte llama_kv_self_seq_rm(Pointer context, int sequence, int start, int end);

  static native void llama_kv_self_defrag(Pointer context);
}
