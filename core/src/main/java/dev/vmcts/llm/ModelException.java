package dev.vmcts.llm;

/** The model could not do its work: missing, broken, out of memory. The message says what to do. */
public class ModelException extends Exception {

  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
