package dev.vmcts.verifiers.frame;

import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session's frame: it works on its own states alone, writes in no hole of a complete problem, and asks once what
 * comes of closing a hole, unless that could not be told. Threads that ask at the same moment may be answered one by
 * one.
 *
 * @param <N> the session's states
 */
public abstract class HoleSession<N extends HoleState> implements VerifierSession {

  private final Class<N> states;
  private @Nullable N root;

  protected HoleSession(Class<N> states) {
    this.states = states;
  }

  /** Makes the state at the start of the first hole. */
  @FunctionalInterface
  protected interface Opening<N> {

    N root() throws VerifierException, InterruptedException;
  }

  /** Sets the root; closes the session when there is none. The last act of a constructor. */
  protected final void start(Opening<N> opening) throws VerifierException, InterruptedException {
    try {
      root = opening.root();
    } finally {
      if (root == null) {
        close();
      }
    }
  }

  @Override
  public final N root() {
    return Objects.requireNonNull(root, "the session was not started");
  }

  @Override
  public final Verdict step(VerifierState state, String text)
      throws VerifierException, InterruptedException {
    return judge(unfinished(state, "write in"), text);
  }

  @Override
  public final Verdict close(VerifierState state) throws VerifierException, InterruptedException {
    N node = unfinished(state, "end");
    Optional<Verdict> known = node.closing();
    if (known.isPresent()) {
      return known.get();
    }
    Verdict verdict = end(node);
    if (!(verdict instanceof Verdict.Undecided)) {
      node.keepClosing(verdict);
    }
    return verdict;
  }

  /** As {@link #step}, in a hole for sure. */
  protected abstract Verdict judge(N state, String text)
      throws VerifierException, InterruptedException;

  /** As {@link #close(VerifierState)}, in a hole for sure. */
  protected abstract Verdict end(N state) throws VerifierException, InterruptedException;

  /** The state, which must be one of this session. */
  protected final N own(VerifierState state) {
    if (states.isInstance(state) && states.cast(state).session() == this) {
      return states.cast(state);
    }
    throw new IllegalArgumentException("the state belongs to another session");
  }

  private N unfinished(VerifierState state, String act) {
    N node = own(state);
    if (node.complete()) {
      throw new IllegalArgumentException("the problem is complete; there is no hole to " + act);
    }
    return node;
  }
}
