package dev.vmcts.llm.llamacpp;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** The cache functions of llama.cpp b4916. */
final class KvSelfCalls implements CellCalls {

  private static final int NO_CELLS = 1;
  /** What b4916 answers instead, in one of the places where it finds no cells. */
  private static final int NO_SLOT = -3;

  KvSelfCalls(NativeLibrary library) {
    Native.register(KvSelfCalls.class, library);
  }

  static native void llama_kv_self_seq_cp(Pointer context, int from, int to, int start, int end);

  static native byte llama_kv_self_seq_rm(Pointer context, int sequence, int start, int end);

  @Override
  public void copy(Pointer context, int from, int to, int start, int end) {
    llama_kv_self_seq_cp(context, from, to, start, end);
  }

  @Override
  public boolean remove(Pointer context, int sequence, int start, int end) {
    return llama_kv_self_seq_rm(context, sequence, start, end) != 0;
  }

  @Override
  public boolean isFull(int status) {
    return status == NO_CELLS || status == NO_SLOT;
  }
}
