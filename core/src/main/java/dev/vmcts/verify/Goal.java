package dev.vmcts.verify;

import java.util.List;

/**
 * One open obligation of a proof.
 *
 * @param hypotheses the context, oldest first
 * @param conclusion what is to be proven, as the verifier prints it, on one line
 */
public record Goal(List<Hypothesis> hypotheses, String conclusion) {

  public Goal {
    hypotheses = List.copyOf(hypotheses);
  }
}
