package dev.vmcts.verifiers.dafny;

import dev.vmcts.verify.StepReader;

/**
 * Cuts Dafny text into steps: a function or a declaration without a body as a whole; a header up to the brace that opens
 * its body; a statement up to its semicolon, or up to the brace that opens its block; {@code case ... =>}; a closing
 * brace. {@code docs/dafny-prefixes.md} states the rule.
 *
 * <p>Comments before a step belong to it; comments alone are no step.
 */
public final class DafnyStepReader implements StepReader {

  /** The name under which the rule is found. */
  public static final String ID = "dafny";

  /** The reader for a hole between two stretches of given text. */
  public static StepReader inHole(String before, String after) {
    return DafnyPartReader.of(DafnyHole.of(0, before, after).place(), new DafnyStepReader());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int endOfStep(CharSequence text, boolean atEnd) {
    return DafnyStep.end(text, atEnd);
  }
}
