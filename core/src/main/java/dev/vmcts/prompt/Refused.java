package dev.vmcts.prompt;

import java.util.List;
import java.util.Map;

/**
 * A whole program that was refused, as a model is shown it.
 *
 * @param program the program
 * @param error what the verifier has said, possibly of several lines
 * @param reflections what the model has said of this one and of those before it, oldest first
 */
public record Refused(String program, String error, List<String> reflections) {

  private static final int ERROR_CHARS = 1500;
  private static final int REFLECTION_CHARS = 1000;

  public Refused {
    reflections = List.copyOf(reflections);
  }

  /** The texts of its places; a long one is cut at its end. */
  Places places() {
    String thoughts = String.join(
        "\n", reflections.stream().map(r -> cut(r, REFLECTION_CHARS)).toList());
    return new Places(Map.of(
        "%program",
        program.strip(), "%error", cut(error.strip(), ERROR_CHARS), "%reflections", thoughts));
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit - 3) + "...";
  }
}
