package dev.vmcts.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vmcts problem}: what is done with problem files before anyone searches. */
@Command(
    name = "problem",
    description = "Checks, lists, begins and imports problem files.",
    subcommands = {
      ProblemCheckCommand.class,
      ProblemListCommand.class,
      ProblemNewCommand.class,
      ProblemImportCommand.class
    })
final class ProblemCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "problem does what? allowed: " + String.join(", ", spec.subcommands().keySet()));
  }
}
