package dev.vmcts.corpus;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A randomised depth-first prover that reads the goals; every goal is proven on its own. */
final class Prover {

  /** A proof that Coq accepted, and the state after its {@code Qed}. */
  record Proof(List<ProofStep> steps, VerifierState after) {
    public Proof {
      steps = List.copyOf(steps);
    }
  }

  private static final int DEEPEST = 16;
  private static final int REFUSED_KEPT = 3;

  /** In characters: no prompt shows more, and rewriting with some equations never ends. */
  private static final int LONGEST_GOAL = 600;

  private final VerifierSession session;
  private final Dice dice;
  private final int most;
  private int checks;

  Prover(VerifierSession session, Dice dice, int mostChecks) {
    this.session = session;
    this.dice = dice;
    this.most = mostChecks;
  }

  /** A step checked; null when it is not accepted. */
  static @Nullable VerifierState step(VerifierSession session, VerifierState state, String text)
      throws VerifierException, InterruptedException {
    return session.step(state, text) instanceof Verdict.Verified v ? v.state() : null;
  }

  /** Whether a statement is true by computation. */
  static boolean reflexive(VerifierSession session, VerifierState state, String statement)
      throws VerifierException, InterruptedException {
    VerifierState stated = step(session, state, "Example pinned_down : " + statement + ".");
    VerifierState done = stated == null ? null : step(session, stated, "reflexivity.");
    return done != null && done.openGoals() == 0;
  }

  /** A proof of the statement that the state has just opened; null when none was found. */
  @Nullable
  Proof prove(VerifierState stated, Hints hints) throws VerifierException, InterruptedException {
    checks = 0;
    VerifierState begun = step(session, stated, "Proof.");
    if (begun == null || begun.goals().isEmpty()) {
      return null;
    }
    List<ProofStep> trace = new ArrayList<>();
    VerifierState closed = solve(begun, hints, trace, "", 0, 0);
    if (closed == null) {
      return null;
    }
    List<ProofStep> shortest = new Shortener(session, dice).shorten(begun, trace);
    VerifierState end = begun;
    for (ProofStep s : shortest) {
      end = shortest == trace ? closed : end == null ? null : step(session, end, s.tactic());
    }
    VerifierState after = end == null ? null : step(session, end, "Qed.");
    return after == null ? null : new Proof(shortest, after);
  }

  /** Proves the current goal; the state after it has one goal fewer. */
  private @Nullable VerifierState solve(
      VerifierState state,
      Hints hints,
      List<ProofStep> trace,
      String previous,
      int inductions,
      int depth)
      throws VerifierException, InterruptedException {
    if (depth > DEEPEST || state.goals().isEmpty()) {
      return null;
    }
    Goal goal = state.goals().get(0);
    List<String> refused = new ArrayList<>();
    for (String move : Moves.of(dice, hints, goal, previous, inductions, depth)) {
      if (++checks > most) {
        return null;
      }
      VerifierState next = step(session, state, move);
      if (next == null || unchanged(state, next) || tooLong(next)) {
        refused.add(move);
        continue;
      }
      int kept = trace.size();
      int children = next.openGoals() - state.openGoals() + 1;
      trace.add(new ProofStep(
          move,
          goal,
          state.openGoals(),
          children,
          refused.subList(Math.max(0, refused.size() - REFUSED_KEPT), refused.size())));
      int induced = inductions + (move.startsWith("induction") ? 1 : 0);
      VerifierState now = next;
      for (int i = 0; i < children && now != null; i++) {
        now = solve(now, hints, trace, move, induced, depth + 1);
      }
      if (now != null) {
        return now;
      }
      trace.subList(kept, trace.size()).clear();
    }
    return null;
  }

  private static boolean tooLong(VerifierState state) {
    return !state.goals().isEmpty() && state.goals().get(0).conclusion().length() > LONGEST_GOAL;
  }

  private static boolean unchanged(VerifierState before, VerifierState after) {
    return after.openGoals() == before.openGoals()
        && !after.goals().isEmpty()
        && after.goals().get(0).equals(before.goals().get(0));
  }
}
