package dev.vmcts.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;

/** The list of exit codes at the end of the help. */
final class ExitCodes {

  private ExitCodes() {}

  static String render(Help help) {
    return Arrays.stream(ExitCode.values())
        .map(code -> String.format("  %3d  %s%n", code.status(), code.meaning()))
        .collect(Collectors.joining("", String.format("%nExit codes:%n"), ""));
  }
}
