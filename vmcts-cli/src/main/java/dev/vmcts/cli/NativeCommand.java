package dev.vmcts.cli;

import picocli.CommandLine.Command;

/** {@code vmcts native}: the builds of llama.cpp that run local models. */
@Command(
    name = "native",
    description =
        "Downloads newer builds of llama.cpp, for newer models, newer processors and GPUs. --native installed uses them.",
    subcommands = {NativeInstallCommand.class, NativeListCommand.class, NativeRemoveCommand.class})
final class NativeCommand extends CommandGroup {}
