package dev.vmcts.cli;

import picocli.CommandLine.Command;

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
final class ModelCommand extends CommandGroup {}
