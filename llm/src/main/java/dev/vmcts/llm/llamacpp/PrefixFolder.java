package dev.vmcts.llm.llamacpp;

import dev.vmcts.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of kept prefixes, which its owner alone can read, since they tell what the prompts said.
 *
 * <p>A file appears under its name only when it is whole, and the one that was used longest ago makes room. Any number of
 * processes may use the folder at once.
 */
final class PrefixFolder {

  private static final String FILE = ".kv";
  private static final String PART = ".part";
  /** How long after its last change a part is what a process left that was killed. */
  private static final Duration LEFT = Duration.ofHours(1);

  private static final FileAttribute<?> OWNERS_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNERS_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final long mostBytes;

  /**
   * A folder that need not be there.
   *
   * @param mostBytes most bytes of all files together
   */
  PrefixFolder(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** The file that begins like a prompt for the most tokens; files that are not whole are passed by. */
  Optional<PrefixFile> nearest(String identity, int[] prompt) throws IOException {
    PrefixFile best = null;
    for (Path path : files(FILE)) {
      try {
        PrefixFile file = PrefixFile.open(path);
        if (file.identity().equals(identity)
            && (best == null || common(file, prompt) > common(best, prompt))) {
          best = file;
        }
      } catch (IOException e) {
        // It is of another version, damaged, or was just removed: of no use, and removed in time.
      }
    }
    return Optional.ofNullable(best).filter(file -> common(file, prompt) > 0);
  }

  /** How many tokens of a prompt a file begins with. */
  static int common(PrefixFile file, int[] prompt) {
    int mismatch = Arrays.mismatch(file.tokens(), prompt);
    return mismatch < 0 ? prompt.length : mismatch;
  }

  /** Notes that a file was used, if that can be noted: what was read of it is good all the same. */
  void used(PrefixFile file) {
    try {
      Files.setLastModifiedTime(file.path(), FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It may be removed sooner than others then.
    }
  }

  /** Removes a file that is of no use. */
  void remove(PrefixFile file) throws IOException {
    Files.deleteIfExists(file.path());
  }

  /**
   * Keeps a prefix.
   *
   * @throws IOException if there is no room for it, or it cannot be written
   */
  void keep(String identity, int[] tokens, long bytes, PrefixFile.Source content)
      throws IOException {
    long size = PrefixFile.fileBytes(tokens.length, bytes);
    if (size > mostBytes) {
      throw new IOException("it takes " + mib(size) + ", and all kept prefixes together may take "
          + mib(mostBytes) + "; for more: --kept-prefixes");
    }
    Files.createDirectories(folder, OWNERS_FOLDER);
    makeRoom(mostBytes - size);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (size > free / 2) {
      throw new IOException("it takes " + mib(size) + ", and the disk has " + mib(free) + " left");
    }
    String name = name(identity, tokens);
    Path part = Files.createTempFile(folder, name, PART, OWNERS_FILE);
    try {
      PrefixFile.write(part, identity, tokens, bytes, content);
      Files.move(
          part,
          folder.resolve(name + FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String name(String identity, int[] tokens) {
    ByteBuffer all = ByteBuffer.allocate(Integer.BYTES * tokens.length);
    all.asIntBuffer().put(tokens);
    return Sha256.of(identity + Sha256.of(all.array())).substring(0, 32);
  }

  /** A file as it was when the folder was looked at. */
  private record Listed(Path path, Instant used, long bytes) {
    static Listed of(Path path) {
      // Both are 0 when another process has removed it meanwhile.
      return new Listed(
          path,
          Instant.ofEpochMilli(path.toFile().lastModified()),
          path.toFile().length());
    }
  }

  private void makeRoom(long most) throws IOException {
    Instant left = Instant.now().minus(LEFT);
    for (Listed part : files(PART).stream().map(Listed::of).toList()) {
      if (part.used.isBefore(left)) {
        Files.deleteIfExists(part.path);
      }
    }
    List<Listed> files = files(FILE).stream()
        .map(Listed::of)
        .sorted(Comparator.comparing(Listed::used))
        .toList();
    long sum = files.stream().mapToLong(Listed::bytes).sum();
    for (Listed file : files) {
      if (sum <= most) {
        return;
      }
      Files.deleteIfExists(file.path);
      sum -= file.bytes;
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(ending)).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  private static String mib(long bytes) {
    return ((bytes + (1 << 20) - 1) >> 20) + " MiB";
  }
}
