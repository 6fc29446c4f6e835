package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.frame.HoleState;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.VerifierSession;
import java.util.List;
import java.util.Optional;

/** A state: the text up to here. Nothing of a process is in it. */
final class LeanState extends HoleState {

  private final LeanPlace place;
  private final List<String> steps;
  private final String fill;
  private final LeanProof proof;

  /**
   * @param place the hole that it is in
   * @param steps what was written in the hole
   * @param fill how that stands there
   * @param proof what is open
   */
  LeanState(
      VerifierSession session,
      LeanPlace place,
      boolean complete,
      List<String> steps,
      String fill,
      LeanProof proof) {
    super(session, place.hole(), complete);
    this.place = place;
    this.steps = List.copyOf(steps);
    this.fill = fill;
    this.proof = proof;
  }

  LeanPlace place() {
    return place;
  }

  List<String> steps() {
    return steps;
  }

  String fill() {
    return fill;
  }

  /** The column at which the next tactic stands. */
  int column() {
    return proof.column();
  }

  @Override
  public boolean inProof() {
    return !complete() && (place.inside() || proof.open() > 0);
  }

  @Override
  public List<Goal> goals() {
    return proof.goals();
  }

  @Override
  public int openGoals() {
    return proof.open();
  }

  /** The text, since what may follow depends on how it is laid out. */
  @Override
  public Optional<String> fingerprint() {
    return Optional.of(hole() + " " + complete() + " " + place.before() + fill.stripTrailing());
  }
}
