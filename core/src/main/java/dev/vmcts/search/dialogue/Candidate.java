package dev.vmcts.search.dialogue;

import dev.vmcts.verify.VerifierState;
import java.util.Optional;

/**
 * A step that was tried at a place.
 *
 * @param number its number at that place, from 1, which never changes
 * @param text the step; empty for the end of the hole
 * @param source who proposed it
 * @param logProbability natural logarithm of the probability that the model gave it; 0 where it is not the model's
 * @param verdict the verdict in one word, as in a trace; {@code accepted} or {@code refused} when it ends the program
 * @param reason what is against it, in the verifier's words, possibly of several lines; empty when nothing is
 * @param after the state after it, when one can go on from there
 * @param visits how often it, or what follows it, was expanded
 * @param mean the mean of the rewards there, -1 to 1
 */
public record Candidate(
    int number,
    String text,
    Source source,
    double logProbability,
    String verdict,
    String reason,
    Optional<VerifierState> after,
    int visits,
    double mean) {

  /** Who proposed a step. */
  public enum Source {
    MODEL,
    PERSON,
    /** A step that the verifier suggests, or one of its decision procedures. */
    VERIFIER
  }

  /** Whether one can stand after it. */
  public boolean takeable() {
    return after.isPresent();
  }
}
