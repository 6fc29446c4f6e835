package dev.vmcts.problem;

import dev.vmcts.text.Sha256;
import java.util.List;

/**
 * A program with holes: given text and holes alternate, given text first and last.
 *
 * @param name what messages and traces call it: the file name
 * @param language the language of the file
 * @param header what the front matter says, or the defaults
 * @param given the text around the holes, byte for byte, one piece more than there are holes
 * @param holes the holes in the order in which they are filled, at least one
 */
public record Problem(
    String name, Language language, Header header, List<String> given, List<Hole> holes) {

  public Problem {
    given = List.copyOf(given);
    holes = List.copyOf(holes);
    if (holes.isEmpty() || given.size() != holes.size() + 1) {
      throw new IllegalArgumentException(name + ": " + holes.size() + " holes need "
          + (holes.size() + 1) + " given pieces, not " + given.size());
    }
  }

  /** The whole program with the holes filled; the given text is unchanged. */
  public String fill(List<String> fills) {
    if (fills.size() != holes.size()) {
      throw new IllegalArgumentException(
          name + " has " + holes.size() + " holes, not " + fills.size());
    }
    StringBuilder program = new StringBuilder(given.get(0));
    for (int i = 0; i < fills.size(); i++) {
      program.append(fills.get(i)).append(given.get(i + 1));
    }
    return program.toString();
  }

  /** The same problem with its hints told to the model, after the specification. */
  public Problem withHintsInSpec() {
    return new Problem(name, language, header.withHintsInSpec(), given, holes);
  }

  /**
   * A hash that two problems share just when a search of one is a search of the other: of the language, the given text
   * around the holes, and what the header tells the model and the verifier. File name, title, budgets and reference
   * solutions are no part of it.
   *
   * @return SHA-256 in hexadecimal
   */
  public String sha256() {
    StringBuilder text = new StringBuilder();
    part(text, List.of(language.name(), header.spec()));
    part(text, header.defines());
    part(text, header.axioms());
    part(text, given);
    return Sha256.of(text.toString());
  }

  /** Adds texts with their number and lengths, so that no two lists look alike. */
  private static void part(StringBuilder to, List<String> texts) {
    to.append(texts.size()).append('\n');
    texts.forEach(text -> to.append(text.length()).append('\n').append(text));
  }

  /** The texts that stand in the holes now: the reference solution of a problem that carries one. */
  public List<String> reference() {
    return holes.stream().map(Hole::reference).toList();
  }
}
