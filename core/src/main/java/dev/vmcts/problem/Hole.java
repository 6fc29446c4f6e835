package dev.vmcts.problem;

/**
 * A place in a problem that is to be filled.
 *
 * @param index position among the problem's holes, from 0
 * @param line line of its first character in the problem file, from 1
 * @param column column of its first character, from 1, in UTF-16 code units
 * @param reference the text that stands in the hole now: the reference solution, or empty; never shown to a model
 */
public record Hole(int index, int line, int column, String reference) {

  public Hole {
    if (index < 0 || line < 1 || column < 1) {
      throw new IllegalArgumentException("hole " + index + " at " + line + ":" + column);
    }
  }
}
