package dev.vmcts.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vmcts model}: what is done with models besides searching with them. */
@Command(
    name = "model",
    description = "Says what models are and how fast they are, serves them, and downloads others.",
    subcommands = {
      ModelInfoCommand.class,
      ModelListCommand.class,
      ModelBenchCommand.class,
      ModelServeCommand.class,
      ModelPullCommand.class,
      ModelRemoveCommand.class
    })
final class ModelCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "model does what? allowed: " + String.join(", ", spec.subcommands().keySet()));
  }
}
