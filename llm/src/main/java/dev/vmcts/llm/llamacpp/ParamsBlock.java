package dev.vmcts.llm.llamacpp;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * Room for a structure of parameters of any version, passed and returned by value.
 *
 * <p>It is larger than any of them. On the platforms that run models a structure of this size is passed as memory, of
 * which the library reads and writes as much as its own version has; {@link ParamsLayout} says what lies where.
 */
@FieldOrder("words")
public final class ParamsBlock extends Structure implements Structure.ByValue {

  /** Larger than any version, so that a function that fills more than is known is found out. */
  static final int BYTES = 512;

  /** What is in a block before a library writes to it. */
  static final byte UNTOUCHED = (byte) 0xA5;

  public long[] words = new long[BYTES / Long.BYTES];

  /** For JNA. */
  public ParamsBlock() {
    setAutoSynch(false);
  }

  /** What a function without arguments fills in, such as {@code llama_model_default_params}. */
  static ParamsBlock filledBy(NativeLibrary library, String function) {
    return (ParamsBlock) library.getFunction(function).invoke(ParamsBlock.class, new Object[0]);
  }

  @Override
  protected Memory autoAllocate(int size) {
    Memory memory = new Memory(size);
    memory.setMemory(0, size, UNTOUCHED);
    return memory;
  }

  /** How many bytes were written to, padding at the end not counted where the library leaves it alone. */
  int written() {
    byte[] bytes = getPointer().getByteArray(0, BYTES);
    int length = BYTES;
    while (length > 0 && bytes[length - 1] == UNTOUCHED) {
      length--;
    }
    return length;
  }
}
