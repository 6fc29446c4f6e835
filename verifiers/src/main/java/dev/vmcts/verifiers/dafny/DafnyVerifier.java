package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.StockVerifier;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Set;

/** Dafny, version 2 or 4. */
public final class DafnyVerifier extends StockVerifier {

  private final DafnyOptions options;
  private final DafnyInstallation dafny;

  public DafnyVerifier(DafnyOptions options) {
    this(options, new DafnyInstallation(options));
  }

  private DafnyVerifier(DafnyOptions options, DafnyInstallation dafny) {
    super(
        Language.DAFNY,
        new DafnyStepReader(),
        options.acceptTime(),
        time -> new DafnyAcceptance(dafny, options, time)::accept);
    this.options = options;
    this.dafny = dafny;
  }

  @Override
  public String version() throws VerifierException, InterruptedException {
    return dafny.version().text();
  }

  @Override
  public StepReader stepReader(VerifierState state) {
    return state instanceof DafnyState node
        ? DafnyPartReader.of(node.place().place(), stepReader())
        : stepReader();
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
  public Set<String> bannedWords() {
    return DafnyAudit.ASSUMING;
  }

  @Override
  public VerifierSession open(Problem problem) throws VerifierException, InterruptedException {
    return new DafnySession(dafny, options, problem);
  }
}
