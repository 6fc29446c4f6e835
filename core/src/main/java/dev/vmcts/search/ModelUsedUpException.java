package dev.vmcts.search;

/** Leaves a strategy when the model has nothing more to propose. */
final class ModelUsedUpException extends Exception {

  private static final long serialVersionUID = 1L;

  ModelUsedUpException() {
    super("model used up", null, false, false);
  }
}
