package dev.vmcts.trace.resume;

import dev.vmcts.search.SearchEvent;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;

/**
 * Judges steps as recorded for as long as the record lasts.
 *
 * <p>States are no part of a record: steps that were verified are shown to the verifier again. What was refused is taken
 * from the record.
 */
final class ResumedSession implements VerifierSession {

  /** How often a step that was verified once is tried again when the verifier cannot tell. */
  private static final int TRIES = 3;

  /** One question to the verifier. */
  private interface Question {
    Verdict ask() throws VerifierException, InterruptedException;
  }

  private final VerifierSession session;
  private final Recording recording;

  ResumedSession(VerifierSession session, Recording recording) {
    this.session = session;
    this.recording = recording;
  }

  @Override
  public VerifierState root() {
    return session.root();
  }

  @Override
  public Verdict step(VerifierState state, String text)
      throws VerifierException, InterruptedException {
    if (recording.next() == null) {
      return session.step(state, text);
    }
    SearchEvent.Checked told =
        recording.next(SearchEvent.Checked.class, "the verifier is shown " + text);
    if (!told.step().equals(text.strip())) {
      throw recording.diverged("the verifier is shown " + text);
    }
    recording.clock().pass(told.durationSeconds());
    if (told.verdict().equals("verified")) {
      return again(() -> session.step(state, text));
    }
    // A step whose hole can never be closed is refused too; its own state is not looked at.
    return told.verifierCalls() > 1
        ? new Verdict.Verified(state)
        : Told.verdict(told.verdict(), told.kind(), told.diagnostic(), told.at());
  }

  @Override
  public Verdict close(VerifierState state) throws VerifierException, InterruptedException {
    if (recording.next() == null) {
      return session.close(state);
    }
    if (recording.next() instanceof SearchEvent.Checked told) {
      if (!told.verdict().equals("verified")) {
        return Told.verdict(told.verdict(), told.kind(), told.diagnostic(), told.at());
      }
      return "verified".equals(told.closing())
          ? again(() -> session.close(state))
          : Told.verdict(Told.text(told.closing()), told.kind(), told.missing(), null);
    }
    SearchEvent.Closed told =
        recording.next(SearchEvent.Closed.class, "the end of hole " + state.hole() + " is tried");
    recording.clock().pass(told.durationSeconds());
    return told.verdict().equals("verified")
        ? again(() -> session.close(state))
        : Told.verdict(told.verdict(), null, told.diagnostic(), null);
  }

  /** Has the verifier say again what it said before. */
  private Verdict again(Question question) throws VerifierException, InterruptedException {
    Verdict verdict = question.ask();
    for (int i = 1; i < TRIES && verdict instanceof Verdict.Undecided; i++) {
      verdict = question.ask();
    }
    if (verdict instanceof Verdict.Verified) {
      return verdict;
    }
    throw recording.diverged("the verifier says " + verdict);
  }

  @Override
  public void close() {
    session.close();
  }
}
