package dev.vmcts.llm.llamacpp;

import dev.vmcts.text.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file with the keys and values of a prefix. Head and content each have a SHA-256, so that a file which is damaged, cut
 * or none of ours is refused before native code sees it.
 */
final class PrefixFile {

  /** Takes a part of the content. */
  interface Sink {
    void put(long offset, byte[] part, int count);
  }

  /** Gives a part of the content. */
  interface Source {
    void get(long offset, byte[] part, int count);
  }

  /** Changes with every change of the format. */
  private static final byte[] MAGIC = "vmctskv1".getBytes(StandardCharsets.US_ASCII);

  private static final int HASH_BYTES = 32;
  private static final int FIXED_BYTES = MAGIC.length + 2 * HASH_BYTES + Long.BYTES + Integer.BYTES;
  private static final int MOST_TOKENS = 1 << 24;
  private static final int PART_BYTES = 1 << 20;

  private final Path path;
  private final String identity;
  private final int[] tokens;
  private final long bytes;
  private final byte[] hash;

  private PrefixFile(Path path, String identity, int[] tokens, long bytes, byte[] hash) {
    this.path = path;
    this.identity = identity;
    this.tokens = tokens;
    this.bytes = bytes;
    this.hash = hash;
  }

  /**
   * Reads a file's head.
   *
   * @throws IOException if it cannot be read, or is no whole file of this format
   */
  static PrefixFile open(Path path) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      ByteBuffer fixed = ByteBuffer.wrap(in.readNBytes(FIXED_BYTES));
      if (fixed.remaining() < FIXED_BYTES || !Arrays.equals(take(fixed, MAGIC.length), MAGIC)) {
        throw new IOException(path + " has no kept prefix");
      }
      String identity = HexFormat.of().formatHex(take(fixed, HASH_BYTES));
      long bytes = fixed.getLong();
      byte[] hash = take(fixed, HASH_BYTES);
      int count = fixed.getInt();
      if (count < 1
          || count > MOST_TOKENS
          || bytes < 1
          || headBytes(count) + bytes != Files.size(path)) {
        throw new IOException(path + " is damaged: its length is not what it says");
      }
      byte[] rest = in.readNBytes(Integer.BYTES * count);
      byte[] headHash = in.readNBytes(HASH_BYTES);
      MessageDigest digest = Sha256.digest();
      digest.update(fixed.array());
      if (!Arrays.equals(digest.digest(rest), headHash)) {
        throw new IOException(path + " is damaged: its head is not as it was written");
      }
      int[] tokens = new int[count];
      ByteBuffer.wrap(rest).asIntBuffer().get(tokens);
      return new PrefixFile(path, identity, tokens, bytes, hash);
    }
  }

  private static byte[] take(ByteBuffer from, int count) {
    byte[] taken = new byte[count];
    from.get(taken);
    return taken;
  }

  private static long headBytes(int tokens) {
    return FIXED_BYTES + (long) Integer.BYTES * tokens + HASH_BYTES;
  }

  /** Bytes of a file with such a prefix. */
  static long fileBytes(int tokens, long bytes) {
    return headBytes(tokens) + bytes;
  }

  /**
   * Writes a file.
   *
   * @param path an empty file
   * @param identity 64 hexadecimal digits, what the content depends on beside the tokens
   */
  static void write(Path path, String identity, int[] tokens, long bytes, Source content)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    each(bytes, content, digest::update);
    ByteBuffer head = ByteBuffer.allocate((int) headBytes(tokens.length))
        .put(MAGIC)
        .put(HexFormat.of().parseHex(identity))
        .putLong(bytes)
        .put(digest.digest())
        .putInt(tokens.length);
    head.asIntBuffer().put(tokens);
    head.position(head.capacity() - HASH_BYTES);
    digest.update(head.array(), 0, head.position());
    head.put(digest.digest());
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(head.array());
      each(bytes, content, out::write);
    }
  }

  /** Takes the parts of a content. */
  private interface Parts {
    void take(byte[] part, int from, int count) throws IOException;
  }

  private static void each(long bytes, Source content, Parts parts) throws IOException {
    byte[] part = new byte[(int) Math.min(bytes, PART_BYTES)];
    for (long at = 0; at < bytes; at += part.length) {
      int count = (int) Math.min(part.length, bytes - at);
      content.get(at, part, count);
      parts.take(part, 0, count);
    }
  }

  /**
   * Reads the content.
   *
   * @throws IOException if it cannot be read, or is not what was written; what the sink has taken is worth nothing then
   */
  void content(Sink sink) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] part = new byte[(int) Math.min(bytes, PART_BYTES)];
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(headBytes(tokens.length));
      for (long at = 0; at < bytes; at += part.length) {
        int count = (int) Math.min(part.length, bytes - at);
        if (in.readNBytes(part, 0, count) < count) {
          throw new IOException(path + " is damaged: it was cut");
        }
        digest.update(part, 0, count);
        sink.put(at, part, count);
      }
    }
    if (!Arrays.equals(digest.digest(), hash)) {
      throw new IOException(path + " is damaged: its content is not as it was written");
    }
  }

  Path path() {
    return path;
  }

  /** What the content depends on beside the tokens, as 64 hexadecimal digits. */
  String identity() {
    return identity;
  }

  /** The tokens of the prefix; not to be changed. */
  int[] tokens() {
    return tokens;
  }

  /** Bytes of the content. */
  long bytes() {
    return bytes;
  }
}
