package dev.vmcts.search;

import dev.vmcts.prompt.GoalText;
import dev.vmcts.prompt.Step;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.search.SearchSettings.Solvers;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds steps to a tree of verified prefixes: has each judged by the verifier, goes on to the next hole where one ends, and
 * shows whole programs to acceptance. Each worker of a search has its own. For the holder of the search's {@link Monitor}.
 */
final class Grower {

  private final Desk desk;
  private final SearchSettings settings;
  private final Tree tree;
  private final Findings findings;

  Grower(Desk desk, Tree tree) {
    this.desk = desk;
    this.settings = desk.settings();
    this.tree = tree;
    this.findings = desk.findings();
  }

  /** Reports the root, and passes by the holes that may stay empty. */
  void begin() throws VerifierException, InterruptedException {
    added(tree.root());
    solveOn(closeOn(tree.root()));
  }

  /** Shows a step to the verifier, and goes on with what needs no model; null when the verifier needs more text. */
  @Nullable
  Growth judge(Node node, String proposed, double logProbability)
      throws VerifierException, InterruptedException {
    String text = desk.clean(proposed);
    Checked checked = desk.check(node.id(), node.state(), text);
    return checked.isIncomplete() ? null : solveOn(grown(node, text, checked, logProbability));
  }

  /**
   * Tries the verifier's own procedures on a new prefix, and on what they lead to.
   *
   * <p>Ending a goal is never a step in a wrong direction, so the first that succeeds is kept; the others are noted as
   * tried. One that takes too long is not tried again in this search.
   */
  Growth solveOn(Growth growth) throws VerifierException, InterruptedException {
    Growth last = growth;
    boolean goesOn = settings.solvers() == Solvers.ON;
    while (goesOn && last.rewarded() && findings.solution().isEmpty()) {
      goesOn = false;
      Node node = last.node();
      for (String solver : desk.verifier().solvers(node.state())) {
        if (findings.unfit(solver) || !node.firstTry(solver)) {
          continue;
        }
        Checked checked = desk.check(node.id(), node.state(), solver);
        if (checked.isUndecided()) {
          findings.foundUnfit(solver);
        } else if (ends(node.state(), checked)) {
          last = grown(node, solver, checked, 0);
          goesOn = true;
          break;
        }
      }
    }
    return last;
  }

  private static boolean ends(VerifierState before, Checked checked) {
    return checked.closed().isPresent()
        || checked.open().map(VerifierState::openGoals).orElse(Integer.MAX_VALUE)
            < before.openGoals();
  }

  /** What a step that the verifier has seen makes of the tree. */
  Growth grown(Node node, String text, Checked checked, double logProbability)
      throws VerifierException, InterruptedException {
    return grown(node, text, checked, logProbability, settings.progress());
  }

  /** The same, with a say in what counts as a step forward. */
  Growth grown(Node node, String text, Checked checked, double logProbability, Progress progress)
      throws VerifierException, InterruptedException {
    if (checked.isUndecided()) {
      return Growth.unknown(node);
    }
    if (checked.open().isEmpty()) {
      node.addFailed(text);
      if (checked.at() > 0) {
        node.addSound(text.strip().substring(0, checked.at()).stripTrailing());
      }
      if (checked.message() != null) {
        desk.verifier().mended(text.strip(), checked.message()).forEach(node::addSound);
      }
      return Growth.refused(node);
    }
    VerifierState open = checked.open().get();
    if (progress == Progress.NEW && tree.holds(open)) {
      desk.refuse(node.id(), text, "no-progress");
      node.addFailed(text);
      return Growth.refused(node);
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
            : Growth.of(opened(child));
  }

  /** Goes on to the next hole for as long as the one that a prefix is in may stay empty. */
  private Growth closeOn(Node node) throws VerifierException, InterruptedException {
    Checked checked = desk.close(node.id(), node.state());
    noteMissing(node, checked);
    return checked.closed().isPresent()
        ? closed(node, checked.closed().get())
        : Growth.of(opened(node));
  }

  /** Takes the usual opening, if there is one. */
  private Node opened(Node node) throws VerifierException, InterruptedException {
    Optional<String> opener =
        settings.closers() == Closers.ON ? desk.verifier().opener(node.state()) : Optional.empty();
    if (opener.isEmpty()) {
      return node;
    }
    Checked checked = desk.check(node.id(), node.state(), opener.get());
    if (checked.open().isEmpty() || checked.closed().isPresent()) {
      return node;
    }
    node.makePassage();
    Step step = new Step(node.state(), opener.get(), List.of());
    Node child = added(tree.add(node, step, checked.open().get()));
    noteMissing(child, checked);
    return child;
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
      findings.solved(accepted);
      return Growth.of(added(tree.add(node, last, complete)));
    } else if (acceptance instanceof Acceptance.Refused) {
      if (last != null) {
        node.addFailed(last.text());
      }
      return Growth.refused(node);
    }
    return last == null ? Growth.of(node) : Growth.unknown(node);
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
        state.inProof() ? GoalText.of(state) : null,
        state.inProof() ? state.goals() : null,
        node.stepText().isEmpty() ? null : desk.author()));
    return node;
  }
}
