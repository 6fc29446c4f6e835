package dev.vmcts.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The front matter of a problem file.
 *
 * @param title one line for people; empty when the file has none
 * @param spec what is asked, in words, shown to the model; empty when the file has none
 * @param hints further lines for the model, shown only when hints are switched on
 * @param defines names that the holes are expected to define, beyond those that the given text leaves unresolved
 * @param axioms names of axioms that the solution may rest on
 * @param tokens token budget, when the problem sets one
 * @param time time budget, when the problem sets one
 */
public record Header(
    String title,
    String spec,
    List<String> hints,
    List<String> defines,
    List<String> axioms,
    OptionalLong tokens,
    Optional<Duration> time) {

  /** The header of a file that has none. */
  public static final Header NONE =
      new Header("", "", List.of(), List.of(), List.of(), OptionalLong.empty(), Optional.empty());

  public Header {
    hints = List.copyOf(hints);
    defines = List.copyOf(defines);
    axioms = List.copyOf(axioms);
  }

  Header withHintsInSpec() {
    String told = (spec + " " + String.join(" ", hints)).strip();
    return new Header(title, told, hints, defines, axioms, tokens, time);
  }
}
