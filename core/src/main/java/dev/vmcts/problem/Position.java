package dev.vmcts.problem;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Position(int line, int column) {

  /** The position of an index. */
  public static Position of(String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Position(line, index - lineStart + 1);
  }
}
