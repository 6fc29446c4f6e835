package dev.vmcts.cli.suite;

/** A file of a suite makes no problem; the message says why. */
public final class SuiteException extends Exception {

  private static final long serialVersionUID = 1L;

  SuiteException(String message) {
    super(message);
  }
}
