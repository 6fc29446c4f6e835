package dev.vmcts.llm.hub;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Downloaded models: {@code OWNER/REPO/FILE.gguf} in a folder. A file is there only when it is whole and checked.
 *
 * @param folder where they are, or will be
 */
public record HubCache(Path folder) {

  /** Where a file of a repository is kept. */
  Path path(HubName name, String file) {
    return repository(name).resolve(file);
  }

  private Path repository(HubName name) {
    return folder.resolve(name.owner()).resolve(name.repo());
  }

  /**
   * The file of a model; no hub is asked.
   *
   * @throws ModelException if it was not downloaded, or it cannot be told which of several is meant
   */
  public Path find(HubName name) throws ModelException {
    List<String> files = files(name);
    if (files.isEmpty()) {
      throw new ModelException("model " + name + " is not in the cache folder " + folder
          + "; download it with: vmcts model pull " + name);
    }
    return path(name, name.choose(files, "the cache folder " + folder));
  }

  private List<String> files(HubName name) throws ModelException {
    Path repository = repository(name);
    if (!Files.isDirectory(repository)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(repository)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> repository.relativize(file).toString().replace('\\', '/'))
          .filter(HubName::isModel)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ModelException("cannot read " + repository + ": " + e.getMessage(), e);
    }
  }

  /**
   * Deletes a model, what is left of broken downloads of it, and folders that are empty then.
   *
   * @return the file that was deleted
   * @throws ModelException if there is none, or it cannot be deleted
   */
  public Path remove(HubName name) throws ModelException {
    Path file = find(name);
    try {
      Files.delete(file);
      for (Path part : parts(file)) {
        Files.delete(part);
      }
      Path empty = file.getParent();
      while (empty != null && !empty.equals(folder) && isEmpty(empty)) {
        Files.delete(empty);
        empty = empty.getParent();
      }
    } catch (IOException e) {
      throw new ModelException("cannot delete " + file + ": " + e, e);
    }
    return file;
  }

  private static List<Path> parts(Path file) throws IOException {
    List<Path> parts = new ArrayList<>();
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (Stream<Path> beside = Files.list(folder)) {
        beside
            .filter(f -> f.getFileName().toString().startsWith(file.getFileName() + "."))
            .filter(f -> f.toString().endsWith(Download.PART))
            .forEach(parts::add);
      }
    }
    return parts;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
