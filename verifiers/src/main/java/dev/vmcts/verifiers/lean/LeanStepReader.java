package dev.vmcts.verifiers.lean;

import dev.vmcts.verify.StepReader;

/** Finds the ends of Lean's commands and tactics; a step keeps its indentation, which has a meaning. */
public final class LeanStepReader implements StepReader {

  /** The name under which the rule is found. */
  public static final String ID = "lean";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int endOfStep(CharSequence text, boolean atEnd) {
    return LeanStep.read(text, atEnd).map(LeanStep::end).orElse(-1);
  }

  @Override
  public String trim(String step) {
    return step.replaceFirst("^(?:[ \\t]*\\R)+", "").stripTrailing();
  }
}
