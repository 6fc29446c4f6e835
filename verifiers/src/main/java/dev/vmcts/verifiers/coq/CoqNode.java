package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.frame.HoleState;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.VerifierSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A state: what was said to Coq after the parent's state, and what Coq showed then. Nothing of a process is in it.
 *
 * <p>A node without a sentence marks the start of a hole; Coq is where it was.
 */
final class CoqNode extends HoleState {

  private final @Nullable CoqNode parent;
  private final String sentence;
  private final Place place;
  private final CoqGoals goals;
  private final CoqTrail trail;
  private final int depth;
  private final long nanos;

  /**
   * Where in the problem a state is.
   *
   * @param hole the hole, from 0, or the number of holes at the end
   * @param complete whether the problem's last text is behind it
   * @param proofWasOpen whether a proof was open at the start of the hole
   * @param steps sentences since the start of the hole
   */
  record Place(int hole, boolean complete, boolean proofWasOpen, int steps) {

    Place next() {
      return new Place(hole, complete, proofWasOpen, steps + 1);
    }
  }

  private CoqNode(
      VerifierSession session,
      @Nullable CoqNode parent,
      String sentence,
      Place place,
      CoqGoals goals,
      CoqTrail trail,
      long nanos) {
    super(session, place.hole(), place.complete());
    this.parent = parent;
    this.sentence = sentence;
    this.place = place;
    this.goals = goals;
    this.trail = trail;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.nanos = nanos + (parent == null ? 0 : parent.nanos);
  }

  /** The state before anything was said. */
  static CoqNode first(VerifierSession session) {
    return new CoqNode(
        session, null, "", new Place(0, false, false, 0), CoqGoals.NONE, CoqTrail.EMPTY, 0);
  }

  /** The state after one more sentence that took the given time. */
  CoqNode then(String next, CoqGoals shown, long took) {
    return new CoqNode(
        session(), this, next, place.next(), shown, trail.then(next, shown.inProof()), took);
  }

  /** The same state of Coq, at the start of a hole, or at the end of the problem. */
  CoqNode enter(int hole, int holes) {
    Place start = new Place(hole, hole == holes, goals.inProof(), 0);
    return new CoqNode(session(), this, "", start, goals, trail, 0);
  }

  @Nullable
  CoqNode parent() {
    return parent;
  }

  String sentence() {
    return sentence;
  }

  boolean marksHole() {
    return sentence.isEmpty();
  }

  Place place() {
    return place;
  }

  CoqGoals shown() {
    return goals;
  }

  CoqTrail trail() {
    return trail;
  }

  int depth() {
    return depth;
  }

  /** The time that Coq took for all that leads here. */
  long nanos() {
    return nanos;
  }

  @Override
  public boolean inProof() {
    return goals.inProof();
  }

  @Override
  public List<Goal> goals() {
    return goals.focused();
  }

  @Override
  public int openGoals() {
    return goals.open();
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.of(trail.fingerprint(place, goals));
  }
}
