package dev.vmcts.verify;

import java.util.function.Function;

/** What the verifier says of a step. */
public sealed interface Verdict {

  /** The prefix is fine so far. */
  record Verified(VerifierState state) implements Verdict {}

  /** No continuation can repair the prefix. */
  record Rejected(Diagnostic diagnostic) implements Verdict {}

  /** The text is not wrong, but more of it is needed before anything can be said. */
  record Incomplete(String reason) implements Verdict {}

  /** The verifier could not tell; this says nothing about the program. */
  record Undecided(Reason reason, String message) implements Verdict {}

  /** Why a verifier could not tell. */
  enum Reason {
    /** The step ran out of its time. */
    TIMEOUT,
    /** The step ran out of memory or of another limited resource. */
    RESOURCE,
    /** The verifier's process died under the step. */
    CRASH
  }

  /** Exactly one of the functions is applied. */
  default <T> T match(
      Function<Verified, T> verified,
      Function<Rejected, T> rejected,
      Function<Incomplete, T> incomplete,
      Function<Undecided, T> undecided) {
    if (this instanceof Verified v) {
      return verified.apply(v);
    } else if (this instanceof Rejected r) {
      return rejected.apply(r);
    } else if (this instanceof Incomplete i) {
      return incomplete.apply(i);
    }
    return undecided.apply((Undecided) this);
  }
}
