package dev.vmcts.prompt;

import dev.vmcts.verify.VerifierState;
import java.util.List;

/**
 * A step that a hole holds.
 *
 * @param before the state that it was taken in
 * @param text the step
 * @param failed steps that were tried in that state before and refused, oldest first, each on one line
 */
public record Step(VerifierState before, String text, List<String> failed) {

  public Step {
    failed = List.copyOf(failed);
  }

  /** A step of which no failed attempts are known. */
  public Step(VerifierState before, String text) {
    this(before, text, List.of());
  }
}
