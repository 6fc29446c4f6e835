package dev.vmcts.llm.file;

import dev.vmcts.llm.ModelException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the text file behind a model. */
public final class ModelText {

  private ModelText() {}

  /**
   * The whole text.
   *
   * @param what what the file is, such as {@code script}, for messages
   */
  public static String read(String what, Path file) throws ModelException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ModelException(what + " file " + file + " does not exist", e);
    } catch (CharacterCodingException e) {
      throw new ModelException(what + " file " + file + " is not UTF-8 text", e);
    } catch (IOException e) {
      throw new ModelException("cannot read " + what + " file " + file + ": " + e.getMessage(), e);
    }
  }
}
