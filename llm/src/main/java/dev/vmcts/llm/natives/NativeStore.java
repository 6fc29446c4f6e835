package dev.vmcts.llm.natives;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.download.Download;
import dev.vmcts.llm.download.DownloadProgress;
import dev.vmcts.llm.file.CacheFolder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Downloaded builds of llama.cpp, each in a folder that is there only when it is whole.
 *
 * @param folder where they are, or will be
 */
public record NativeStore(Path folder) {

  private static final Pattern FOLDER = Pattern.compile("[a-z]+-[0-9][0-9.]*");

  /** Of an archive, what running models takes; the rest is for programs in JavaScript. */
  private static final Pattern LIBRARY =
      Pattern.compile("package/bins/[^/]+/(lib(?:llama|ggml)[\\w.-]*\\.so)");

  private static final String OTHER = "libllama-common.so";
  private static final String LICENSE = "package/LICENSE";

  /** The store in the cache folder. */
  public static NativeStore ofCache() {
    return new NativeStore(CacheFolder.path().resolve("llama.cpp"));
  }

  /** The builds that are there. */
  public List<Path> list() throws ModelException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(f -> FOLDER.matcher(f.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ModelException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The one that {@code installed} means: of this release's packages the one that does more; empty if none is there. */
  public Optional<Path> preferred() {
    return NativePackage.ALL.stream()
        .map(wanted -> folder.resolve(wanted.folder()))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /**
   * Downloads a package and unpacks it, unless it is there.
   *
   * @return its folder
   * @throws ModelException if the registry does not have it, the connection broke too often, or the content is wrong
   */
  public Path install(NativePackage wanted, Registry registry, DownloadProgress progress)
      throws ModelException, InterruptedException {
    return install(wanted, registry, progress, Duration.ofSeconds(1));
  }

  /** The same, with another first wait after a connection that broke. */
  Path install(
      NativePackage wanted, Registry registry, DownloadProgress progress, Duration firstWait)
      throws ModelException, InterruptedException {
    Path target = folder.resolve(wanted.folder());
    if (Files.isDirectory(target)) {
      return target;
    }
    new Download(firstWait)
        .run(wanted.archive(), target, registry.archive(wanted), progress, archive -> {
          unpack(archive, target);
          Files.delete(archive);
        });
    return target;
  }

  private static void unpack(Path archive, Path target) throws IOException, ModelException {
    // What a killed one has left; nobody else unpacks while the archive is locked.
    Path half = target.resolveSibling("." + target.getFileName());
    delete(half);
    try {
      Files.createDirectory(half);
      copy(archive, half);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(half);
    }
  }

  private static void copy(Path archive, Path to) throws IOException, ModelException {
    boolean library = false;
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
      TarArchive tar = new TarArchive(in);
      Optional<TarArchive.Entry> entry = tar.next();
      while (entry.isPresent()) {
        String name = entry.get().name();
        Matcher found = LIBRARY.matcher(name);
        if (found.matches() && !found.group(1).equals(OTHER)) {
          Files.copy(entry.get().content(), to.resolve(found.group(1)));
          library |= found.group(1).startsWith("libllama");
        } else if (name.equals(LICENSE)) {
          Files.copy(entry.get().content(), to.resolve("LICENSE"));
        }
        entry = tar.next();
      }
    } catch (IOException e) {
      throw new ModelException("cannot unpack " + archive + ": " + e.getMessage(), e);
    }
    if (!library) {
      throw new ModelException("cannot unpack " + archive + ": it has no libllama");
    }
  }

  /**
   * Deletes a build.
   *
   * @param name as its folder is called
   * @return its folder
   * @throws ModelException if there is none, or it cannot be deleted
   */
  public Path remove(String name) throws ModelException {
    Path build = list().stream()
        .filter(f -> f.getFileName().toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new ModelException("there is no llama.cpp '" + name + "' in " + folder
            + "; vmcts native list shows what there is"));
    try {
      // Under another name first, so that a half deleted one is never taken for a whole one.
      Path half = build.resolveSibling("." + name);
      delete(half);
      Files.move(build, half, StandardCopyOption.ATOMIC_MOVE);
      delete(half);
    } catch (IOException e) {
      throw new ModelException("cannot delete " + build + ": " + e, e);
    }
    return build;
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
