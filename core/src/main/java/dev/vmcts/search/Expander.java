package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.prompt.GoalText;
import dev.vmcts.prompt.Step;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of verified prefixes grow, the same way for every strategy: steps are sampled, judged by the verifier and
 * added; a whole program is shown to acceptance.
 *
 * <p>Which prefix grows, and what becomes of a reward, is the strategy's business. Not thread-safe.
 */
final class Expander {

  /** Nothing is known of the step: the verifier could not judge it. */
  static final int NOTHING = 0;

  static final int REWARD = 1;
  static final int PENALTY = -1;

  /** One expansion in so many is free to begin as it likes. */
  private static final int OPENED_OF = 5;

  /**
   * What an expansion led to.
   *
   * @param node the last prefix that was reached; the one that was expanded when nothing joined the tree
   * @param reward {@link #REWARD}, {@link #PENALTY} or {@link #NOTHING}
   */
  record Growth(Node node, int reward) {}

  private final Desk desk;
  private final SearchSettings settings;
  private final Tree tree;
  private Optional<Accepted> solution = Optional.empty();

  Expander(Desk desk) {
    this.desk = desk;
    this.settings = desk.settings();
    this.tree =
        new Tree(desk.rootState(), settings.exploration(), settings.wideningPrior(), desk.random());
  }

  Tree tree() {
    return tree;
  }

  /** The program that was accepted; empty until there is one. */
  Optional<Accepted> solution() {
    return solution;
  }

  /** Reports the root, and passes by the holes that may stay empty. */
  void begin() throws VerifierException, InterruptedException {
    added(tree.root());
    closeOn(tree.root());
  }

