package dev.vmcts.search;

import dev.vmcts.prompt.Step;
import dev.vmcts.verify.VerifierState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The search tree and its policy: UCT with progressive widening (arXiv 2402.08147, section 3).
 *
 * <p>A child's score is {@code U = Q + c P sqrt(ln N_parent / N)}. Prefixes have {@code Q = W/N} and {@code P = 1}; widen
 * nodes have {@code Q = 0} and {@code P = p_w}.
 *
 * <p>While a worker is below a prefix, it counts as one more visit that was lost there, so that the other workers look
 * elsewhere: the virtual loss of Chaslot, Winands and van den Herik, "Parallel Monte-Carlo Tree Search", 2008, section
 * 3.3. A widen node needs none, since its visits are counted when it is selected. For the holder of the search's
 * {@link Monitor}.
 */
final class Tree {

  private final double exploration;
  private final double wideningPrior;
  private final RandomGenerator random;
  private final Node root;
  private final Set<String> fingerprints = new HashSet<>();
  private Node newest;
  private int size;

  Tree(VerifierState rootState, double exploration, double wideningPrior, RandomGenerator random) {
    this.exploration = exploration;
    this.wideningPrior = wideningPrior;
    this.random = random;
    this.root = new Node(size++, null, null, rootState);
    this.newest = root;
    rootState.fingerprint().ifPresent(fingerprints::add);
  }

  Node root() {
    return root;
  }

  /** The prefix that joined the tree last. */
  Node newest() {
    return newest;
  }

  /** The prefix whose widen node the policy comes down to. */
  Node select() {
    return select(root);
  }

  /** The prefix, a given one or below it, whose widen node the policy comes down to. */
  Node select(Node from) {
    Node node = from;
    while (true) {
      Node next = best(node);
      if (next == null) {
        return node;
      }
      node = next;
    }
  }

  /** The child with the highest score; null for the widen node. Ties are broken at random. */
  private @Nullable Node best(Node node) {
    if (node.isPassage()) {
      return node.children().get(0);
    }
    double logVisits = logVisits(node);
    Node best = null;
    double bestScore = exploration * wideningPrior * bonus(logVisits, node.widenVisits());
    int ties = 1;
    List<Node> children = node.children();
    for (int i = 0; i < children.size(); i++) {
      Node child = children.get(i);
      double score = mean(child) + exploration * bonus(logVisits, visits(child));
      if (score > bestScore) {
        best = child;
        bestScore = score;
        ties = 1;
      } else if (score == bestScore) {
        ties++;
        best = random.nextInt(ties) == 0 ? child : best;
      }
    }
    return best;
  }

  /** U of a prefix. */
  double score(Node parent, Node child) {
    return mean(child) + exploration * bonus(logVisits(parent), visits(child));
  }

  /** U of the widen node of a prefix. */
  double widenScore(Node parent) {
    return exploration * wideningPrior * bonus(logVisits(parent), parent.widenVisits());
  }

  private static double mean(Node node) {
    return (node.value() - node.virtualLosses()) / Math.max(1, visits(node));
  }

  private static double logVisits(Node node) {
    return Math.log(Math.max(1, visits(node)));
  }

  private static int visits(Node node) {
    return node.visits() + node.virtualLosses();
  }

  private static double bonus(double logVisits, int visits) {
    return Math.sqrt(logVisits / Math.max(1, visits));
  }

  /** Whether a prefix in the tree is in the same verifier state. */
  boolean holds(VerifierState state) {
    return state.fingerprint().map(fingerprints::contains).orElse(false);
  }

  /** Adds a prefix below another; without a step it is the same text with its hole closed. */
  Node add(Node parent, @Nullable Step step, VerifierState state) {
    Node child = new Node(size++, parent, step, state);
    parent.addChild(child);
    newest = child;
    state.fingerprint().ifPresent(fingerprints::add);
    return child;
  }

  /** Counts an expansion of a prefix's widen node, and a virtual loss from there up to the root. */
  void begin(Node selected) {
    selected.visitWiden();
    for (Node node = selected; node != null; node = node.parent()) {
      node.addVirtualLosses(1);
    }
  }

  /** Takes back the virtual loss of an expansion. */
  void end(Node selected) {
    for (Node node = selected; node != null; node = node.parent()) {
      node.addVirtualLosses(-1);
    }
  }

  /** Sends a reward from a prefix up to the root. */
  void backpropagate(Node from, int reward) {
    for (Node node = from; node != null; node = node.parent()) {
      node.visit(reward);
    }
  }
}
