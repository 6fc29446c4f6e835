package dev.vmcts.search;

import dev.vmcts.problem.FillLayout;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.Step;
import java.util.ArrayList;
import java.util.List;

/** Puts the steps of a complete prefix together, hole by hole. */
final class Fills {

  private Fills() {}

  /** The text of every hole. */
  static List<String> of(Problem problem, List<Step> path) {
    List<String> fills = new ArrayList<>();
    for (int hole = 0; hole < problem.holes().size(); hole++) {
      int index = hole;
      List<String> steps = path.stream()
          .filter(step -> step.before().hole() == index)
          .map(Step::text)
          .toList();
      fills.add(FillLayout.of(problem, hole, steps));
    }
    return fills;
  }
}
