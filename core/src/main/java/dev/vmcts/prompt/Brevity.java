package dev.vmcts.prompt;

import java.util.Optional;

/** How much of a document is left out so that it fits into a model's context; each leaves out what those before it do. */
public enum Brevity {
  /** Nothing. */
  FULL,
  /** Other files, and goals and refused steps of holes that are filled. */
  GOALS_HERE,
  /** What stands in proofs, given or written, that are done (Coq). */
  STATEMENTS,
  /** All goals but the current one, and refused steps. */
  CURRENT_GOAL,
  /** The first half, but for what the style begins with and the specification. */
  SECOND_HALF;

  /** What to try next where this is too much still; empty after the last. */
  public Optional<Brevity> next() {
    return switch (this) {
      case FULL -> Optional.of(GOALS_HERE);
      case GOALS_HERE -> Optional.of(STATEMENTS);
      case STATEMENTS -> Optional.of(CURRENT_GOAL);
      case CURRENT_GOAL -> Optional.of(SECOND_HALF);
      case SECOND_HALF -> Optional.empty();
    };
  }

  boolean leavesOut(Brevity level) {
    return compareTo(level) >= 0;
  }
}
