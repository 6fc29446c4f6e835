package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;

/** A request was cancelled while it was worked on. */
final class CancelledException extends ModelException {

  private static final long serialVersionUID = 1L;

  CancelledException() {
    super("the request was cancelled");
  }
}