  /**
   * Asks for one step after a prefix and has it judged.
   *
   * @throws BudgetSpentException when a budget has run out
   */
  Growth step(Node node)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    desk.expand(node.id());
    if (tooDeep(node)) {
      return new Growth(node, PENALTY);
    }
    String closer = closer(node);
    if (closer != null) {
      Growth judged = judge(node, closer, 0);
      return judged == null ? new Growth(node, NOTHING) : judged;
    }
    return sampled(node, opening(node));
  }

  private Growth sampled(Node node, String begun)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    String text = begun;
    double logProbability = 0;
    for (int chunk = 0; chunk < settings.chunkLimit(); chunk++) {
      Optional<Proposal> proposal = desk.propose(
          node.path(),
          node.state(),
          node.failed(),
          text,
          sampling(node),
          desk.verifier().stepReader());
      if (proposal.isEmpty()) {
        return new Growth(node, PENALTY);
      }
      text += proposal.get().text();
      logProbability += proposal.get().logProbability();
      String refusal = refusal(node, text, proposal.get().stopReason(), chunk);
      if (refusal != null) {
        desk.refuse(text, refusal);
        return new Growth(node, PENALTY);
      }
      Growth judged = judge(node, text, logProbability);
      if (judged != null) {
        return judged;
      }
      if (proposal.get().stopReason() == StopReason.EOS) {
        desk.refuse(text, "end-of-text");
        return new Growth(node, PENALTY);
      }
    }
    desk.refuse(text, "too-long");
    return new Growth(node, PENALTY);
  }

  /**
   * Asks for the rest of the hole in one go and adds its steps up to the first that is refused.
   *
   * <p>A step that leads to a child that is there already is followed, not added again. Where the hole ends, the rest of
   * the text is dropped.
   *
   * @return the last prefix that was reached; the reward is {@link #REWARD} when a prefix joined the tree
   */
  Growth rest(Node node)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    desk.expand(node.id());
    if (tooDeep(node)) {
      return new Growth(node, PENALTY);
    }
    Optional<Proposal> proposal = desk.propose(
        node.path(), node.state(), node.failed(), "", settings.sampling(), StopRule.NONE);
    if (proposal.isEmpty()) {
      return new Growth(node, PENALTY);
    }
    Node reached = node;
    int reward = PENALTY;
    for (String step :
        desk.verifier().stepReader().split(desk.clean(proposal.get().text()))) {
      if (solution.isPresent() || reached.state().hole() != node.state().hole()) {
        break;
      }
      Optional<Node> known = reached.child(step);
      if (known.isPresent()) {
        reached = known.get();
        continue;
      }
      if (unprintable(step) || tooDeep(reached)) {
        break;
      }
      Growth judged = judge(reached, step, 0);
      if (judged == null || judged.reward() != REWARD) {
        boolean unknown = judged != null && judged.reward() == NOTHING;
        reward = unknown && reward == PENALTY ? NOTHING : reward;
        break;
      }
      reached = judged.node();
      reward = REWARD;
    }
    return new Growth(reached, reward);
  }

  private boolean tooDeep(Node node) {
    if (node.depth() < settings.depthLimit()) {
      return false;
    }
    desk.refuse("", "too-deep");
    return true;
  }

  /** The next untried step that needs no model; null when there is none. */
  private @Nullable String closer(Node node) {
    if (settings.closers() == Closers.ON) {
      for (String closer : desk.verifier().closers(node.state())) {
        if (node.firstTry(closer)) {
          return closer;
        }
      }
    }
    return null;
  }

  /** Words that the step is to begin with, most of the time when the verifier has said what is missing. */
  private String opening(Node node) {
    if (settings.closers() == Closers.OFF || node.missing().isEmpty()) {
      return "";
    }
    List<String> openings = desk.verifier().openings(node.missing());
    return openings.isEmpty() || desk.random().nextInt(OPENED_OF) == 0
        ? ""
        : openings.get(desk.random().nextInt(openings.size()));
  }

  /** Draws more freely where the model repeats itself. */
  private Sampling sampling(Node node) {
    Sampling sampling = settings.sampling();
    if (settings.progress() == Progress.ANY) {
      return sampling;
    }
    double temperature =
        Math.min(2, sampling.temperature() * (1 + 0.05 * Math.min(6, node.duplicates())));
    return new Sampling(
        Math.max(sampling.temperature(), temperature),
        sampling.topP(),
        sampling.topK(),
        sampling.maxTokens());
  }

  /** Why a proposal need not be shown to the verifier; null when it must. */
  private @Nullable String refusal(Node node, String text, StopReason stop, int chunk) {
    if (text.isBlank() && stop == StopReason.EOS) {
      return "end-of-text";
    }
    if (unprintable(text)) {
      return "unprintable";
    }
    if (settings.progress() == Progress.NEW) {
      if (stop == StopReason.LENGTH) {
        return "too-long";
      }
      if (chunk == 0 && !node.firstTry(desk.clean(text))) {
        node.addDuplicate();
        return "duplicate";
      }
    }
    return null;
  }

  private static boolean unprintable(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
  }

  /** Shows a step to the verifier; null when the verifier needs more text. */
  private @Nullable Growth judge(Node node, String proposed, double logProbability)
      throws VerifierException, InterruptedException {
    String text = desk.clean(proposed);
    Checked checked = desk.check(node.state(), text);
    if (checked.isIncomplete()) {
      return null;
    }
    if (checked.isUndecided()) {
      return new Growth(node, NOTHING);
    }
    if (checked.open().isEmpty()) {
      node.addFailed(text);
      return new Growth(node, PENALTY);
    }
    VerifierState open = checked.open().get();
    if (settings.progress() == Progress.NEW && tree.holds(open)) {
      desk.refuse(text, "no-progress");
      node.addFailed(text);
      return new Growth(node, PENALTY);
    }
    Step step = new Step(node.state(), text, node.failed());
    boolean oneState = checked.closed().isPresent() && node.holeStart().inProof();
    if (oneState && checked.closed().get().complete()) {
      return finish(node, step, checked.closed().get());
    }
    Node child = added(tree.add(node, step, oneState ? checked.closed().get() : open));
    child.logProbability(logProbability);
    noteMissing(child, checked);
    return oneState
        ? closeOn(child)
        : checked.closed().isPresent()
            ? closed(child, checked.closed().get())
            : new Growth(child, REWARD);
  }

  /** Goes on to the next hole for as long as the one that a prefix is in may stay empty. */
  private Growth closeOn(Node node) throws VerifierException, InterruptedException {
    Checked checked = desk.close(node.state());
    noteMissing(node, checked);
    return checked.closed().isPresent()
        ? closed(node, checked.closed().get())
        : new Growth(node, REWARD);
  }

  private static void noteMissing(Node node, Checked checked) {
    if (checked.closed().isEmpty() && checked.message() != null) {
      node.missing(checked.message());
    }
  }

  private Growth closed(Node node, VerifierState closed)
      throws VerifierException, InterruptedException {
    return closed.complete()
        ? finish(node, null, closed)
        : closeOn(added(tree.add(node, null, closed)));
  }

  /**
   * Has a whole program judged; only one that is accepted joins the tree, and only one that is refused counts against
   * its prefix. A last step that could not be told counts for nothing.
   */
  private Growth finish(Node node, @Nullable Step last, VerifierState complete)
      throws VerifierException, InterruptedException {
    List<Step> path = new ArrayList<>(node.path());
    if (last != null) {
      path.add(last);
    }
    Acceptance acceptance = desk.accept(node.id(), path);
    if (acceptance instanceof Accepted accepted) {
      solution = Optional.of(accepted);
      return new Growth(added(tree.add(node, last, complete)), REWARD);
    } else if (acceptance instanceof Acceptance.Refused) {
      if (last != null) {
        node.addFailed(last.text());
      }
      return new Growth(node, PENALTY);
    }
    return new Growth(node, last == null ? REWARD : NOTHING);
  }

  private Node added(Node node) {
    VerifierState state = node.state();
    Node parent = node.parent();
    desk.report(new SearchEvent.NodeAdded(
        node.id(),
        parent == null ? null : parent.id(),
        node.stepText(),
        node.depth(),
        state.hole(),
        state.openGoals(),
        state.inProof() ? GoalText.of(state) : null));
    return node;
  }

  /** Sends a reward from a prefix up to the root. */
  void backpropagate(Growth growth) {
    if (growth.reward() != NOTHING) {
      tree.backpropagate(growth.node(), growth.reward());
      desk.report(
          new SearchEvent.Backpropagate(desk.expansion(), growth.node().id(), growth.reward()));
    }
  }
}
