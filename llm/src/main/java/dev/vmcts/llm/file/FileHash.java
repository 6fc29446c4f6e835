package dev.vmcts.llm.file;

import dev.vmcts.llm.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of files, in hexadecimal. */
public final class FileHash {

  public static final String SHA_256 = "SHA-256";

  public static final String SHA_512 = "SHA-512";

  private FileHash() {}

  /** The SHA-256 of a file's content. */
  public static String ofFile(Path file) throws ModelException {
    return ofFile(file, SHA_256);
  }

  /**
   * The hash of a file's content.
   *
   * @param algorithm one of those above, which every Java has
   */
  public static String ofFile(Path file, String algorithm) throws ModelException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      byte[] buffer = new byte[1 << 20];
      int count = in.read(buffer);
      while (count >= 0) {
        digest.update(buffer, 0, count);
        count = in.read(buffer);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
