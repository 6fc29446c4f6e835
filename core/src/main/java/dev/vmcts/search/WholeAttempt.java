package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.problem.FillLayout;
import dev.vmcts.prompt.Step;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One try at a whole program, from its start.
 *
 * <p>The text of a hole is sampled in one go, without a word from the verifier. Its steps are then checked one by one,
 * which only tells earlier that the try has failed; a hole ends as soon as the given text after it is accepted. Not
 * thread-safe.
 */
final class WholeAttempt {

  /** Asks for the text of a hole. */
  interface Author {
    Optional<Proposal> write(List<Step> path, VerifierState state)
        throws ModelException, InterruptedException, BudgetSpentException, ModelUsedUpException;
  }

  private final Desk desk;
  private final Author author;
  private final List<Step> path = new ArrayList<>();
  private int hole;
  private String text = "";
  private String fault = "";

  WholeAttempt(Desk desk, Author author) {
    this.desk = desk;
    this.author = author;
  }

  /** Tries once; empty when it has failed. */
  Optional<Accepted> run()
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Optional<VerifierState> state = Optional.of(skipClosable(desk.rootState()));
    while (state.isPresent() && !state.get().complete()) {
      state = fill(state.get());
    }
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Acceptance acceptance = desk.accept(0, path);
    fault = acceptance.match(
        accepted -> "",
        refused -> refused.diagnostic().message(),
        undecided -> "The verifier could not tell: " + undecided.message());
    return acceptance instanceof Accepted accepted ? Optional.of(accepted) : Optional.empty();
  }

  /** What speaks against a try that has failed, in the verifier's words; empty when nothing was written. */
  String fault() {
    return fault;
  }

  /** The program of a try that has failed: the whole text of the hole that it failed in, nothing in the later ones. */
  String program() {
    List<String> fills = new ArrayList<>(Fills.of(desk.problem(), path));
    if (hole < fills.size()) {
      fills.set(hole, FillLayout.of(desk.problem(), hole, List.of(text)));
    }
    return desk.problem().fill(fills);
  }

  /** Fills one hole; empty when that has failed. */
  private Optional<VerifierState> fill(VerifierState start)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Optional<Proposal> proposal = author.write(List.copyOf(path), start);
    if (proposal.isEmpty()) {
      return Optional.empty();
    }
    hole = start.hole();
    text = desk.clean(proposal.get().text());
    fault = "The text ends before the hole is filled.";
    VerifierState state = start;
    for (String step : desk.verifier().stepReader(start).split(text)) {
      Checked checked = desk.check(null, state, step);
      String message = checked.message() == null ? "" : ": " + checked.message();
      if (checked.open().isEmpty()) {
        fault = step + "\n" + checked.verdict() + message;
        return Optional.empty();
      }
      path.add(new Step(state, step));
      if (checked.closed().isPresent()) {
        return Optional.of(skipClosable(checked.closed().get()));
      }
      fault = "The text ends before the hole is filled" + message;
      state = checked.open().get();
    }
    return Optional.empty();
  }

  private VerifierState skipClosable(VerifierState start)
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
