package dev.vmcts.verifiers.lean;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.StockVerifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Set;

/** Lean 4: its language server for the search, fresh processes for acceptance. */
public final class LeanVerifier extends StockVerifier {

  /** From the cheapest on; each ends the goal or is refused. */
  private static final List<String> SOLVERS =
      List.of("rfl", "omega", "assumption", "simp_all; done");

  private final LeanInstallation lean;

  public LeanVerifier(LeanOptions options) {
    this(options, new LeanInstallation(options));
  }

  private LeanVerifier(LeanOptions options, LeanInstallation lean) {
    super(
        Language.LEAN,
        new LeanStepReader(),
        options.acceptTime(),
        time -> new LeanAcceptance(new LeanInstallation(options.withAcceptTime(time))));
    this.lean = lean;
  }

  @Override
  public String version() throws VerifierException, InterruptedException {
    return lean.version();
  }

  @Override
  public List<String> solvers(VerifierState state) {
    return state instanceof LeanState node && !node.goals().isEmpty()
        ? SOLVERS.stream().map(s -> " ".repeat(node.column()) + s).toList()
        : List.of();
  }

  @Override
  public List<String> openings(String missing) {
    return LeanErrors.missingName(missing).map(name -> List.of("def " + name)).orElse(List.of());
  }

  @Override
  public Set<String> bannedWords() {
    return LeanWords.ASSUMING;
  }

  @Override
  public VerifierSession open(Problem problem) throws VerifierException, InterruptedException {
    return new LeanSession(lean, problem);
  }
}
