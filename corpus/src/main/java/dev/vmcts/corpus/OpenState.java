package dev.vmcts.corpus;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;

/** A state as the prover saw it, for writing it down; no session knows it. */
record OpenState(int hole, boolean inProof, List<Goal> goals, int openGoals)
    implements VerifierState {

  OpenState {
    goals = List.copyOf(goals);
  }

  static OpenState outsideProofs(int hole) {
    return new OpenState(hole, false, List.of(), 0);
  }

  @Override
  public boolean complete() {
    return false;
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.empty();
  }
}
