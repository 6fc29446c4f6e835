package dev.vmcts.search;

import dev.vmcts.verify.Diagnostic;
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
 * @param at where the fault of a step that is rejected begins in it; {@link Diagnostic#ANYWHERE} where that is not known
 */
record Checked(
    String verdict,
    Optional<VerifierState> open,
    Optional<VerifierState> closed,
    @Nullable String message,
    int at) {

  /** A step that is not verified. */
  static Checked of(Verdict verdict) {
    int at = verdict instanceof Verdict.Rejected rejected
        ? rejected.diagnostic().at()
        : Diagnostic.ANYWHERE;
    return notVerified(verdict, at);
  }

  private static Checked notVerified(Verdict verdict, int at) {
    return new Checked(word(verdict), Optional.empty(), Optional.empty(), message(verdict), at);
  }

  /**
   * A verified step.
   *
   * @param closing what the verifier says to the end of the hole there
   */
  static Checked of(VerifierState open, Verdict closing) {
    return closing.match(
        closed -> new Checked(
            "verified", Optional.of(open), Optional.of(closed.state()), null, Diagnostic.ANYWHERE),
        // The fault lies in the given text.
        rejected -> notVerified(rejected, Diagnostic.ANYWHERE),
        incomplete -> open(open, incomplete.reason()),
        undecided -> open(open, ""));
  }

  private static Checked open(VerifierState state, String missing) {
    return new Checked(
        "verified", Optional.of(state), Optional.empty(), missing, Diagnostic.ANYWHERE);
  }

  /** The verdict in one word. */
  static String word(Verdict verdict) {
    return verdict.match(
        verified -> "verified",
        rejected -> "rejected",
        incomplete -> "incomplete",
        undecided -> "undecided");
  }

  /** The sort of fault of a rejection. */
  static Diagnostic.@Nullable Kind kind(Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected ? rejected.diagnostic().kind() : null;
  }

  /** What the verifier has to say besides its verdict; null when all is well. */
  static @Nullable String message(Verdict verdict) {
    if (verdict instanceof Verdict.Rejected rejected) {
      return rejected.diagnostic().message();
    } else if (verdict instanceof Verdict.Incomplete incomplete) {
      return incomplete.reason();
    } else if (verdict instanceof Verdict.Undecided undecided) {
      return undecided.reason().name().toLowerCase(Locale.ROOT) + ": " + undecided.message();
    }
    return null;
  }

  boolean isIncomplete() {
    return verdict.equals("incomplete");
  }

  boolean isUndecided() {
    return verdict.equals("undecided");
  }
}
