package dev.vmcts.cli;

/**
 * One search of a sweep, a line of its file.
 *
 * @param problem the problem's file as the user named it, with slashes
 * @param arm the way of searching
 * @param outcome how it ended, in the words of {@code Outcome}
 * @param tokens sampled tokens
 * @param seconds wall time of the search
 */
record SweepRun(
    String problem,
    String arm,
    long seed,
    String outcome,
    long tokens,
    long expansions,
    long verifierCalls,
    double modelSeconds,
    double verifierSeconds,
    double seconds) {

  boolean solved() {
    return outcome.equals("SOLVED");
  }
}
