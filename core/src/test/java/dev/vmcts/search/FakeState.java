package dev.vmcts.search;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;

/** A state of the {@link FakeVerifier}: the text so far. */
record FakeState(
    int hole, boolean complete, boolean inProof, List<Goal> goals, Optional<String> fingerprint)
    implements VerifierState {

  static FakeState open(int hole) {
    return new FakeState(hole, false, false, List.of(), Optional.empty());
  }

  @Override
  public int openGoals() {
    return goals.size();
  }
}
