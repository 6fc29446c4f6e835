package dev.vmcts.search;

/** How a search ended. */
public enum Outcome {
  /** A program was accepted. */
  SOLVED,
  /** The model has nothing more to propose. */
  EXHAUSTED,
  /** A budget ran out. */
  BUDGET_SPENT,
  /** Somebody stopped it. */
  INTERRUPTED
}
