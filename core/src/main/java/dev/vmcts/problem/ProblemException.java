package dev.vmcts.problem;

/** A problem file is not one. The message says where, what, and what to do. */
public final class ProblemException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A fault of the file as a whole. */
  public ProblemException(String file, String message) {
    super(file + ": " + message);
  }

  /** A fault at a place; line and column count from 1. */
  public ProblemException(String file, Position at, String message) {
    super(file + ":" + at.line() + ":" + at.column() + ": " + message);
  }
}
