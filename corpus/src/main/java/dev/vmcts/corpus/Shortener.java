package dev.vmcts.corpus;

import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves out the steps of a proof that it does not need. */
final class Shortener {

  private static final int CHECKS = 40;
  private static final int SHORT_ENOUGH = 4;

  private final VerifierSession session;
  private final Dice dice;

  Shortener(VerifierSession session, Dice dice) {
    this.session = session;
    this.dice = dice;
  }

  /** The same proof, or a shorter one; the list itself when nothing could be left out. */
  List<ProofStep> shorten(VerifierState begun, List<ProofStep> proof)
      throws VerifierException, InterruptedException {
    if (proof.size() <= SHORT_ENOUGH && dice.chance(0.7)) {
      return proof;
    }
    List<ProofStep> best = proof;
    int checks = 0;
    for (int i = proof.size() - 2; i >= 0 && checks < CHECKS; i--) {
      if (i >= best.size() - 1 || best.get(i).children() != 1) {
        continue;
      }
      List<ProofStep> without = new ArrayList<>(best);
      without.remove(i);
      checks += without.size() - i + 1;
      List<ProofStep> replayed = replay(begun, without);
      if (replayed != null) {
        best = replayed;
      }
    }
    return best;
  }

  private @Nullable List<ProofStep> replay(VerifierState begun, List<ProofStep> proof)
      throws VerifierException, InterruptedException {
    List<ProofStep> replayed = new ArrayList<>();
    VerifierState state = begun;
    for (ProofStep step : proof) {
      if (state.goals().isEmpty()) {
        return null;
      }
      VerifierState next = Prover.step(session, state, step.tactic());
      if (next == null || next.openGoals() - state.openGoals() + 1 != step.children()) {
        return null;
      }
      List<String> failed = step.goal().equals(state.goals().get(0)) ? step.failed() : List.of();
      replayed.add(new ProofStep(
          step.tactic(), state.goals().get(0), state.openGoals(), step.children(), failed));
      state = next;
    }
    return state.openGoals() == 0 ? replayed : null;
  }
}
