package dev.vmcts.verifiers.dafny;

/**
 * An error that Dafny reports in the text that it was given.
 *
 * @param line from 1
 * @param column from 0
 * @param text Dafny's words, without a code
 */
record DafnyMessage(int line, int column, String text) {

  /** The index in a text of the place that is meant, within its bounds. */
  int offsetIn(String program) {
    int start = 0;
    for (int i = 1; i < line && start >= 0; i++) {
      int end = program.indexOf('\n', start);
      start = end < 0 ? program.length() : end + 1;
    }
    return Math.min(start + column, program.length());
  }
}
