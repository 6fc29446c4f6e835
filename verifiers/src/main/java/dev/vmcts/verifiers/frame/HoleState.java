package dev.vmcts.verifiers.frame;

import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A state's frame: whose it is, which hole it is in, and what came of closing that hole. */
public abstract class HoleState implements VerifierState {

  private final VerifierSession session;
  private final int hole;
  private final boolean complete;
  private volatile @Nullable Verdict closing;

  /**
   * @param session the session that made it
   * @param hole the hole, from 0, or the number of holes at the end
   * @param complete whether the problem's last text is behind it
   */
  protected HoleState(VerifierSession session, int hole, boolean complete) {
    this.session = session;
    this.hole = hole;
    this.complete = complete;
  }

  @Override
  public final int hole() {
    return hole;
  }

  @Override
  public final boolean complete() {
    return complete;
  }

  protected final VerifierSession session() {
    return session;
  }

  final Optional<Verdict> closing() {
    return Optional.ofNullable(closing);
  }

  final void keepClosing(Verdict verdict) {
    closing = verdict;
  }
}
