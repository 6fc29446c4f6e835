package dev.vmcts.verifiers.frame;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A verifier's frame: its language, its steps, and its judges of whole programs, the usual one and a patient one. */
public abstract class StockVerifier implements Verifier {

  /** How many times the usual time a program gets that could not be judged in it. */
  private static final int PATIENCE = 3;

  private final Language language;
  private final StepReader steps;
  private final ProgramJudge judge;
  private final ProgramJudge patientJudge;

  /**
   * @param acceptTime most time of each run of acceptance
   * @param judges makes the judge that gives each run so much time
   */
  protected StockVerifier(
      Language language,
      StepReader steps,
      Duration acceptTime,
      Function<Duration, ProgramJudge> judges) {
    this.language = language;
    this.steps = steps;
    this.judge = judges.apply(acceptTime);
    this.patientJudge = judges.apply(acceptTime.multipliedBy(PATIENCE));
  }

  @Override
  public final Language language() {
    return language;
  }

  @Override
  public final StepReader stepReader() {
    return steps;
  }

  @Override
  public final Acceptance accept(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    return judge.accept(problem, fills);
  }

  @Override
  public final Acceptance acceptPatiently(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    return patientJudge.accept(problem, fills);
  }
}
