package dev.vmcts.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command run in a process of its own, as this module's tests have built it. */
final class CliProcess {

  private CliProcess() {}

  /**
   * Starts it.
   *
   * @param home the folder that takes the place of the source tree
   * @param output gets both streams
   */
  static Process start(
      Path folder, Path home, Map<String, String> environment, Path output, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dvmcts.home=" + home.toAbsolutePath().normalize(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
