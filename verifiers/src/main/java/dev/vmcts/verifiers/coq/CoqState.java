package dev.vmcts.verifiers.coq;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prefix that Coq has accepted, as a chain of sentences. Immutable; equal only to itself. */
final class CoqState implements VerifierState {

  private final @Nullable CoqState parent;
  private final String sentence;
  private final int hole;
  private final boolean complete;
  private final CoqGoals goals;
  private final String fingerprint;

  /**
   * @param parent the state before the sentence; null at the very start
   * @param sentence the last sentence; empty where only a hole was closed
   */
  CoqState(@Nullable CoqState parent, String sentence, int hole, boolean complete, CoqGoals goals) {
    this.parent = parent;
    this.sentence = sentence;
    this.hole = hole;
    this.complete = complete;
    this.goals = goals;
    this.fingerprint = CoqFingerprint.of(parent, sentence, goals);
  }

  /** The state of a process that has read nothing. */
  static CoqState start() {
    return new CoqState(null, "", -1, false, CoqGoals.NONE);
  }

  /** The same prefix in another hole, or complete. */
  CoqState in(int newHole, boolean isComplete) {
    return new CoqState(this, "", newHole, isComplete, goals);
  }

  @Nullable
  CoqState parent() {
    return parent;
  }

  String sentence() {
    return sentence;
  }

  String key() {
    return fingerprint;
  }

  /** The state in which the hole of this one began. */
  CoqState holeStart() {
    CoqState state = this;
    while (state.parent != null && state.parent.hole == hole) {
      state = state.parent;
    }
    return state;
  }

  @Override
  public int hole() {
    return hole;
  }

  @Override
  public boolean complete() {
    return complete;
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
    return Optional.of(hole + ":" + fingerprint);
  }

  @Override
  public String toString() {
    return "CoqState[hole " + hole + ", after '" + sentence + "']";
  }
}
