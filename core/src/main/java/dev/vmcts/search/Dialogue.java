package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.dialogue.Candidate;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.search.dialogue.Place;
import dev.vmcts.search.dialogue.Wish;
import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.VerifierException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search that a person leads: the person says where it stands and what is tried there, or lets it run on by itself.
 *
 * <p>Every wish is an event. Not thread-safe.
 */
final class Dialogue {

  /** What events say of who leads the search. */
  private static final String PERSON = "person";

  private final Problem problem;
  private final Person person;
  private final Attempts attempts;
  private final Desk desk;
  private final Expander expander;
  private Node here;
  private String remark = "";
  private Optional<Accepted> found = Optional.empty();

  /**
   * A search at its beginning.
   *
   * @param attempts hears the events of the desk
   */
  Dialogue(Problem problem, Person person, Attempts attempts, Desk desk) {
    this.problem = problem;
    this.person = person;
    this.attempts = attempts;
    this.desk = desk;
    this.expander = new Expander(desk);
    this.here = expander.tree().root();
  }

  /**
   * Does what the person says until they have had enough.
   *
   * @return the program that was accepted last
   * @throws StoppedException if the person ends it, and none was accepted
   * @throws BudgetSpentException if a budget has run out, and none was accepted
   * @throws ModelUsedUpException if the model has nothing more to say in a run without an end, and none was accepted
   */
  Accepted run()
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException, StoppedException {
    expander.begin();
    noteSolution();
    try {
      for (Wish wish = asked(); !(wish instanceof Wish.Quit); wish = asked()) {
        desk.report(SearchEvent.Wished.of(desk.expansion(), here.id(), wish));
        remark = "";
        obey(wish);
      }
    } catch (BudgetSpentException e) {
      return found.orElseThrow(() -> e);
    } catch (ModelUsedUpException e) {
      return found.orElseThrow(() -> e);
    }
    return found.orElseThrow(StoppedException::new);
  }

  /** Nothing is under way while a person thinks, so an interruption ends the search as the person would. */
  private Wish asked() {
    try {
      return person.next(place());
    } catch (InterruptedException e) {
      return new Wish.Quit();
    }
  }

  private Place place() {
    List<Candidate> candidates = new ArrayList<>();
    for (Attempts.Attempt attempt : attempts.at(here.id())) {
      Candidate candidate = attempt.candidate(child(attempt).orElse(null));
      if (!attempt.pruned() && (candidate.takeable() || !candidate.text().isEmpty())) {
        candidates.add(candidate);
      }
    }
    return new Place(
        here.id(),
        here.depth(),
        here.state(),
        Fills.of(problem, here.path()),
        candidates,
        here.missing(),
        remark,
        found);
  }

  private Optional<Node> child(Attempts.Attempt attempt) {
    return here.children().stream()
        .filter(node -> attempt.child() != null && node.id() == attempt.child())
        .findFirst();
  }

