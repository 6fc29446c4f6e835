package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.StopRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What was proposed in one scope, as a tree of tokens that knows how much of each branch's probability is left.
 *
 * <p>Sampling by what is left is sampling without replacement (UniqueRandomizer: Shi, Bieber and Singh, ICML 2020). There
 * the probabilities are those of one distribution; here they are those seen last, since a prompt may change a little
 * between two proposals. For one thread, one text after another.
 */
final class Proposed {

  /** The texts that begin with the same tokens. */
  private static final class Branch {
    private final Map<Integer, Branch> next = new HashMap<>(2);
    /** Probability of the last token after the ones before it. */
    private double share;
    /** The part of the probability that was not proposed, 0 to 1. */
    private double left = 1;
    /** The part that cannot be proposed and is no branch. */
    private double closed;

    private void sum() {
      double proposed = closed;
      for (Branch branch : next.values()) {
        proposed += branch.share * (1 - branch.left);
      }
      left = Math.max(0, 1 - proposed);
    }
  }

  private final Deque<Branch> path = new ArrayDeque<>();
  private final Branch root = new Branch();
  private final NavigableSet<String> texts = new TreeSet<>();
  private int size = 1;

  /** Number of branches, which its memory is proportional to. */
  int size() {
    return size;
  }

  /** A new text begins. */
  void begin() {
    path.clear();
    path.push(root);
  }

  /**
   * Takes what was proposed out of a distribution.
   *
   * @param masses a multiple of the probability of each token after the text so far
   * @param total their sum
   */
  void take(double[] masses, double total) {
    Branch here = path.element();
    here.next.forEach((token, branch) -> branch.share = masses[token] / total);
    here.sum();
    if (here.left > 0) {
      here.next.forEach((token, branch) -> masses[token] *= branch.left);
    }
  }

  /** The text goes on with a token. */
  void add(int token, double probability) {
    path.push(branch(token, probability));
  }

  /** The text may not go on with a token. */
  void refuse(int token, double probability) {
    branch(token, probability).left = 0;
  }

  /** The text may not go on with any of the tokens that hold a part of the probability together. */
  void refuse(double part) {
    path.element().closed = part;
  }

  /** Whether there are such tokens here. */
  boolean refusesPart() {
    return path.element().closed > 0;
  }

  /** The text goes back to its first tokens; what it had behind them is as likely as before. */
  void back(int length) {
    while (path.size() > length + 1) {
      path.pop();
    }
  }

  private Branch branch(int token, double probability) {
    Branch branch = path.element().next.get(token);
    if (branch == null) {
      branch = new Branch();
      branch.share = probability;
      path.element().next.put(token, branch);
      size++;
    }
    return branch;
  }

  /** The text is proposed: those tokens, and what is left of them where they are cut. */
  void end(String text) {
    texts.add(text);
    path.pop().left = 0;
    path.forEach(Branch::sum);
  }

  /**
   * Whether a text that grew ends with what was proposed in other tokens: "auto." may end with a line break or with a
   * space behind it.
   *
   * @param length the length that the text had before
   * @param rule where it is cut
   */
  boolean has(String text, int length, StopRule rule) {
    String known = texts.floor(text);
    while (known != null
        && known.length() >= length
        && text.startsWith(known.substring(0, length))) {
      if (text.startsWith(known) && rule.cut(text) == known.length()) {
        return true;
      }
      known = texts.lower(known);
    }
    return false;
  }
}
