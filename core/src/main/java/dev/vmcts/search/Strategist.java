package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;

/** A way to search. Every one works with the same desk, and so with one acceptance and one account of what is spent. */
interface Strategist {

  /**
   * Searches until a program is accepted.
   *
   * @throws BudgetSpentException when a budget has run out first
   * @throws ModelUsedUpException when the model has nothing more to say
   * @throws StoppedException when the person who leads the search has ended it
   */
  Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException, StoppedException;
}
