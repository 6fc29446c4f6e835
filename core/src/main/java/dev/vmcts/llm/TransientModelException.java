package dev.vmcts.llm;

/** A request failed, but the model goes on: the same request may be asked again. */
public final class TransientModelException extends ModelException {

  private static final long serialVersionUID = 1L;

  public TransientModelException(String message) {
    super(message);
  }

  public TransientModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
