package dev.vmcts.search;

import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierState;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a step once the verifier has seen it and the given text after its hole.
 *
 * @param verdict verified, rejected, incomplete or undecided
 * @param open the state after the step, when it is verified
 * @param closed the state in the next hole, or the complete one, when the step ends the hole
 * @param message what the verifier has against it, or could not tell; for an open hole, why it cannot be closed yet
 */
record Checked(
    String verdict,
    Optional<VerifierState> open,
    Optional<VerifierState> closed,
    @Nullable String message) {

  static Checked open(VerifierState state, String missing) {
    return new Checked("verified", Optional.of(state), Optional.empty(), missing);
  }

  static Checked closed(VerifierState open, VerifierState closed) {
    return new Checked("verified", Optional.of(open), Optional.of(closed), null);
  }

  static Checked of(Verdict verdict) {
    return verdict.match(
        verified -> open(verified.state(), ""),
        rejected -> unverified("rejected", rejected.diagnostic().message()),
        incomplete -> unverified("incomplete", incomplete.reason()),
        undecided -> unverified(
            "undecided",
            undecided.reason().name().toLowerCase(Locale.ROOT) + ": " + undecided.message()));
  }

  private static Checked unverified(String verdict, String message) {
    return new Checked(verdict, Optional.empty(), Optional.empty(), message);
  }

  boolean isIncomplete() {
    return verdict.equals("incomplete");
  }

  boolean isUndecided() {
    return verdict.equals("undecided");
  }
}
