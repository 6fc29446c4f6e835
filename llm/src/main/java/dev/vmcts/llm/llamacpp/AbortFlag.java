package dev.vmcts.llm.llamacpp;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * A flag that llama.cpp looks at between two operations of a computation, and on which it breaks off.
 *
 * <p>llama.cpp calls a {@code bool (*)(void *)} hundreds of times a token, too often for a call into Java. The C
 * function {@code strlen} is one that needs none: on the two bytes here it answers 0, and 1 once the first is set.
 */
final class AbortFlag {

  private final Memory bytes = new Memory(2);
  private int current;
  private int cancelled;

  AbortFlag() {
    bytes.clear();
  }

  Pointer callback() {
    return NativeLibrary.getInstance("c").getFunction("strlen");
  }

  Pointer data() {
    return bytes;
  }

  /** Says that work on a request begins; requests are numbered upwards from 1. */
  synchronized void begin(int request) {
    current = request;
    set(cancelled == request);
  }

  /** Asks to break a request off, whether it has begun or not. */
  synchronized void cancel(int request) {
    cancelled = request;
    if (current == request) {
      set(true);
    }
  }

  synchronized boolean raised() {
    return bytes.getByte(0) != 0;
  }

  private void set(boolean raised) {
    bytes.setByte(0, (byte) (raised ? 1 : 0));
  }
}
