package dev.vmcts.llm.llamacpp;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where the keys and values of long prompts are kept for later runs.
 *
 * @param folder the folder of the files, made when it is not there
 * @param mostBytes most bytes of all files together; 0 to keep and look for none
 * @param told takes a line when a prefix was loaded, and when one cannot be kept; called from a thread of the model's
 */
public record PrefixKeeping(Path folder, long mostBytes, Consumer<String> told) {

  /** Nothing is kept. */
  public static final PrefixKeeping NONE = new PrefixKeeping(Path.of(""), 0, line -> {});

  public PrefixKeeping {
    if (mostBytes < 0) {
      throw new IllegalArgumentException(
          "bytes of kept prefixes is " + mostBytes + "; allowed: 0 or more");
    }
  }
}
