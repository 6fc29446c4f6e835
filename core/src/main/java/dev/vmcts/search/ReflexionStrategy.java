package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopRule;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.prompt.Refused;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Repair by reflection (after Shinn et al., Reflexion, arXiv 2303.11366): a whole program is sampled; when it is refused,
 * the model is shown it with what the verifier has said, puts into words what went wrong, and writes the program anew with
 * all three before it.
 *
 * <p>After so many repairs everything is forgotten and it starts anew. What was written in words is no proof of anything:
 * each program is judged as any other.
 */
final class ReflexionStrategy implements Strategist {

  /** Reflections that a model is shown: the newest, as in the paper. */
  private static final int MEMORY = 3;

  @Override
  public Accepted run(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    while (true) {
      Optional<Accepted> accepted = episode(desk);
      if (accepted.isPresent()) {
        return accepted.get();
      }
    }
  }

  /** A new program and its repairs; empty when none was accepted. */
  private static Optional<Accepted> episode(Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    List<String> reflections = new ArrayList<>();
    PromptRenderer prompts = desk.prompts();
    for (int round = 0; round <= desk.settings().reflections(); round++) {
      desk.expand(0);
      desk.report(new SearchEvent.Attempt(desk.expansion(), round));
      WholeAttempt attempt = new WholeAttempt(desk, author(desk, prompts));
      Optional<Accepted> accepted = attempt.run();
      if (accepted.isPresent() || attempt.fault().isEmpty()) {
        return accepted;
      }
      if (round < desk.settings().reflections()) {
        prompts = reflected(desk, attempt, reflections);
      }
    }
    return Optional.empty();
  }

  private static WholeAttempt.Author author(Desk desk, PromptRenderer prompts) {
    return (path, state) -> desk.ask(
        null,
        prompts.prompt(desk.problem(), path, state, List.of(), ""),
        "",
        desk.settings().sampling(),
        StopRule.NONE);
  }

  /** Has the model think about a refused program; gives the prompts for the next. */
  private static PromptRenderer reflected(Desk desk, WholeAttempt attempt, List<String> reflections)
      throws ModelException, InterruptedException, BudgetSpentException, ModelUsedUpException {
    Refused refused = new Refused(attempt.program(), attempt.fault(), reflections);
    Optional<Proposal> thought = desk.ask(
        null,
        desk.prompts().reflect(desk.problem(), refused),
        "",
        desk.settings().sampling(),
        StopRule.NONE);
    thought.map(proposal -> proposal.text().strip()).ifPresent(reflections::add);
    if (reflections.size() > MEMORY) {
      reflections.remove(0);
    }
    return desk.prompts().after(new Refused(attempt.program(), attempt.fault(), reflections));
  }
}
