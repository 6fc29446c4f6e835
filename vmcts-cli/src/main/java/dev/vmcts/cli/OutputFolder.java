package dev.vmcts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a command writes to. */
final class OutputFolder {

  private OutputFolder() {}

  /** The folder, made when it is not there; a usage error when it cannot be written to. */
  static Path prepare(Path folder) throws CliException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw CliException.usage(
          folder + ": no folder and cannot be made one; choose another with -o", e);
    }
    try {
      // Some folders say that they can be written to and cannot.
      Files.delete(Files.createTempFile(folder, ".vmcts", ""));
    } catch (IOException e) {
      throw CliException.usage(folder + ": cannot be written to; choose another folder with -o", e);
    }
    return folder;
  }
}
