package dev.vmcts.verify;

/** The verifier could not do its work: it is missing, too old, or does not start. The message says what to do. */
public class VerifierException extends Exception {

  private static final long serialVersionUID = 1L;

  public VerifierException(String message) {
    super(message);
  }

  public VerifierException(String message, Throwable cause) {
    super(message, cause);
  }
}
