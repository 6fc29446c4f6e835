package dev.vmcts.cli;

import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command into one line and an exit status. */
final class Errors {

  private Errors() {}

  static int wrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    StringBuilder message = new StringBuilder(message(e));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        message
            .append("; did you mean ")
            .append(String.join(" or ", suggestions))
            .append('?');
      }
    }
    message.append(" (see: ").append(command.getCommandSpec().qualifiedName()).append(" --help)");
    line(command, message.toString());
    return ExitCode.USAGE.status();
  }

  static int failed(Exception e, CommandLine command, boolean debug) {
    ExitCode code = exitCode(e);
    line(command, code == ExitCode.INTERNAL ? internal(e, debug) : message(e));
    if (debug) {
      e.printStackTrace(command.getErr());
    }
    return code.status();
  }

  static int interrupted(CommandLine command) {
    line(command, "interrupted");
    return ExitCode.INTERRUPTED.status();
  }

  /** The exit code of a failure. */
  static ExitCode exitCode(Exception e) {
    if (e instanceof CliException cli) {
      return cli.exitCode();
    } else if (e instanceof VerifierException || e instanceof ModelException) {
      return ExitCode.MISSING;
    } else if (e instanceof ProblemException) {
      return ExitCode.MALFORMED;
    } else if (e instanceof SweepException) {
      return ExitCode.USAGE;
    } else if (e instanceof InterruptedException) {
      return ExitCode.INTERRUPTED;
    }
    return ExitCode.INTERNAL;
  }

  private static String internal(Exception e, boolean debug) {
    return "internal error: " + firstLine(e.toString()) + (debug ? "" : "; --debug prints where");
  }

  /** What a failure says, in one line. */
  static String message(Exception e) {
    String message = e.getMessage();
    return message == null
        ? (e instanceof InterruptedException ? "interrupted" : e.toString())
        : firstLine(message);
  }

  private static String firstLine(String message) {
    return message.strip().lines().map(String::strip).findFirst().orElse("");
  }

  private static void line(CommandLine command, String message) {
    command.getErr().println("vmcts: " + message);
    command.getErr().flush();
  }
}
