package dev.vmcts.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vmcts prompt}: what a model is shown. */
@Command(
    name = "prompt",
    description = "Lists prompt styles, and shows what a model is given at the start of a search.",
    subcommands = {PromptListCommand.class, PromptShowCommand.class})
final class PromptCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "prompt does what? allowed: " + String.join(", ", spec.subcommands().keySet()));
  }
}
