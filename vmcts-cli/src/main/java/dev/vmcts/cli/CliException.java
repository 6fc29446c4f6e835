package dev.vmcts.cli;

/**
 * Ends a command with an exit code and one line for the user: what, where, the value, what is allowed, what to do next.
 */
public final class CliException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public CliException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public CliException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Bad input from the user. */
  public static CliException usage(String message) {
    return new CliException(ExitCode.USAGE, message);
  }

  /** Bad input from the user, found by another part. */
  public static CliException usage(String message, Throwable cause) {
    return new CliException(ExitCode.USAGE, message, cause);
  }

  /** The exit code that it asks for. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
