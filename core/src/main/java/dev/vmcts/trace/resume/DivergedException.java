package dev.vmcts.trace.resume;

/** A search that is fed its own trace does something else than the trace says. The message says where. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(String message) {
    super(message);
  }
}
