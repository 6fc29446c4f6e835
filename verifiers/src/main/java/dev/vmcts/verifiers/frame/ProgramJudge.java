package dev.vmcts.verifiers.frame;

import dev.vmcts.problem.Problem;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.VerifierException;
import java.util.List;

/** Judges whole programs, each run of the stock verifier within a time of its own. */
@FunctionalInterface
public interface ProgramJudge {

  Acceptance accept(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException;
}
