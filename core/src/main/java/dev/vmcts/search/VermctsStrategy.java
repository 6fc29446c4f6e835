package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
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
 * Tree search over verified prefixes with progressive widening (arXiv 2402.08147, section 3).
 *
 * <p>An expansion samples chunks until the verifier has an opinion. A verified step joins the tree and sends +1 up; a
 * refused one sends -1 up; one that the verifier could not judge sends nothing.
 */
final class VermctsStrategy {

  private static final int REWARD = 1;
  private static final int PENALTY = -1;

  /** One expansion in so many is free to begin as it likes. */
  private static final int OPENED_OF = 5;

  private final Desk desk;
  private final SearchSettings settings;
  private final Tree tree;
  private Optional<Accepted> solution = Optional.empty();

  VermctsStrategy(Desk desk) {
    this.desk = desk;
    this.settings = desk.settings();
    this.tree =
        new Tree(desk.rootState(), settings.exploration(), settings.wideningPrior(), desk.random());
  }

  /** Searches until a program is accepted. */
  Accepted run()
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    added(tree.root());
    closeOn(tree.root());
    while (solution.isEmpty()) {
      expand(tree.select());
    }
    return solution.get();
  }

  private void expand(Node node)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    desk.expand(node.id());
    tree.visitWiden(node);
    if (node.depth() >= settings.depthLimit()) {
      desk.refuse("", "too-deep");
      backpropagate(node, PENALTY);
      return;
    }
    String closer = closer(node);
    String text = closer == null ? opening(node) : closer;
    boolean more = closer == null;
    if (closer != null) {
      judge(node, closer);
    }
    for (int chunk = 0; more && chunk < settings.chunkLimit(); chunk++) {
      Optional<Proposal> proposal = desk.propose(
          node.path(),
          node.state(),
          node.failed(),
          text,
          sampling(node),
          desk.verifier().stepReader());
      if (proposal.isEmpty()) {
        backpropagate(node, PENALTY);
        return;
      }
      text += proposal.get().text();
      String refusal = refusal(node, text, proposal.get().stopReason(), chunk);
      if (refusal != null) {
        desk.refuse(text, refusal);
        backpropagate(node, PENALTY);
        return;
      }
      more = !judge(node, text) && proposal.get().stopReason() != StopReason.EOS;
    }
    if (more) {
      desk.refuse(text, "too-long");
      backpropagate(node, PENALTY);
    }
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
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
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

  /** Shows a step to the verifier and sends the reward up; false when the verifier needs more text. */
  private boolean judge(Node node, String proposed) throws VerifierException, InterruptedException {
    String text = desk.clean(proposed);
    Checked checked = desk.check(node.state(), text);
    if (checked.isIncomplete()) {
      return false;
    }
    if (checked.isUndecided()) {
      return true;
    }
    if (checked.open().isEmpty()) {
      node.addFailed(text);
      backpropagate(node, PENALTY);
      return true;
    }
    VerifierState open = checked.open().get();
    if (settings.progress() == Progress.NEW && tree.holds(open)) {
      desk.refuse(text, "no-progress");
      node.addFailed(text);
      backpropagate(node, PENALTY);
      return true;
    }
    Step step = new Step(node.state(), text, node.failed());
    boolean oneState = checked.closed().isPresent() && node.holeStart().inProof();
    if (oneState && checked.closed().get().complete()) {
      finish(node, step, checked.closed().get());
      return true;
    }
    Node child = added(tree.add(node, step, oneState ? checked.closed().get() : open));
    noteMissing(child, checked);
    Leaf leaf = oneState
        ? closeOn(child)
        : checked.closed().isPresent()
            ? closed(child, checked.closed().get())
            : new Leaf(child, REWARD);
    backpropagate(leaf.node(), leaf.reward());
    return true;
  }

  /** The last prefix that a step led to, with what it earns. */
  private record Leaf(Node node, int reward) {}

  /** Goes on to the next hole for as long as the one that a prefix is in may stay empty. */
  private Leaf closeOn(Node node) throws VerifierException, InterruptedException {
    Checked checked = desk.close(node.state());
    noteMissing(node, checked);
    return checked.closed().isPresent()
        ? closed(node, checked.closed().get())
        : new Leaf(node, REWARD);
  }

  private static void noteMissing(Node node, Checked checked) {
    if (checked.closed().isEmpty() && checked.message() != null) {
      node.missing(checked.message());
    }
  }

  private Leaf closed(Node node, VerifierState closed)
      throws VerifierException, InterruptedException {
    if (closed.complete()) {
      return new Leaf(node, finish(node, null, closed) ? REWARD : PENALTY);
    }
    return closeOn(added(tree.add(node, null, closed)));
  }

  /**
   * Has a whole program judged; only one that is accepted joins the tree, and only one that is refused counts against
   * it.
   *
   * @return whether it was not refused
   */
  private boolean finish(Node node, @Nullable Step last, VerifierState complete)
      throws VerifierException, InterruptedException {
    List<Step> path = new ArrayList<>(node.path());
    if (last != null) {
      path.add(last);
    }
    Acceptance acceptance = desk.accept(node.id(), path);
    if (acceptance instanceof Accepted accepted) {
      solution = Optional.of(accepted);
      Node child = added(tree.add(node, last, complete));
      backpropagate(child, REWARD);
    } else if (last != null && acceptance instanceof Acceptance.Refused) {
      node.addFailed(last.text());
      backpropagate(node, PENALTY);
    }
    return !(acceptance instanceof Acceptance.Refused);
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

  private void backpropagate(Node node, int reward) {
    tree.backpropagate(node, reward);
    desk.report(new SearchEvent.Backpropagate(desk.expansion(), node.id(), reward));
  }
}
