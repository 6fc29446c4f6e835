package dev.vmcts.llm.llamacpp;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which requests are cancelled, and a flag that llama.cpp looks at between two operations of a computation, and on which it
 * breaks off: raised when nobody waits for the computation any more. For several threads.
 *
 * <p>llama.cpp calls a {@code bool (*)(void *)} hundreds of times a token, too often for a call into Java. The C
 * function {@code strlen} is one that needs none: on the two bytes here it answers 0, and 1 once the first is set.
 */
final class AbortFlag {

  private final Memory bytes = new Memory(2);
  private final Set<Integer> open = new HashSet<>();
  private final Set<Integer> cancelled = new HashSet<>();
  private Collection<Integer> current = List.of();

  AbortFlag() {
    bytes.clear();
  }

  Pointer callback() {
    return NativeLibrary.getInstance("c").getFunction("strlen");
  }

  Pointer data() {
    return bytes;
  }

  /** Says that a request has come. */
  synchronized void opened(int request) {
    open.add(request);
  }

  /** Asks to break a request off, whether it has begun or not. */
  synchronized void cancel(int request) {
    if (open.contains(request)) {
      cancelled.add(request);
      set();
    }
  }

  /** Says that a request was answered. */
  synchronized void answered(int request) {
    open.remove(request);
    cancelled.remove(request);
  }

  /** Says which requests the next computation is for. */
  synchronized void computing(Collection<Integer> requests) {
    current = requests;
    set();
  }

  synchronized boolean cancelled(int request) {
    return cancelled.contains(request);
  }

  /** Whether the computation that is under way, or about to begin, is wanted by nobody. */
  synchronized boolean raised() {
    return bytes.getByte(0) != 0;
  }

  private void set() {
    boolean raised = !current.isEmpty() && cancelled.containsAll(current);
    bytes.setByte(0, (byte) (raised ? 1 : 0));
  }
}
