package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopRule;
import dev.vmcts.prompt.Step;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Re-sampling, the baseline: whole programs, one after another, each from the start.
 *
 * <p>The text of a hole is sampled in one go, without a word from the verifier. Its steps are then checked one by one,
 * which only tells earlier that an attempt has failed; a hole ends as soon as the given text after it is accepted.
 */
final class WholeStrategy implements Strategist {

  @Override
  public Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    while (true) {
      desk.expand(0);
      Optional<Accepted> accepted = attempt(desk);
      if (accepted.isPresent()) {
        return accepted.get();
      }
    }
  }

  private Optional<Accepted> attempt(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    List<Step> path = new ArrayList<>();
    Optional<VerifierState> state = Optional.of(skipClosable(desk, desk.rootState()));
    while (state.isPresent() && !state.get().complete()) {
      state = hole(desk, path, state.get());
    }
    return state.isPresent() && desk.accept(0, path) instanceof Accepted accepted
        ? Optional.of(accepted)
        : Optional.empty();
  }

  /** Fills one hole; empty when the attempt has failed. */
  private Optional<VerifierState> hole(Desk desk, List<Step> path, VerifierState start)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Optional<Proposal> proposal = desk.propose(
        null, List.copyOf(path), start, List.of(), "", desk.settings().sampling(), StopRule.NONE);
    if (proposal.isEmpty()) {
      return Optional.empty();
    }
    VerifierState state = start;
    for (String step :
        desk.verifier().stepReader(start).split(desk.clean(proposal.get().text()))) {
      Checked checked = desk.check(null, state, step);
      if (checked.open().isEmpty()) {
        return Optional.empty();
      }
      path.add(new Step(state, step));
      if (checked.closed().isPresent()) {
        return Optional.of(skipClosable(desk, checked.closed().get()));
      }
      state = checked.open().get();
    }
    return Optional.empty();
  }

  private VerifierState skipClosable(Desk desk, VerifierState start)
      throws VerifierException, InterruptedException {
    VerifierState state = start;
    while (!state.complete()) {
      Optional<VerifierState> closed = desk.close(null, state).closed();
      if (closed.isEmpty()) {
        return state;
      }
      state = closed.get();
    }
    return state;
  }
}
