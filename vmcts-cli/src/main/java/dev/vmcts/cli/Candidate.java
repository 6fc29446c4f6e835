package dev.vmcts.cli;

import dev.vmcts.problem.Position;
import dev.vmcts.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that claims to fill a problem's holes, taken apart along the problem's given text.
 *
 * @param fills the text of each hole
 */
record Candidate(List<String> fills) {

  Candidate {
    fills = List.copyOf(fills);
  }

  /** The given text is not in the program as the problem has it. */
  static final class ChangedException extends Exception {
    private static final long serialVersionUID = 1L;

    ChangedException(String message) {
      super(message);
    }
  }

  /**
   * Takes a program apart.
   *
   * @throws ChangedException if the program does not hold the given text of the problem byte for byte and in order
   */
  static Candidate of(Problem problem, String program) throws ChangedException {
    List<String> given = problem.given();
    String first = given.get(0);
    if (!program.startsWith(first)) {
      throw changed(problem, program, 0, commonPrefix(first, program));
    }
    List<String> fills = new ArrayList<>();
    int from = first.length();
    for (int i = 1; i < given.size() - 1; i++) {
      int at = program.indexOf(given.get(i), from);
      if (at < 0) {
        throw changed(problem, program, i, from);
      }
      fills.add(program.substring(from, at));
      from = at + given.get(i).length();
    }
    String last = given.get(given.size() - 1);
    if (!program.endsWith(last) || program.length() - last.length() < from) {
      throw changed(problem, program, given.size() - 1, from);
    }
    fills.add(program.substring(from, program.length() - last.length()));
    return new Candidate(fills);
  }

  private static int commonPrefix(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static ChangedException changed(Problem problem, String program, int piece, int at) {
    String where = piece == 0
        ? "differs at line " + Position.of(program, at).line()
        : "that follows hole " + piece + " is not found after line "
            + Position.of(program, at).line();
    return new ChangedException(
        "the given text of " + problem.name() + " " + where + "; it must be kept byte for byte");
  }
}
