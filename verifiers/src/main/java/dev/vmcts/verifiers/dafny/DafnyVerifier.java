package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;

/** Dafny, version 2 or 4. */
public final class DafnyVerifier implements Verifier {

  private static final StepReader STEPS = new DafnyStepReader();

  /** How many times the usual time a program gets that could not be judged in it. */
  private static final int PATIENCE = 3;

  private final DafnyOptions options;
  private final DafnyInstallation dafny;
  private final DafnyAcceptance acceptance;
  private final DafnyAcceptance patientAcceptance;

  public DafnyVerifier(DafnyOptions options) {
    this.options = options;
    this.dafny = new DafnyInstallation(options);
    this.acceptance = new DafnyAcceptance(dafny, options, options.acceptTime());
    this.patientAcceptance =
        new DafnyAcceptance(dafny, options, options.acceptTime().multipliedBy(PATIENCE));
  }

  @Override
  public Language language() {
    return Language.DAFNY;
  }

  @Override
  public String version() throws VerifierException, InterruptedException {
    return dafny.version().text();
  }

  @Override
  public StepReader stepReader() {
    return STEPS;
  }

  @Override
  public StepReader stepReader(VerifierState state) {
    return state instanceof DafnyState node
        ? DafnyPartReader.of(node.place().place(), STEPS)
        : STEPS;
  }

  @Override
  public List<String> closers(VerifierState state) {
    if (!(state instanceof DafnyState node) || node.complete()) {
      return List.of();
    }
    if (node.place().awaitsBody() && node.fill().isBlank()) {
      return List.of("{");
    }
    return node.closable() ? List.of("}") : List.of();
  }

  @Override
  public List<String> openings(String missing) {
    return DafnyOpenings.of(missing);
  }

  @Override
  public VerifierSession open(Problem problem) throws VerifierException, InterruptedException {
    return new DafnySession(dafny, options, problem);
  }

  @Override
  public Acceptance accept(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    return acceptance.accept(problem, fills);
  }

  @Override
  public Acceptance acceptPatiently(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    return patientAcceptance.accept(problem, fills);
  }
}
