package dev.vmcts.verify;

import java.util.List;
import java.util.Optional;

/**
 * An immutable handle on what the verifier knows after a prefix.
 *
 * <p>A handle stays good for as long as its session is open, whatever happened to the process behind it.
 */
public interface VerifierState {

  /** The hole that the prefix is in, from 0; the number of holes once {@link #complete()}. */
  int hole();

  /** Whether every hole is filled and all the given text is accepted: ready for {@link Verifier#accept}. */
  boolean complete();

  /** Whether a proof is open. */
  boolean inProof();

  /** The open goals in focus, the current one first; empty outside proofs and when the focused part is done. */
  List<Goal> goals();

  /** The number of open goals, those out of focus included. */
  int openGoals();

  /**
   * Equal for states in which the verifier would answer every step alike as far as is known; empty when the verifier
   * cannot say.
   */
  Optional<String> fingerprint();
}
