package dev.vmcts.trace;

import dev.vmcts.problem.Header;
import dev.vmcts.problem.Hole;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.Position;
import dev.vmcts.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A problem as a trace holds it: what a search depends on, without reference solutions.
 *
 * @param title one line for people; empty when the file has none
 * @param spec what is asked, in words, as the model was shown it
 * @param defines names that the holes are expected to define
 * @param axioms names of axioms that the solution may rest on
 * @param given the text around the holes, one piece more than there are holes
 */
public record TraceSource(
    String title, String spec, List<String> defines, List<String> axioms, List<String> given) {

  public TraceSource {
    defines = List.copyOf(defines);
    axioms = List.copyOf(axioms);
    given = List.copyOf(given);
    if (given.size() < 2) {
      throw new IllegalArgumentException(
          "a problem of " + given.size() + " given pieces; allowed: 2 or more");
    }
  }

  /** What a trace holds of a problem. */
  public static TraceSource of(Problem problem) {
    Header header = problem.header();
    return new TraceSource(
        header.title(), header.spec(), header.defines(), header.axioms(), problem.given());
  }

  /** The problem again, its holes empty and placed where they are in the program without them. */
  public Problem problem(String name, Language language) {
    Header header =
        new Header(title, spec, List.of(), defines, axioms, OptionalLong.empty(), Optional.empty());
    String text = String.join("", given);
    List<Hole> holes = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < given.size() - 1; i++) {
      end += given.get(i).length();
      Position at = Position.of(text, end);
      holes.add(new Hole(i, at.line(), at.column(), ""));
    }
    return new Problem(name, language, header, given, holes);
  }
}
