package dev.vmcts.llm.download;

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
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Downloads a file whose length and hash are known.
 *
 * <p>What has come stays in a file, named by the hash that is expected, so that a download that was cut off goes on where
 * it ended, however that was. What came is used only when its hash is the expected one.
 */
public final class Download {

  /** How the names of unfinished files end. */
  public static final String PART = ".part";

  private static final int ATTEMPTS = 5;

  private final Duration firstWait;

  /** Gives the content of the file. */
  @FunctionalInterface
  public interface Source {

    /**
     * A connection to the content from a byte on; its status is 200 where the server gives all of it, 206, or 416 for a
     * byte that is not there.
     *
     * @throws IOException if asking again may help
     * @throws ModelException if it will not
     */
    HttpURLConnection from(long start) throws IOException, ModelException;
  }

  /** Does something with a whole file; nobody else writes to it meanwhile. */
  @FunctionalInterface
  public interface Use {
    void accept(Path whole) throws IOException, ModelException;
  }

  /** A download that waits before it asks again; the waits double. */
  public Download(Duration firstWait) {
    this.firstWait = firstWait;
  }

  /**
   * Downloads a file to a place beside the one where it will be, checks it and hands it on.
   *
   * @param target where what is made of it will be; the unfinished file lies beside it
   * @throws ModelException if the connection broke too often, there is no room, or the content is wrong
   */
  public void run(Wanted wanted, Path target, Source source, DownloadProgress progress, Use use)
      throws ModelException, InterruptedException {
    Path part =
        target.resolveSibling(target.getFileName() + "." + wanted.hash().substring(0, 16) + PART);
    Path folder = part.toAbsolutePath().resolveSibling("");
    try {
      Files.createDirectories(folder);
      try (FileChannel out =
              FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(out)) {
        if (lock == null) {
          throw new ModelException(part + " is being written by another download; wait for it");
        }
        long free = Files.getFileStore(part).getUsableSpace();
        if (free < wanted.bytes() - out.size()) {
          throw new ModelException("there is no room for " + wanted.name() + " in " + folder + ": "
              + (wanted.bytes() - out.size()) + " bytes are needed, " + free + " are free");
        }
        fetch(wanted, source, out, progress);
        check(part, wanted);
        use.accept(part);
      }
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
  private void fetch(Wanted wanted, Source source, FileChannel out, DownloadProgress progress)
      throws ModelException, IOException, InterruptedException {
    if (out.size() > wanted.bytes()) {
      out.truncate(0);
    }
    int failures = 0;
    while (out.size() < wanted.bytes()) {
      long before = out.size();
      Optional<IOException> broken = append(wanted, source, out, progress);
      if (broken.isPresent()) {
        failures = out.size() > before ? 1 : failures + 1;
        if (failures >= ATTEMPTS) {
          throw new ModelException(
              "the download of " + wanted.name() + " broke off at " + out.size() + " of "
                  + wanted.bytes() + " bytes (" + broken.get().getMessage()
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
  private static Optional<IOException> append(
      Wanted wanted, Source source, FileChannel out, DownloadProgress progress)
      throws ModelException, IOException, InterruptedException {
    HttpURLConnection connection;
    InputStream in;
    try {
      connection = source.from(out.size());
      if (connection.getResponseCode() == 416) {
        out.truncate(0);
        return Optional.of(new IOException("the server has no such range"));
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
        return Optional.of(new IOException("the server sends another range: " + range));
      }
      return copy(in, wanted, out, progress);
    } finally {
      connection.disconnect();
    }
  }

  private static Optional<IOException> copy(
      InputStream in, Wanted wanted, FileChannel out, DownloadProgress progress)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[1 << 18];
    out.position(out.size());
    while (out.position() < wanted.bytes()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      int most = (int) Math.min(buffer.length, wanted.bytes() - out.position());
      int count;
      try {
        count = in.read(buffer, 0, most);
      } catch (IOException e) {
        return Optional.of(e);
      }
      if (count < 0) {
        return Optional.of(new IOException("the connection ended"));
      }
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      progress.at(out.position(), wanted.bytes());
    }
    return Optional.empty();
  }

  private static void check(Path part, Wanted wanted) throws ModelException, IOException {
    String hash = FileHash.ofFile(part, wanted.algorithm());
    if (!hash.equals(wanted.hash())) {
      Files.delete(part);
      throw new ModelException(
          "what came of " + wanted.name() + " has " + wanted.algorithm() + " " + hash + ", "
              + wanted.says() + " says " + wanted.hash() + "; it was deleted: download it again");
    }
  }
}
