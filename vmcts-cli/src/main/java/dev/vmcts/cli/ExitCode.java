package dev.vmcts.cli;

/**
 * What the exit status of vmcts means; scripts rely on the numbers.
 *
 * <p>In bands: 1 to 9 wrong use and faults of vmcts, 10 to 19 answers other than yes, 20 to 29 what vmcts was given to
 * work with.
 */
public enum ExitCode {
  SOLVED(0, "solved, or verified"),
  INTERNAL(1, "internal error of vmcts"),
  USAGE(2, "wrong use: option, argument or file"),
  BUDGET_SPENT(10, "no solution before the budget was spent"),
  EXHAUSTED(11, "no solution, and nothing left to try"),
  REJECTED(12, "the verifier or the audit refuses the program"),
  INCONCLUSIVE(13, "the verifier could not tell"),
  DIFFERENT(14, "two traces tell different searches"),
  FEW_SOLVED(15, "a sweep solved fewer than --fail-under asks for"),
  MISSING(20, "a tool or model is missing or does not work"),
  MALFORMED(21, "the problem file is malformed"),
  INTERRUPTED(130, "interrupted");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /** The exit status, 0 to 255. */
  public int status() {
    return status;
  }

  /** One phrase for the help. */
  public String meaning() {
    return meaning;
  }
}
