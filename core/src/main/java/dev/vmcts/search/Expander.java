package dev.vmcts.search;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.search.SearchSettings.Closers;
import dev.vmcts.search.SearchSettings.Progress;
import dev.vmcts.verify.Acceptance.Accepted;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Samples steps for a tree of verified prefixes, the same way for every strategy.
 *
 * <p>Which prefix grows, and what becomes of a reward, is the strategy's business. Each worker of a search has its
 * own. For the holder of the search's {@link Monitor}.
 */
final class Expander {

  /** One expansion in so many is free to begin as it likes. */
  private static final int OPENED_OF = 5;

  /** After so many repetitions at a prefix, what the model proposes there is taken out of its distribution. */
  private static final int REPEATS = 3;

  private final Desk desk;
  private final SearchSettings settings;
  private final Tree tree;
  private final Grower grower;
  private final Held held;

  /** One that begins a tree. */
  Expander(Desk desk) {
    this(
        desk,
        new Tree(
            desk.rootState(),
            desk.settings().exploration(),
            desk.settings().wideningPrior(),
            desk.random()),
        new Held(desk.verifier(), desk.settings().sampling().grammar()));
  }

  private Expander(Desk desk, Tree tree, Held held) {
    this.desk = desk;
    this.settings = desk.settings();
    this.tree = tree;
    this.grower = new Grower(desk, tree);
    this.held = held;
  }

  /** One for another worker at the same tree. */
  Expander of(int worker) {
    return new Expander(desk.of(worker), tree, held);
  }

  Tree tree() {
    return tree;
  }

  Grower grower() {
    return grower;
  }

  /** The program that was accepted; empty until there is one. */
  Optional<Accepted> solution() {
    return desk.findings().solution();
  }

