package dev.vmcts.cli.dialogue;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.search.dialogue.Place;
import java.util.ArrayList;
import java.util.List;

/** A program as far as a dialogue came, for an editor. */
public final class Partial {

  private Partial() {}

  /** The whole text; an open Coq proof ends with {@code Admitted.}, so that it can be read, and is a hole. */
  public static String of(Problem problem, Place place) {
    List<String> fills = new ArrayList<>(place.fills());
    int hole = place.state().hole();
    if (problem.language() == Language.COQ && place.state().inProof()) {
      String end = problem.given().get(hole + 1).startsWith("\n") ? "" : "\n";
      String before = fills.get(hole).stripTrailing();
      fills.set(hole, (before.isEmpty() ? "\n" : before + "\n") + "Admitted." + end);
    }
    return problem.fill(fills);
  }
}
