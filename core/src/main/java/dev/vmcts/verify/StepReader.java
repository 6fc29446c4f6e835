package dev.vmcts.verify;

import dev.vmcts.llm.StopRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a step ends in the text of one language: a Coq sentence, a Lean tactic or command, a Dafny statement or
 * declaration. Knows the language's comments and strings. Stateless and thread-safe.
 */
public interface StepReader extends StopRule {

  /**
   * Where the first step of a text ends.
   *
   * @param text text that starts where a step may start
   * @param atEnd whether nothing follows the text; when more may follow, an end that the next character could undo is
   *     none yet
   * @return the index after the step's last character, or -1 when the text holds no whole step
   */
  int endOfStep(CharSequence text, boolean atEnd);

  @Override
  default int cut(CharSequence generated) {
    return endOfStep(generated, false);
  }

  /** A step without what is around it: white space, but for the indentation of a language in which that has a meaning. */
  default String trim(String step) {
    return step.strip();
  }

  /** What follows the last whole step of a text that goes on. */
  default String unfinished(String text) {
    String rest = text;
    int end = endOfStep(rest, false);
    while (end > 0) {
      rest = rest.substring(end);
      end = endOfStep(rest, false);
    }
    return rest;
  }

  /** The steps of a whole text, trimmed; what is left after the last whole step is dropped. */
  default List<String> split(String text) {
    List<String> steps = new ArrayList<>();
    String rest = text;
    int end = endOfStep(rest, true);
    while (end > 0) {
      steps.add(trim(rest.substring(0, end)));
      rest = rest.substring(end);
      end = endOfStep(rest, true);
    }
    return steps;
  }
}
