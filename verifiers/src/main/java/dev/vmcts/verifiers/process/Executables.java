package dev.vmcts.verifiers.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds programs on the search path. */
public final class Executables {

  private Executables() {}

  /** The folders of the environment variable {@code PATH}, in its order. */
  public static List<Path> searchPath() {
    List<Path> folders = new ArrayList<>();
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        try {
          folders.add(Path.of(folder).toAbsolutePath());
        } catch (InvalidPathException e) {
          // A folder that this system cannot name holds no program.
        }
      }
    }
    return folders;
  }

  /** The first of the folders' files of that name that may be executed. */
  public static Optional<Path> find(String name, List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** The program of that name on the search path. */
  public static Optional<Path> find(String name) {
    return find(name, searchPath());
  }

  /** The file behind symbolic links, or the path itself where there is none. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath();
    }
  }
}