  /** Reports the root, and passes by the holes that may stay empty. */
  void begin() throws VerifierException, InterruptedException {
    grower.begin();
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
      return Growth.refused(node);
    }
    String closer = closer(node);
    if (closer != null) {
      Growth judged = grower.judge(node, closer, 0);
      return judged == null ? Growth.unknown(node) : judged;
    }
    return sampled(node, held.opening(node.state(), opening(node)));
  }

  private Growth sampled(Node node, String begun)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    String text = begun;
    String step = begun;
    double logProbability = 0;
    for (int chunk = 0; chunk < settings.chunkLimit(); chunk++) {
      Optional<Proposal> proposal = desk.propose(
          node.id(),
          node.path(),
          node.state(),
          node.failed(),
          text,
          held.sampling(node.state(), sampling(node, text), step),
          desk.verifier().stepReader(node.state()));
      if (proposal.isEmpty()) {
        return Growth.refused(node);
      }
      text += proposal.get().text();
      step = proposal.get().stopReason() == StopReason.STOP
          ? ""
          : step + proposal.get().text();
      logProbability += proposal.get().logProbability();
      String refusal = refusal(node, text, proposal.get().stopReason(), chunk);
      if (refusal != null) {
        desk.refuse(node.id(), text, refusal);
        return Growth.refused(node);
      }
      Growth judged = grower.judge(node, text, logProbability);
      if (judged != null) {
        return judged;
      }
      if (proposal.get().stopReason() == StopReason.EOS) {
        desk.refuse(node.id(), text, "end-of-text");
        return Growth.refused(node);
      }
    }
    desk.refuse(node.id(), text, "too-long");
    return Growth.refused(node);
  }

  /**
   * Asks for the rest of the program, a hole in one go, and adds its steps up to the first that is refused.
   *
   * <p>A step that leads to a child that is there already is followed, not added again. Where a hole ends, the rest of its
   * text is dropped.
   *
   * @return the last prefix that was reached; the reward is {@link Growth#REWARD} when a prefix joined the tree
   */
  Growth rest(Node node)
      throws ModelException, VerifierException, InterruptedException, BudgetSpentException,
          ModelUsedUpException {
    desk.expand(node.id());
    Growth growth = Growth.refused(node);
    int hole;
    do {
      Node from = growth.node();
      hole = from.state().hole();
      Optional<Proposal> proposal = tooDeep(from)
          ? Optional.empty()
          : desk.propose(
              from.id(),
              from.path(),
              from.state(),
              from.failed(),
              "",
              settings.sampling(),
              StopRule.NONE);
      if (proposal.isPresent()) {
        growth = followed(growth, desk.clean(proposal.get().text()));
      }
    } while (solution().isEmpty() && growth.node().state().hole() != hole);
    return grower.solveOn(growth);
  }

  /** Adds the steps of a text up to the end of the hole, or up to the first that is refused. */
  private Growth followed(Growth start, String text)
      throws VerifierException, InterruptedException {
    int hole = start.node().state().hole();
    Growth growth = start;
    for (String step : desk.verifier().stepReader(start.node().state()).split(text)) {
      Node node = growth.node();
      if (solution().isPresent() || node.state().hole() != hole) {
        break;
      }
      Optional<Node> known = node.child(step);
      if (known.isPresent()) {
        growth = new Growth(known.get(), growth.reward());
        continue;
      }
      if (unprintable(step) || tooDeep(node)) {
        break;
      }
      Checked checked = desk.check(node.id(), node.state(), step);
      Optional<Node> meanwhile = node.child(step);
      if (meanwhile.isPresent()) {
        growth = new Growth(meanwhile.get(), growth.reward());
        continue;
      }
      Growth next = grower.grown(node, step, checked, 0);
      if (next.reward() == Growth.PENALTY) {
        break;
      }
      if (next.reward() == Growth.NOTHING) {
        return growth.rewarded() ? growth : next;
      }
      growth = next;
    }
    return growth;
  }

  private boolean tooDeep(Node node) {
    if (node.depth() < settings.depthLimit()) {
      return false;
    }
    desk.refuse(node.id(), "", "too-deep");
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

  /**
   * Words that the step is to begin with: half of the time what is sound of a step that was refused; else, most of the
   * time, what the verifier has said is missing.
   */
  private String opening(Node node) {
    if (settings.repair() && !node.sound().isEmpty() && desk.random().nextBoolean()) {
      return node.sound().get(desk.random().nextInt(node.sound().size()));
    }
    if (settings.closers() == Closers.OFF || node.missing().isEmpty()) {
      return "";
    }
    List<String> openings = desk.verifier().openings(node.missing());
    return openings.isEmpty() || desk.random().nextInt(OPENED_OF) == 0
        ? ""
        : openings.get(desk.random().nextInt(openings.size()));
  }

  /** Draws more freely where the model repeats itself, and at last what it has not proposed yet. */
  private Sampling sampling(Node node, String begun) {
    Sampling sampling = settings.sampling();
    if (settings.progress() == Progress.NEW) {
      double heat = 1 + 0.05 * Math.min(6, node.duplicates());
      double temperature = Math.min(2, sampling.temperature() * heat);
      sampling = sampling.withTemperature(Math.max(sampling.temperature(), temperature));
    }
    return settings.unique() && node.duplicates() >= REPEATS
        ? sampling.withScope(desk.scope(node, begun))
        : sampling;
  }

  /** Why a proposal need not be shown to the verifier; null when it must. */
  private @Nullable String refusal(Node node, String text, StopReason stop, int chunk) {
    if (text.isBlank() && stop == StopReason.EOS) {
      return "end-of-text";
    }
    if (unprintable(text)) {
      return "unprintable";
    }
    if (node.isPruned(desk.clean(text))) {
      return "pruned";
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

  /** Sends a reward from a prefix up to the root. */
  void backpropagate(Growth growth) {
    if (growth.reward() != Growth.NOTHING) {
      tree.backpropagate(growth.node(), growth.reward());
      desk.report(
          new SearchEvent.Backpropagate(desk.expansion(), growth.node().id(), growth.reward()));
    }
  }
}
