package dev.vmcts.cli;

import picocli.CommandLine.Command;

/** {@code vmcts prompt}: what a model is shown. */
@Command(
    name = "prompt",
    description = "Lists prompt styles, and shows what a model is given at the start of a search.",
    subcommands = {PromptListCommand.class, PromptShowCommand.class})
final class PromptCommand extends CommandGroup {}
