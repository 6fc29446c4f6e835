package dev.vmcts.llm.llamacpp;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** The cache functions of newer versions of llama.cpp, which call the cache a context's memory. */
final class MemoryCalls implements CellCalls {

  private static final int NO_CELLS = 1;

  MemoryCalls(NativeLibrary library) {
    Native.register(MemoryCalls.class, library);
  }

  static native Pointer llama_get_memory(Pointer context);

  static native void llama_memory_seq_cp(Pointer memory, int from, int to, int start, int end);

  static native byte llama_memory_seq_rm(Pointer memory, int sequence, int start, int end);

  @Override
  public void copy(Pointer context, int from, int to, int start, int end) {
    llama_memory_seq_cp(llama_get_memory(context), from, to, start, end);
  }

  @Override
  public boolean remove(Pointer context, int sequence, int start, int end) {
    return llama_memory_seq_rm(llama_get_memory(context), sequence, start, end) != 0;
  }

  @Override
  public boolean isFull(int status) {
    return status == NO_CELLS;
  }
}
