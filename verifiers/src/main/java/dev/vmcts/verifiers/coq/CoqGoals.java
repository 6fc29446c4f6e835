package dev.vmcts.verifiers.coq;

import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import java.util.ArrayList;
import java.util.List;

/**
 * What Coq says of the proof that is open.
 *
 * @param inProof whether one is open
 * @param focused the goals in focus, the current one first
 * @param open the number of all open goals: those out of focus, shelved and given up included
 * @param givenUp how many of them were given up
 * @param all the text of all goals and how they are focused: equal texts, equal proof states
 */
record CoqGoals(boolean inProof, List<Goal> focused, int open, int givenUp, String all) {

  static final CoqGoals NONE = new CoqGoals(false, List.of(), 0, 0, "");

  CoqGoals {
    focused = List.copyOf(focused);
  }

  /** Reads a good answer: an option of the goals in focus, out of focus, shelved and given up. */
  static CoqGoals of(IdeXml answer) {
    IdeXml option = answer.child(0);
    if (!option.attribute("val").equals("some")) {
      return NONE;
    }
    IdeXml goals = option.child(0);
    List<Goal> focused = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    int open = collect(goals.child(0), all, focused);
    for (IdeXml part : goals.children().subList(1, 3)) {
      open += collect(part, all, new ArrayList<>());
    }
    int givenUp = collect(goals.child(3), all, new ArrayList<>());
    return new CoqGoals(true, focused, open + givenUp, givenUp, all.toString());
  }

  /** Writes every goal in an element, with the lists that it is in; gives their number. */
  private static int collect(IdeXml element, StringBuilder all, List<Goal> found) {
    if (element.name().equals("goal")) {
      Goal goal = goal(element);
      goal.hypotheses()
          .forEach(h -> all.append(h.name()).append(" : ").append(h.type()).append('\n'));
      all.append("|- ").append(goal.conclusion()).append('\n');
      found.add(goal);
      return 1;
    }
    int goals = 0;
    all.append('(');
    for (IdeXml child : element.children()) {
      goals += collect(child, all, found);
    }
    all.append(')');
    return goals;
  }

  private static Goal goal(IdeXml element) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (IdeXml line : element.child(1).children()) {
      addHypotheses(OneLine.of(line.text()), hypotheses);
    }
    return new Goal(hypotheses, OneLine.of(element.child(2).text()));
  }

  /** {@code n, m : nat} is two; {@code x := 3 : nat} keeps its body, so that its type reads {@code := 3 : nat}. */
  private static void addHypotheses(String line, List<Hypothesis> hypotheses) {
    int colon = line.indexOf(" :");
    if (colon < 0) {
      return;
    }
    boolean hasBody = line.startsWith(" :=", colon);
    String type = line.substring(colon + (hasBody ? 1 : 2)).strip();
    for (String name : line.substring(0, colon).split(",", -1)) {
      hypotheses.add(new Hypothesis(name.strip(), type));
    }
  }
}
