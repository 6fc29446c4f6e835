package dev.vmcts.llm.script;

import dev.vmcts.llm.ModelException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Text files that stand for models. */
final class TextFiles {

  private static final int CHARACTERS_PER_TOKEN = 3;

  private TextFiles() {}

  /**
   * The text of a file.
   *
   * @param what what the file is to the user, such as {@code script}
   */
  static String read(Path file, String what) throws ModelException {
    if (!Files.exists(file)) {
      throw new ModelException(what + " " + file + " does not exist; give the path of a file");
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelException(what + " " + file + " is not a file; give the path of a file");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ModelException(what + " " + file + " is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new ModelException(what + " " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** What a text without a tokenizer counts as: one token for every three characters begun, at least one. */
  static int tokens(String text) {
    return Math.max(1, (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
