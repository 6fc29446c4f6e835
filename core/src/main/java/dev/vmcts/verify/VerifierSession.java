package dev.vmcts.verify;

import java.util.List;
import java.util.Optional;

/**
 * A verifier at work on one problem: keeps its states, so that a step costs what the step costs and not what the
 * prefix costs.
 *
 * <p>Any earlier state can be continued, in any order. A session serves several threads at once; none waits for
 * another for longer than an answer takes. The death of the process behind it costs one step, which is {@link
 * Verdict.Undecided}; its states are rebuilt when they are next needed.
 */
public interface VerifierSession extends AutoCloseable {

  /** The state at the start of the first hole, all given text before it accepted. */
  VerifierState root();

  /**
   * Checks one step of the hole that the state is in.
   *
   * @param text one step as {@link StepReader} cuts it, white space around it allowed
   * @throws VerifierException if the verifier cannot do its work at all
   */
  Verdict step(VerifierState state, String text) throws VerifierException, InterruptedException;

  /**
   * Ends the hole that the state is in and checks the given text up to the next hole, or up to the end.
   *
   * <p>{@code Verified} carries a state in the next hole, or a complete one. {@code Incomplete} says that the hole needs
   * more text first: a proof is open, or the given text uses a name that is not defined yet. {@code Rejected} says that
   * the given text fails for a reason that no more text in this hole can change.
   *
   * @throws VerifierException if the verifier cannot do its work at all
   */
  Verdict close(VerifierState state) throws VerifierException, InterruptedException;

  /**
   * What speaks against a whole program, asked in the fastest way that there is; the message begins with its line in the
   * program, as in {@code "line 3: "}, where there is one.
   *
   * @param fills the text of each hole
   * @return empty if nothing was found, which accepts nothing: only {@link Verifier#accept} does
   * @throws VerifierException if the verifier cannot do its work at all
   */
  default Optional<Diagnostic> refute(List<String> fills)
      throws VerifierException, InterruptedException {
    return Optional.empty();
  }

  /** Ends the processes behind the session; never throws. */
  @Override
  void close();
}
