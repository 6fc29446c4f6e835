package dev.vmcts.llm.llamacpp;

import com.sun.jna.Memory;

/** The keys and values of a sequence of the native cache, as bytes that only the same library reads. For one thread. */
interface SequenceStates {

  /** How many bytes those of a sequence are. */
  long stateBytes(int sequence);

  /**
   * Copies those of a sequence.
   *
   * @param into as many bytes as they are
   * @return whether it could be done
   */
  boolean copyState(int sequence, Memory into);

  /**
   * Gives an empty sequence those that were copied before.
   *
   * @param from all of their bytes, and no others: native code reads them without many checks
   * @return whether it could be done; if not, the sequence is empty
   */
  boolean restoreState(int sequence, Memory from);
}
