package dev.vmcts.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the texts of holes meet given text: parted by white space wherever a token of one could run into the other, or a
 * line comment of one hide the start of the other.
 */
public final class FillBorders {

  /** The white space that all three languages take for white space. */
  private static final String BLANKS = " \t\r\n";

  private FillBorders() {}

  /**
   * The texts of all holes, parted from given text where they would touch it.
   *
   * @throws IllegalArgumentException if there are not as many as the problem has holes
   */
  public static List<String> parted(Problem problem, List<String> texts) {
    if (texts.size() != problem.holes().size()) {
      throw new IllegalArgumentException(
          problem.name() + " has " + problem.holes().size() + " holes, not " + texts.size());
    }
    List<String> parted = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String start = between(problem.language(), problem.given().get(i), texts.get(i));
      String text = start + texts.get(i);
      parted.add(text + between(problem.language(), text, problem.given().get(i + 1)));
    }
    return parted;
  }

  /**
   * What has to stand between two texts. In Lean a line break only where it must, since indentation has a meaning; in Coq
   * always one, so that a period in front of a comment is not taken for the start of {@code .(}.
   */
  private static String between(Language language, String before, String after) {
    if (endsInLineComment(language, before) && !startsWithLineBreak(after)) {
      return "\n";
    }
    boolean apart = before.isEmpty()
        || isBlank(before.charAt(before.length() - 1))
        || (!after.isEmpty() && isBlank(after.charAt(0)));
    if (apart) {
      return "";
    }
    return language == Language.LEAN ? " " : "\n";
  }

  /** Whether the last line may hold a line comment: it does hold what starts one. */
  private static boolean endsInLineComment(Language language, String text) {
    String line = text.substring(text.lastIndexOf('\n') + 1);
    return switch (language) {
      case COQ -> false;
      case DAFNY -> line.contains("//");
      case LEAN -> line.contains("--");
    };
  }

  private static boolean startsWithLineBreak(String text) {
    int line = text.indexOf('\n');
    return line >= 0 && text.substring(0, line).isBlank();
  }

  private static boolean isBlank(char c) {
    return BLANKS.indexOf(c) >= 0;
  }
}
