package dev.vmcts.search;

import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.Step;
import java.util.ArrayList;
import java.util.List;

/** Puts the steps of a complete prefix together, hole by hole. */
final class Fills {

  private Fills() {}

  /** The text of every hole: a step a line, parted from the given text by white space. */
  static List<String> of(Problem problem, List<Step> path) {
    List<String> fills = new ArrayList<>();
    for (int hole = 0; hole < problem.holes().size(); hole++) {
      int index = hole;
      List<String> steps = path.stream()
          .filter(step -> step.before().hole() == index)
          .map(step -> step.text().strip())
          .toList();
      String before = problem.given().get(hole);
      String after = problem.given().get(hole + 1);
      String fill = String.join("\n", steps);
      fills.add((endsBlank(before) ? "" : "\n") + fill + (startsBlank(after) ? "" : "\n"));
    }
    return fills;
  }

  private static boolean endsBlank(String text) {
    return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private static boolean startsBlank(String text) {
    return text.isEmpty() || Character.isWhitespace(text.charAt(0));
  }
}
