package dev.vmcts.llm.natives;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The files in a tar archive, one after the other.
 *
 * <p>Layout: the ustar format of POSIX. Only files and folders are taken, only with names that stay below the place where
 * the archive is unpacked; anything else is an error, since no package that is wanted has it.
 */
final class TarArchive {

  private static final int BLOCK = 512;

  private final InputStream in;
  private long rest;
  private long padding;

  /**
   * A file.
   *
   * @param name with slashes
   * @param content ends with the file; to be read before the next one is asked for
   */
  record Entry(String name, InputStream content) {}

  TarArchive(InputStream in) {
    this.in = in;
  }

  /** The next file; empty at the end. */
  Optional<Entry> next() throws IOException {
    while (true) {
      in.skipNBytes(rest + padding);
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK) {
        throw new EOFException("the archive ends too early");
      }
      if (header[0] == 0) {
        return Optional.empty();
      }
      String prefix = text(header, 345, 155);
      String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
      rest = size(name, text(header, 124, 12).strip());
      padding = (BLOCK - rest % BLOCK) % BLOCK;
      check(name, (char) header[156]);
      if (header[156] != '5') {
        return Optional.of(new Entry(name, content()));
      }
    }
  }

  private static void check(String name, char type) throws IOException {
    if (type != '0' && type != 0 && type != '5') {
      throw new IOException(
          "'" + name + "' in the archive is of type '" + type + "'; allowed: files and folders");
    }
    boolean leaves = name.startsWith("/") || name.contains("\\") || name.contains("\0");
    for (String part : name.split("/", -1)) {
      leaves |= part.equals("..");
    }
    if (leaves) {
      throw new IOException("'" + name + "' in the archive leads out of its folder");
    }
  }

  private static long size(String name, String octal) throws IOException {
    if (!octal.matches("[0-7]{1,11}")) {
      throw new IOException("'" + name + "' in the archive has no length");
    }
    return Long.parseLong(octal, 8);
  }

  private static String text(byte[] header, int from, int most) {
    int end = from;
    while (end < from + most && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private InputStream content() {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (rest == 0) {
          return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, rest));
        if (count < 0) {
          throw new EOFException("the archive ends too early");
        }
        rest -= count;
        return count;
      }
    };
  }
}
