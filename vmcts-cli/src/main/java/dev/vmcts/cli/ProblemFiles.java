package dev.vmcts.cli;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds problem files on the command line. */
final class ProblemFiles {

  private ProblemFiles() {}

  /**
   * The files as named, and the problem files in each folder and below it, mutants excepted.
   *
   * @param named files and folders; none stands for the problems of this project
   * @throws CliException if there is no such file or folder, or a folder without a problem file
   */
  static List<Path> of(List<Path> named) throws CliException {
    List<Path> files = new ArrayList<>();
    for (Path path : named.isEmpty() ? List.of(home()) : named) {
      if (Files.isDirectory(path)) {
        List<Path> found = in(path);
        if (found.isEmpty()) {
          throw CliException.usage(
              path + ": no problem file in this folder; allowed: .v, .dfy, .lean");
        }
        files.addAll(found);
      } else if (!Files.exists(path)) {
        throw CliException.usage(path + ": no such file or folder");
      } else if (Mutant.isOne(path)) {
        throw CliException.usage(path + ": a mutant; name the problem that it belongs to");
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static Path home() {
    Path here = Path.of("problems");
    return Files.isDirectory(here)
        ? here
        : Path.of(System.getProperty("vmcts.home", ".")).resolve("problems");
  }

  private static List<Path> in(Path folder) throws CliException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> Language.ofFileName(f.toString()).isPresent())
          .filter(f -> Files.isRegularFile(f) && !Mutant.isOne(f))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw CliException.usage(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
