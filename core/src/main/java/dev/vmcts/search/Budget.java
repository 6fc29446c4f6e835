package dev.vmcts.search;

import java.time.Duration;

/**
 * What a search may spend; whichever ends first ends the search. Workers finish the steps that they have under
 * way then, within the tokens and expansions; calls to the verifier, and time, may be overdrawn by these steps.
 *
 * @param tokens sampled tokens
 * @param expansions expansions
 * @param verifierCalls steps and given text checked, acceptances included
 * @param time wall time
 */
public record Budget(long tokens, long expansions, long verifierCalls, Duration time) {

  public Budget {
    check(tokens > 0, "tokens", tokens);
    check(expansions > 0, "expansions", expansions);
    check(verifierCalls > 0, "verifier calls", verifierCalls);
    check(time.compareTo(Duration.ZERO) > 0, "time", time);
  }

  private static void check(boolean allowed, String what, Object value) {
    if (!allowed) {
      throw new IllegalArgumentException(
          "a budget of " + value + " " + what + "; allowed: more than 0");
    }
  }
}
