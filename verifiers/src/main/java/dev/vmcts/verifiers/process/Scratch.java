package dev.vmcts.verifiers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A private folder, readable by this user alone, that is deleted when it is closed, and when this program ends in
 * whatever way.
 */
public final class Scratch implements AutoCloseable {

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** Makes one below the folder for temporary files. */
  public static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory(Janitor.folder(), "scratch-"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make a folder in " + System.getProperty("java.io.tmpdir") + ": " + e.getMessage(),
          e);
    }
  }

  /** Its absolute path, free of symbolic links. */
  public Path folder() {
    return folder;
  }

  /** Deletes the folder and what is in it as far as that is possible; symbolic links are not followed. */
  @Override
  public void close() {
    try {
      Files.walkFileTree(folder, new Deleter());
    } catch (IOException e) {
      // Left to the system's own clearing of temporary files.
    }
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return delete(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) {
      return delete(directory);
    }

    private static FileVisitResult delete(Path path) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // What stays is left to the system's own clearing of temporary files.
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