  private void obey(Wish wish)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    try {
      if (wish instanceof Wish.Take take) {
        here = attempt(take.number()).flatMap(this::child).orElse(here);
      } else if (wish instanceof Wish.Write write) {
        write(write.text());
      } else if (wish instanceof Wish.More more) {
        more(more.count());
      } else if (wish instanceof Wish.Up) {
        Node parent = here.parent();
        here = parent == null ? here : parent;
      } else if (wish instanceof Wish.Prune prune) {
        attempt(prune.number()).ifPresent(this::prune);
      } else if (wish instanceof Wish.Run run) {
        runOn(run);
      }
    } catch (ModelUsedUpException e) {
      if (wish instanceof Wish.Run run && run.endless()) {
        throw e;
      }
      remark = "the model has nothing more to propose";
    }
  }

  private void more(int count)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    int before = attempts.at(here.id()).size();
    for (int i = 0; i < count; i++) {
      step(here);
    }
    int repeated = count - (attempts.at(here.id()).size() - before);
    remark = repeated > 0 ? repeated + " of " + count + " proposals were nothing new" : "";
  }

  private Optional<Attempts.Attempt> attempt(int number) {
    return attempts.at(here.id()).stream()
        .filter(attempt -> attempt.number() == number && !attempt.pruned())
        .findFirst();
  }

  private void prune(Attempts.Attempt attempt) {
    Optional<Node> child = child(attempt);
    attempt.prune();
    here.prune(attempt.text());
    child.ifPresent(here::removeChild);
  }

  private void runOn(Wish.Run run)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    Statistics start = desk.spent();
    Optional<Accepted> before = found;
    boolean goesOn = true;
    while (goesOn) {
      step(expander.tree().select(here));
      Statistics now = desk.spent();
      // What is sampled has a token at least, so that a run ends where the model is not asked, too.
      goesOn = found.equals(before)
          && now.tokens() - start.tokens() < run.tokens()
          && now.expansions() - start.expansions() < run.tokens()
          && now.totalSeconds() - start.totalSeconds() < run.seconds();
    }
  }

  /** One expansion, as in a tree search. */
  private void step(Node node)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    expander.tree().begin(node);
    Growth growth;
    try {
      growth = expander.step(node);
    } finally {
      expander.tree().end(node);
    }
    expander.backpropagate(growth);
    noteSolution();
  }

  /** Keeps an accepted program, and makes the search ready to look for another. */
  private void noteSolution() {
    Optional<Accepted> solution = desk.findings().takeSolution();
    if (solution.isPresent()) {
      found = solution;
      Node complete = expander.tree().newest();
      Node parent = complete.parent();
      if (parent != null) {
        parent.removeChild(complete);
      }
    }
  }

  /** Adds the steps of a person's text up to the first that the verifier does not accept. */
  private void write(String text)
      throws VerifierException, InterruptedException, BudgetSpentException {
    desk.expand(here.id());
    int hole = here.state().hole();
    Optional<Accepted> before = found;
    Growth growth = Growth.unknown(here);
    String rest = desk.clean(text);
    while (!rest.isBlank() && remark.isEmpty()) {
      Node node = growth.node();
      StepReader reader = desk.verifier().stepReader(node.state());
      int end = reader.endOfStep(rest, true);
      String step = end < 0 ? rest : reader.trim(rest.substring(0, end));
      if (node.state().hole() != hole || !found.equals(before)) {
        remark = "the hole is filled; not looked at: " + OneLine.of(rest);
      } else {
        growth = written(growth, step);
        rest = end < 0 ? "" : rest.substring(end);
      }
    }
    expander.backpropagate(growth);
    here = standable(growth.node());
    if (growth.rewarded() && found.equals(before)) {
      expander.grower().solveOn(growth);
      noteSolution();
    }
  }

  /** One does not stand after a whole program: nothing follows it. */
  private static Node standable(Node node) {
    Node parent = node.parent();
    return node.state().complete() && parent != null ? parent : node;
  }

  /** Goes over one step of a person's; what is against it becomes the remark. */
  private Growth written(Growth growth, String step)
      throws VerifierException, InterruptedException {
    Node node = growth.node();
    Optional<Node> known = node.child(step);
    if (known.isPresent()) {
      return new Growth(known.get(), growth.reward());
    } else if (node.isPruned(step)) {
      remark = "pruned here before: " + OneLine.of(step);
      return growth;
    }
    Growth next = added(node, step);
    noteSolution();
    Attempts.Attempt last = attempts.last();
    if (!next.rewarded() && last != null) {
      remark = OneLine.of(step) + "\n" + last.verdict()
          + (last.reason().isEmpty() ? "" : ": " + last.reason());
    }
    return next.rewarded() || !growth.rewarded() ? next : growth;
  }

  /** Shows a step of a person's to the verifier. */
  private Growth added(Node node, String step) throws VerifierException, InterruptedException {
    node.firstTry(step);
    desk.author(PERSON);
    try {
      Checked checked = desk.check(node.id(), node.state(), step);
      // A person may go where the tree has been by other steps.
      return expander.grower().grown(node, step, checked, 0, Progress.ANY);
    } finally {
      desk.author(null);
    }
  }
}
