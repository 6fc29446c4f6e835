package dev.vmcts.search;

import dev.vmcts.prompt.Step;
import dev.vmcts.text.OneLine;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verified prefix in the tree, together with its widen node.
 *
 * <p>The paper gives every prefix a child of a second kind, the widen node, which stands for trying another step there.
 * It never has children and its Q is 0, so its visit count is all that is kept of it.
 */
final class Node {

  private static final int MOST_SOUND = 16;

  private final int id;
  private final @Nullable Node parent;
  private final @Nullable Step step;
  private final VerifierState state;
  private final int depth;
  private final List<Node> children = new ArrayList<>();
  private final List<Node> childrenSeen = Collections.unmodifiableList(children);
  private final List<String> failed = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();
  private final List<String> sound = new ArrayList<>();
  private final Set<String> pruned = new HashSet<>();
  private int visits;
  private double value;
  private int widenVisits;
  private int virtualLosses;
  private int duplicates;
  private boolean passage;
  private double logProbability;
  private String missing = "";

  Node(int id, @Nullable Node parent, @Nullable Step step, VerifierState state) {
    this.id = id;
    this.parent = parent;
    this.step = step;
    this.state = state;
    this.depth = parent == null ? 0 : parent.depth + (step == null ? 0 : 1);
  }

  int id() {
    return id;
  }

  @Nullable
  Node parent() {
    return parent;
  }

  VerifierState state() {
    return state;
  }

  /** The step that led here; empty for the root and where only a hole was closed. */
  String stepText() {
    return step == null ? "" : step.text().strip();
  }

  /** Natural logarithm of the probability that the model gave its step; 0 where no model was asked. */
  double logProbability() {
    return logProbability;
  }

  void logProbability(double value) {
    logProbability = value;
  }

  /** The child that a step leads to; empty when that step was not accepted here yet. */
  Optional<Node> child(String step) {
    String wanted = OneLine.of(step);
    return children.stream()
        .filter(c -> OneLine.of(c.stepText()).equals(wanted))
        .findFirst();
  }

  int depth() {
    return depth;
  }

  List<Node> children() {
    return childrenSeen;
  }

  /** The state at the start of the hole that it is in. */
  VerifierState holeStart() {
    return parent == null || parent.state.hole() != state.hole() ? state : parent.holeStart();
  }

  /** N: how often it, or a prefix below it, was expanded. */
  int visits() {
    return visits;
  }

  /** W: the sum of the rewards that came up through it. */
  double value() {
    return value;
  }

  /** N of its widen node. */
  int widenVisits() {
    return widenVisits;
  }

  /** Workers that are at this prefix, or below it. */
  int virtualLosses() {
    return virtualLosses;
  }

  void addVirtualLosses(int more) {
    virtualLosses += more;
  }

  /** Whether it is never expanded itself, since its only child is the same with the usual opening. */
  boolean isPassage() {
    return passage;
  }

  void makePassage() {
    passage = true;
  }

  /** Steps that were refused here, oldest first, each on one line. */
  List<String> failed() {
    return Collections.unmodifiableList(failed);
  }

  /** How refused steps begin, up to their faults, the latest {@value #MOST_SOUND}. */
  List<String> sound() {
    return Collections.unmodifiableList(sound);
  }

  void addSound(String beginning) {
    if (!beginning.isEmpty() && !sound.contains(beginning)) {
      sound.add(beginning);
      if (sound.size() > MOST_SOUND) {
        sound.remove(0);
      }
    }
  }

  /** Why its hole cannot be closed yet, in the verifier's words; empty when that is not known. */
  String missing() {
    return missing;
  }

  void missing(String reason) {
    missing = reason;
  }

  /** How often the model proposed a step here that had been tried. */
  int duplicates() {
    return duplicates;
  }

  /** Notes that a step is tried; false when it was tried here before. */
  boolean firstTry(String text) {
    return tried.add(OneLine.of(text));
  }

  /** Counts a step that the model proposed though it had been tried. */
  void addDuplicate() {
    duplicates++;
  }

  void addFailed(String text) {
    failed.add(OneLine.of(text));
  }

  void addChild(Node child) {
    children.add(child);
  }

  /** The search no longer goes to a child. */
  void removeChild(Node child) {
    children.remove(child);
  }

  /** Notes that a step is not to be proposed here again. */
  void prune(String text) {
    pruned.add(OneLine.of(text));
  }

  boolean isPruned(String text) {
    return pruned.contains(OneLine.of(text));
  }

  void visit(int reward) {
    visits++;
    value += reward;
  }

  void visitWiden() {
    widenVisits++;
  }

  /** The steps from the root to here. */
  List<Step> path() {
    Deque<Step> path = new ArrayDeque<>();
    for (Node node = this; node != null; node = node.parent) {
      if (node.step != null) {
        path.addFirst(node.step);
      }
    }
    return List.copyOf(path);
  }
}
