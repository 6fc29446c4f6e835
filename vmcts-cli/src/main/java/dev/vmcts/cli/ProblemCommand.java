package dev.vmcts.cli;

import picocli.CommandLine.Command;

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
final class ProblemCommand extends CommandGroup {}
