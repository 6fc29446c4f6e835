package dev.vmcts.cli.sweep;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text files of a sweep. Whoever reads one finds the old text or the new one, never half of it. */
final class TextFile {

  private TextFile() {}

  /** Puts a text in the place of the file, through a file beside it. */
  static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads a file.
   *
   * @throws SweepException if it is not UTF-8 text
   */
  static String read(Path file) throws SweepException, IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new SweepException(file + ": not UTF-8 text", e);
    }
  }
}
