package dev.vmcts.search;

/** Leaves a strategy when a budget has run out. */
final class BudgetSpentException extends Exception {

  private static final long serialVersionUID = 1L;

  BudgetSpentException() {
    super("budget spent", null, false, false);
  }
}
