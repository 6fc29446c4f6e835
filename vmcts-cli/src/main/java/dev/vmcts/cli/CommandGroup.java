package dev.vmcts.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing but hold others: without one of them it says which there are. */
abstract class CommandGroup implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(),
        spec.name() + " does what? allowed: "
            + String.join(", ", spec.subcommands().keySet()));
  }
}
