package dev.vmcts.cli;

import dev.vmcts.problem.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that {@code --context} names. */
final class ContextFiles {

  /** More than this no library has, and it is read into memory. */
  private static final long MOST_BYTES = 64L << 20;

  private ContextFiles() {}

  /**
   * The files of a language, each once, in the order of their names within a folder.
   *
   * @throws CliException if a path has no such file
   */
  static List<Path> of(List<Path> paths, Language language) throws CliException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> found = in(path, language);
        if (found.isEmpty()) {
          throw CliException.usage(path + ": no " + language.extension()
              + " file in this folder, which --context needs for a problem in "
              + language.displayName());
        }
        files.addAll(found);
      } else if (!Files.exists(path)) {
        throw CliException.usage(
            path + ": no such file or folder; --context takes files and folders");
      } else if (!path.toString().endsWith(language.extension()) || !Files.isRegularFile(path)) {
        throw CliException.usage(path + ": --context for a problem in " + language.displayName()
            + " takes " + language.extension() + " files");
      } else {
        files.add(path);
      }
    }
    return files.stream().map(Path::normalize).distinct().toList();
  }

  private static List<Path> in(Path folder, Language language) throws CliException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(language.extension()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw CliException.usage(folder + ": cannot be read: " + e.getMessage());
    }
  }

  /**
   * What stands in files.
   *
   * @throws CliException if one is no UTF-8 text, or they are too much
   */
  static List<String> read(List<Path> files) throws CliException {
    List<String> texts = new ArrayList<>();
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
        if (bytes > MOST_BYTES) {
          throw CliException.usage(
              file + ": with this file --context names more than 64 MiB; allowed: at most"
                  + " 64 MiB; name the folders that matter");
        }
        texts.add(Files.readString(file));
      } catch (CharacterCodingException e) {
        throw CliException.usage(file + ": is no UTF-8 text, which --context takes");
      } catch (IOException e) {
        throw CliException.usage(file + ": cannot be read: " + e.getMessage());
      }
    }
    return texts;
  }
}
