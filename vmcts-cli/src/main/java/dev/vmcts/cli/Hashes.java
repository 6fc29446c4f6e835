package dev.vmcts.cli;

import dev.vmcts.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that traces name things by. */
final class Hashes {

  private Hashes() {}

  /** SHA-256 of the problem's given text and the places of its holes, in hexadecimal; the reference is left out. */
  static String sha256(Problem problem) {
    try {
      byte[] text = String.join("\0", problem.given()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
