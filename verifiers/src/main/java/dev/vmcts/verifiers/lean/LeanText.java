package dev.vmcts.verifiers.lean;

import dev.vmcts.problem.FillLayout;
import dev.vmcts.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that ends with a step, and how it is shown to Lean.
 *
 * @param fill how the hole's steps stand, the last one included
 * @param text all text up to the end of the last step
 * @param tail index of the last step
 * @param inner index of the last step's tactic
 * @param opening what the last step leaves open
 */
record LeanText(String fill, String text, int tail, int inner, LeanStep.Opening opening) {

  private static final int INDENT = 2;

  /** The text of a state after one more step. */
  static LeanText of(Problem problem, LeanState state, String step) {
    List<String> steps = new ArrayList<>(state.steps());
    steps.add(step);
    int hole = state.hole();
    String fill = FillLayout.of(problem, hole, steps);
    int before = state.place().before().length()
        + FillLayout.of(problem, hole, state.steps()).stripTrailing().length();
    String text = state.place().before() + fill.stripTrailing();
    LeanStep last = LeanStep.read(text.substring(before), true)
        .orElseThrow(() -> new IllegalArgumentException("no step: " + step));
    return new LeanText(fill, text, before + last.start(), before + last.inner(), last.opening());
  }

  /** What Lean is to read: where a block of tactics is open, one that does nothing stands in it. */
  String shown() {
    return text + (opening == LeanStep.Opening.TACTICS ? " skip\n" : "\n");
  }

  /**
   * The column of the next tactic in a block that the last step is in.
   *
   * @param block where Lean says that the block begins
   */
  int columnOf(int block) {
    int line = text.lastIndexOf('\n', tail) + 1;
    if (opening == LeanStep.Opening.TACTICS) {
      return tail - line + INDENT;
    }
    return (block >= tail ? inner : tail) - line;
  }

  /** Whether the line that an index is on opens a block that nothing behind it closes. */
  boolean blockIsOpen(int index) {
    int line = text.lastIndexOf('\n', index) + 1;
    int column = indent(line);
    for (int next = text.indexOf('\n', index) + 1; next > 0; next = text.indexOf('\n', next) + 1) {
      int at = next + indent(next);
      boolean code = at < text.length()
          && text.charAt(at) != '\n'
          && !text.startsWith("--", at)
          && !text.startsWith("/-", at);
      if (code && at - next <= column && text.charAt(at) != '|') {
        return false;
      }
    }
    return true;
  }

  private int indent(int line) {
    int i = line;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - line;
  }
}
