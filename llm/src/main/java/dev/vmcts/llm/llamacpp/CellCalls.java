package dev.vmcts.llm.llamacpp;

import com.sun.jna.Pointer;

/** The functions on the cache of keys and values, whose names and answers changed between versions of llama.cpp. */
interface CellCalls {

  /** Lets an empty sequence share the tokens of another from {@code start} up to {@code end}. */
  void copy(Pointer context, int from, int to, int start, int end);

  /**
   * Drops the tokens of a sequence from {@code start} up to {@code end}; -1 is the last.
   *
   * @return whether it could be done
   */
  boolean remove(Pointer context, int sequence, int start, int end);

  /** Whether {@code llama_decode} answered that it finds no cells; nothing was computed then. */
  boolean isFull(int status);
}
