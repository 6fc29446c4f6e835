package dev.vmcts.trace.resume;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.search.SearchEvent;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges as recorded for as long as the record lasts, then asks the verifier.
 *
 * <p>What was accepted is never taken from the record: the verifier judges such a program again.
 */
final class ResumedVerifier implements Verifier {

  private final Verifier verifier;
  private final Recording recording;

  ResumedVerifier(Verifier verifier, Recording recording) {
    this.verifier = verifier;
    this.recording = recording;
  }

  @Override
  public Language language() {
    return verifier.language();
  }

  @Override
  public String version() throws VerifierException, InterruptedException {
    return verifier.version();
  }

  @Override
  public StepReader stepReader() {
    return verifier.stepReader();
  }

  @Override
  public StepReader stepReader(VerifierState state) {
    return verifier.stepReader(state);
  }

  @Override
  public Optional<String> opener(VerifierState state) {
    return verifier.opener(state);
  }

  @Override
  public List<String> closers(VerifierState state) {
    return verifier.closers(state);
  }

  @Override
  public List<String> solvers(VerifierState state) {
    return verifier.solvers(state);
  }

  @Override
  public List<String> openings(String missing) {
    return verifier.openings(missing);
  }

  @Override
  public List<String> mended(String step, String reason) {
    return verifier.mended(step, reason);
  }

  @Override
  public Set<String> bannedWords() {
    return verifier.bannedWords();
  }

  @Override
  public VerifierSession open(Problem problem) throws VerifierException, InterruptedException {
    return new ResumedSession(verifier.open(problem), recording);
  }

  @Override
  public Acceptance accept(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    return recording.next() == null ? verifier.accept(problem, fills) : recorded(problem, fills);
  }

  @Override
  public Acceptance acceptPatiently(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    return recording.next() == null
        ? verifier.acceptPatiently(problem, fills)
        : recorded(problem, fills);
  }

  private Acceptance recorded(Problem problem, List<String> fills)
      throws VerifierException, InterruptedException {
    SearchEvent.Judged told = recording.next(SearchEvent.Judged.class, "a whole program is judged");
    recording.clock().pass(told.durationSeconds());
    return switch (told.result()) {
      case "refused" ->
        new Acceptance.Refused(Told.diagnostic(told.kind(), told.diagnostic(), null));
      case "undecided" ->
        new Acceptance.Undecided(Verdict.Reason.TIMEOUT, Told.text(told.diagnostic()));
      default -> {
        Acceptance now = verifier.acceptPatiently(problem, fills);
        if (now instanceof Acceptance.Accepted) {
          yield now;
        }
        throw recording.diverged("the verifier says " + now);
      }
    };
  }
}
