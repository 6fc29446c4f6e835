package dev.vmcts.search;

/**
 * What an expansion led to.
 *
 * @param node the last prefix that was reached; the one that was expanded when nothing joined the tree
 * @param reward {@link #REWARD}, {@link #PENALTY} or {@link #NOTHING}
 */
record Growth(Node node, int reward) {

  /** A prefix joined the tree. */
  static final int REWARD = 1;

  /** Nothing is known of the step: the verifier could not judge it. */
  static final int NOTHING = 0;

  /** The step was refused. */
  static final int PENALTY = -1;

  static Growth of(Node node) {
    return new Growth(node, REWARD);
  }

  static Growth refused(Node node) {
    return new Growth(node, PENALTY);
  }

  static Growth unknown(Node node) {
    return new Growth(node, NOTHING);
  }

  boolean rewarded() {
    return reward == REWARD;
  }
}
