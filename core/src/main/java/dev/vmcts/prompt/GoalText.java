package dev.vmcts.prompt;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes the open goal on one line: {@code [2] n m : nat; H : n <= m |- n + 0 = n}.
 *
 * <p>The number in brackets counts all open goals and is left out when there is one. Hypotheses of one type stand
 * together. Long hypotheses and conclusions are cut in the middle, the oldest hypotheses are dropped first. Used alike
 * for prompts and for the corpus of the bundled model.
 */
public final class GoalText {

  private static final int CONCLUSION_CHARS = 240;
  private static final int HYPOTHESIS_CHARS = 100;
  private static final int CONTEXT_CHARS = 260;

  private GoalText() {}

  /** The current goal of a state in a proof; {@code done} when no goal is open. */
  public static String of(VerifierState state) {
    if (state.openGoals() == 0) {
      return "done";
    }
    String count = state.openGoals() > 1 ? "[" + state.openGoals() + "]" : "";
    if (state.goals().isEmpty()) {
      return count.isEmpty() ? "[1]" : count;
    }
    Goal goal = state.goals().get(0);
    String context = context(goal.hypotheses());
    StringBuilder text = new StringBuilder(count);
    if (!context.isEmpty()) {
      text.append(count.isEmpty() ? "" : " ").append(context);
    }
    return text.append(text.isEmpty() ? "" : " ")
        .append("|- ")
        .append(cut(goal.conclusion(), CONCLUSION_CHARS))
        .toString();
  }

  private static String context(List<Hypothesis> hypotheses) {
    List<String> groups = new ArrayList<>();
    int end = hypotheses.size();
    int chars = 0;
    while (end > 0) {
      String type = hypotheses.get(end - 1).type();
      int start = end - 1;
      while (start > 0 && hypotheses.get(start - 1).type().equals(type)) {
        start--;
      }
      String names = String.join(
          " ", hypotheses.subList(start, end).stream().map(Hypothesis::name).toList());
      String group = names + " : " + cut(type, HYPOTHESIS_CHARS);
      chars += group.length();
      if (chars > CONTEXT_CHARS && !groups.isEmpty()) {
        break;
      }
      groups.add(group);
      end = start;
    }
    Collections.reverse(groups);
    return String.join("; ", groups);
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int head = limit * 2 / 3;
    return text.substring(0, head) + " .. " + text.substring(text.length() - (limit - head));
  }
}
