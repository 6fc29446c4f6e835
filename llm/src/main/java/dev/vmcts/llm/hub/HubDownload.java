package dev.vmcts.llm.hub;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.file.FileHash;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Downloads a model from a hub into the cache.
 *
 * <p>What has come stays in a file beside the model's, named by the hash that is expected, so that a download that was cut
 * off goes on where it ended, however that was. The model's file appears only when its SHA-256 is what the hub says.
 */
public final class HubDownload {

  /** How the names of unfinished files end. */
  static final String PART = ".part";

  private static final int ATTEMPTS = 5;

  private final Hub hub;
  private final HubCache cache;
  private final Duration firstWait;

  public HubDownload(Hub hub, HubCache cache) {
    this(hub, cache, Duration.ofSeconds(1));
  }

  /** A download that waits otherwise before it asks again; the waits double. */
  HubDownload(Hub hub, HubCache cache, Duration firstWait) {
    this.hub = hub;
    this.cache = cache;
    this.firstWait = firstWait;
  }

  /** Hears how far a download is. */
  @FunctionalInterface
  public interface Progress {

    /** So many bytes are there, of so many. */
    void at(long bytes, long of);
  }

  /**
   * Downloads a model, unless it is there.
   *
   * @return its file
   * @throws ModelException if the hub does not have it, the connection broke too often, or the content is wrong
   */
  public Path run(HubName name, Progress progress) throws ModelException, InterruptedException {
    String chosen = name.file().isEmpty()
        ? name.choose(hub.files(name), "the hub")
        : name.choose(List.of(name.file()), "the hub");
    HubFile file = hub.look(name, chosen);
    Path target = cache.path(name, chosen);
    if (Files.isRegularFile(target) && FileHash.ofFile(target).equals(file.sha256())) {
      progress.at(file.bytes(), file.bytes());
      return target;
    }
    Path part =
        target.resolveSibling(target.getFileName() + "." + file.sha256().substring(0, 16) + PART);
    try {
      Files.createDirectories(part.toAbsolutePath().getParent());
      try (FileChannel out =
              FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(out)) {
        if (lock == null) {
          throw new ModelException(part + " is being written by another download; wait for it");
        }
        long free = Files.getFileStore(part).getUsableSpace();
        if (free < file.bytes() - out.size()) {
          throw new ModelException("there is no room for " + name + " in " + cache.folder() + ": "
              + (file.bytes() - out.size()) + " bytes are needed, " + free + " are free");
        }
        fetch(name, file, out, bytes -> progress.at(bytes, file.bytes()));
        check(part, file);
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return target;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException e) {
      throw new ModelException("cannot write " + part + ": " + e, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Gets what is missing; asks again as long as it helps. */
  private void fetch(HubName name, HubFile file, FileChannel out, LongConsumer progress)
      throws ModelException, IOException, InterruptedException {
    if (out.size() > file.bytes()) {
      out.truncate(0);
    }
    int failures = 0;
    while (out.size() < file.bytes()) {
      long before = out.size();
      Optional<IOException> broken = append(name, file, out, progress);
      if (broken.isPresent()) {
        failures = out.size() > before ? 1 : failures + 1;
        if (failures >= ATTEMPTS) {
          throw new ModelException(
              "the download of " + name + " broke off at " + out.size() + " of " + file.bytes()
                  + " bytes (" + broken.get().getMessage()
                  + "); the same command goes on from there",
              broken.get());
        }
        Thread.sleep(firstWait.multipliedBy(1L << (failures - 1)).toMillis());
      }
    }
  }

  /**
   * Appends what one connection gives.
   *
   * @return why it ended too early; empty when the file is as long as it should be
   * @throws IOException if the disk does not take it
   */
  private Optional<IOException> append(
      HubName name, HubFile file, FileChannel out, LongConsumer progress)
      throws ModelException, IOException, InterruptedException {
    HttpURLConnection connection;
    InputStream in;
    try {
      connection = hub.content(name, file.name(), out.size());
      if (connection.getResponseCode() == 416) {
        out.truncate(0);
        return Optional.of(new IOException("the hub has no such range"));
      }
      in = connection.getInputStream();
    } catch (IOException e) {
      return Optional.of(e);
    }
    try (in) {
      String range = String.valueOf(connection.getHeaderField("Content-Range"));
      if (connection.getResponseCode() == 200) {
        out.truncate(0);
      } else if (!range.startsWith("bytes " + out.size() + "-")) {
        return Optional.of(new IOException("the hub sends another range: " + range));
      }
      return copy(in, file, out, progress);
    } finally {
      connection.disconnect();
    }
  }

  private static Optional<IOException> copy(
      InputStream in, HubFile file, FileChannel out, LongConsumer progress)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[1 << 18];
    out.position(out.size());
    while (out.position() < file.bytes()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      int most = (int) Math.min(buffer.length, file.bytes() - out.position());
      int count;
      try {
        count = in.read(buffer, 0, most);
      } catch (IOException e) {
        return Optional.of(e);
      }
      if (count < 0) {
        return Optional.of(new IOException("the connection ended"));
      }
      write(out, ByteBuffer.wrap(buffer, 0, count));
      progress.accept(out.position());
    }
    return Optional.empty();
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static void check(Path part, HubFile file) throws ModelException, IOException {
    String hash = FileHash.ofFile(part);
    if (!hash.equals(file.sha256())) {
      Files.delete(part);
      throw new ModelException("what came of " + file.name() + " has SHA-256 " + hash
          + ", the hub says " + file.sha256() + "; it was deleted: download it again");
    }
  }
}
