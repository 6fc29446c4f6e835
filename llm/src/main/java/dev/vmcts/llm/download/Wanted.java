package dev.vmcts.llm.download;

import dev.vmcts.llm.file.FileHash;
import java.util.Locale;

/**
 * A file to be downloaded, and what tells that it came whole.
 *
 * @param name what a user calls it, for messages
 * @param bytes its length
 * @param algorithm {@link FileHash#SHA_256} or {@link FileHash#SHA_512}
 * @param hash of its content, in hexadecimal
 * @param says who says so, for messages
 */
public record Wanted(String name, long bytes, String algorithm, String hash, String says) {

  public Wanted {
    hash = hash.toLowerCase(Locale.ROOT);
  }
}
