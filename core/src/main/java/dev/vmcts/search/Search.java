package dev.vmcts.search;

import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.prompt.PromptRenderer;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The engine: fills the holes of a problem.
 *
 * <p>Says what it does to a listener and nothing else. With one seed, one model, one verifier and one worker it does
 * the same again, as long as no time limit is reached.
 */
public final class Search {

  private final Verifier verifier;
  private final LanguageModel model;
  private final PromptRenderer prompts;
  private final SearchSettings settings;
  private final Budget budget;
  private final InstantSource clock;

  public Search(
      Verifier verifier,
      LanguageModel model,
      PromptRenderer prompts,
      SearchSettings settings,
      Budget budget,
      InstantSource clock) {
    this.verifier = verifier;
    this.model = model;
    this.prompts = prompts;
    this.settings = settings;
    this.budget = budget;
    this.clock = clock;
  }

  /**
   * Searches until a program is accepted, a budget has run out, or the thread is interrupted; the interrupt status is
   * then set.
   *
   * @throws VerifierException if the verifier cannot do its work
   * @throws ModelException if the model cannot do its work
   */
  public SearchResult run(Problem problem, SearchListener listener)
      throws VerifierException, ModelException {
    return led(problem, listener, strategist());
  }

  /**
   * Searches as a person says, and by itself for as long as they say; the strategy of the settings is not looked at.
   *
   * <p>Ends as {@link #run(Problem, SearchListener)} does, and when the person has had enough: {@link Outcome#SOLVED} with
   * the program that was accepted last, {@link Outcome#INTERRUPTED} when there is none.
   *
   * @throws VerifierException if the verifier cannot do its work
   * @throws ModelException if the model cannot do its work
   */
  public SearchResult run(Problem problem, SearchListener listener, Person person)
      throws VerifierException, ModelException {
    Attempts attempts = new Attempts(listener);
    return led(problem, attempts, desk -> new Dialogue(problem, person, attempts, desk).run());
  }

  private SearchResult led(Problem problem, SearchListener listener, Strategist strategist)
      throws VerifierException, ModelException {
    try (VerifierSession session = verifier.open(problem)) {
      Meter meter = new Meter(budget, clock);
      RandomGenerator random =
          RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed());
      Desk desk =
          new Desk(problem, verifier, session, model, prompts, settings, random, meter, listener);
      SearchResult result = run(strategist, desk, meter);
      listener.on(new SearchEvent.End(result.outcome(), result.statistics()));
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SearchResult.unsolved(
          Outcome.INTERRUPTED, Optional.empty(), new Statistics(0, 0, 0, 0, 0, 0));
    }
  }

  private Strategist strategist() {
    return switch (settings.strategy()) {
      case VERMCTS -> new TreeStrategy(TreeStrategy.Expansion.STEP);
      case WHOLE -> new WholeStrategy();
      case ROLLOUT -> new TreeStrategy(TreeStrategy.Expansion.REST_FOR_OUTCOME);
      case RMAX -> new TreeStrategy(TreeStrategy.Expansion.REST_FOR_NOVELTY);
      case DFS -> new DepthFirstStrategy();
      case BEST_FIRST -> new BestFirstStrategy();
      case REFLEXION -> new ReflexionStrategy();
    };
  }

  private static SearchResult run(Strategist strategist, Desk desk, Meter meter)
      throws VerifierException, ModelException {
    try {
      Accepted accepted = run(strategist, desk);
      return SearchResult.solved(accepted, meter.statistics());
    } catch (BudgetSpentException e) {
      return SearchResult.unsolved(
          Outcome.BUDGET_SPENT, desk.findings().unjudged(), meter.statistics());
    } catch (StoppedException e) {
      return SearchResult.unsolved(
          Outcome.INTERRUPTED, desk.findings().unjudged(), meter.statistics());
    } catch (ModelUsedUpException e) {
      return SearchResult.unsolved(
          Outcome.EXHAUSTED, desk.findings().unjudged(), meter.statistics());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SearchResult.unsolved(
          Outcome.INTERRUPTED, desk.findings().unjudged(), meter.statistics());
    }
  }

  private static Accepted run(Strategist strategist, Desk desk)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException, StoppedException {
    desk.monitor().enter();
    try {
      return strategist.run(desk);
    } finally {
      desk.monitor().leave();
    }
  }
}
