package dev.vmcts.prompt;

import java.util.List;

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

  /** A template with all of it in its places; a long text is cut at its end. */
  String in(String template) {
    String thoughts = String.join(
        "\n", reflections.stream().map(r -> cut(r, REFLECTION_CHARS)).toList());
    StringBuilder text = new StringBuilder();
    // Piece by piece: what is put in may look like a place itself.
    for (String piece :
        template.split("(?=%program|%error|%reflections)|(?<=%program|%error|%reflections)", -1)) {
      text.append(
          switch (piece) {
            case "%program" -> program.strip();
            case "%error" -> cut(error.strip(), ERROR_CHARS);
            case "%reflections" -> thoughts;
            default -> piece;
          });
    }
    return text.toString();
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit - 3) + "...";
  }
}
