package dev.vmcts.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * How steps stand in a hole: a step a line, parted from the given text by white space.
 *
 * <p>In Lean, where indentation has a meaning, the first step stands where the hole does, and the others keep their places
 * relative to it.
 */
public final class FillLayout {

  private static final int INDENT = 2;

  private FillLayout() {}

  /** The text of a hole that holds the steps. */
  public static String of(Problem problem, int hole, List<String> steps) {
    String before = problem.given().get(hole);
    String after = problem.given().get(hole + 1);
    return problem.language() == Language.LEAN
        ? indented(before, steps) + (startsBlank(after) ? "" : "\n")
        : (endsBlank(before) ? "" : "\n")
            + String.join("\n", steps.stream().map(String::strip).toList())
            + (startsBlank(after) ? "" : "\n");
  }

  /** The column at which the text of a Lean hole starts, from 0. */
  public static int column(String before) {
    String line = before.substring(before.lastIndexOf('\n') + 1);
    int indent = indentOf(line);
    if (line.isBlank()) {
      return line.length();
    }
    boolean marker = line.startsWith("--", indent) || line.startsWith("/-", indent);
    return marker ? indent : indent + INDENT;
  }

  private static String indented(String before, List<String> steps) {
    int column = column(before);
    boolean begun = before.substring(before.lastIndexOf('\n') + 1).isBlank();
    List<String> lines = new ArrayList<>();
    int shift = 0;
    for (String step : steps) {
      String text = step.replaceFirst("^(?:[ \\t]*\\R)+", "").stripTrailing();
      if (lines.isEmpty()) {
        shift = column - indentOf(text);
      }
      for (String line : text.split("\\R", -1)) {
        lines.add(shifted(line, shift));
      }
    }
    String fill = String.join("\n", lines);
    return begun ? fill.substring(Math.min(column, indentOf(fill))) : "\n" + fill;
  }

  private static String shifted(String line, int shift) {
    return shift >= 0
        ? " ".repeat(line.isBlank() ? 0 : shift) + line
        : line.substring(Math.min(-shift, indentOf(line)));
  }

  private static int indentOf(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static boolean endsBlank(String text) {
    return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private static boolean startsBlank(String text) {
    return text.isEmpty() || Character.isWhitespace(text.charAt(0));
  }
}
