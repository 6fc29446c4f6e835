package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.StopRule;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import java.util.Optional;

/** Re-sampling, the baseline: whole programs, one after another, each from the start. */
final class WholeStrategy implements Strategist {

  @Override
  public Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    WholeAttempt.Author author = (path, state) ->
        desk.propose(null, path, state, List.of(), "", desk.settings().sampling(), StopRule.NONE);
    while (true) {
      desk.expand(0);
      Optional<Accepted> accepted = new WholeAttempt(desk, author).run();
      if (accepted.isPresent()) {
        return accepted.get();
      }
    }
  }
}
