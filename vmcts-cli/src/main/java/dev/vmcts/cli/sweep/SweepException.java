package dev.vmcts.cli.sweep;

/** A sweep that cannot be read, joined or gone on with; the message is one line for the user. */
public final class SweepException extends Exception {

  private static final long serialVersionUID = 1L;

  public SweepException(String message) {
    super(message);
  }

  public SweepException(String message, Throwable cause) {
    super(message, cause);
  }
}
