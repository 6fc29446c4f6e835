package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.coq.CoqProcess.Dead;
import dev.vmcts.verifiers.coq.CoqProcess.Outcome;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Diagnostic.Kind;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verdict.Reason;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Coq at work on a problem, in a few processes.
 *
 * <p>Coq goes back to any earlier state at once, but forgets what came after it. So a step is given to the process that
 * has to read the least again to get to its state. A process that dies is replaced, and reads its way back.
 */
final class CoqSession implements VerifierSession {

  private static final long SENTENCES_PER_PROCESS = 200_000;
  private static final StepReader STEPS = new CoqStepReader();
  private static final Pattern UNRESOLVED = Pattern.compile(
      "was not found in the current\\s+environment|Cannot find module", Pattern.DOTALL);
  private static final Pattern RESOURCE = Pattern.compile("Stack overflow|Out of memory|Timeout!");

  private final CoqInstallation coq;
  private final CoqOptions options;
  private final List<List<String>> given;
  private final CoqState start = CoqState.start();
  private final List<CoqProcess> processes = new ArrayList<>();
  private final CoqState root;
  private boolean closed;

  CoqSession(CoqInstallation coq, CoqOptions options, Problem problem)
      throws VerifierException, InterruptedException {
    this.coq = coq;
    this.options = options;
    this.given = sentences(problem);
    try {
      this.root = readGiven(problem);
    } catch (VerifierException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private static List<List<String>> sentences(Problem problem) throws VerifierException {
    List<List<String>> given = new ArrayList<>();
    for (int i = 0; i < problem.given().size(); i++) {
      String text = problem.given().get(i);
      CoqSentence.Split split = CoqSentence.split(text);
      if (!split.rest().isEmpty()) {
        throw new VerifierException(problem.name() + ": the given text "
            + (i < problem.holes().size()
                ? "before the hole in line " + problem.holes().get(i).line()
                : "at the end")
            + " stops inside the sentence that starts with '"
            + split.rest().get(0).text()
            + "'; a hole must stand between sentences");
      }
      given.add(split.sentences().stream()
          .map(s -> text.substring(s.start(), s.end()))
          .toList());
    }
    return given;
  }

  private CoqState readGiven(Problem problem) throws VerifierException, InterruptedException {
    CoqState state = start;
    for (String sentence : given.get(0)) {
      Verdict verdict = read(state, sentence, state.hole());
      if (verdict instanceof Verdict.Verified verified) {
        state = (CoqState) verified.state();
      } else {
        String why = verdict.match(
            v -> "",
            r -> r.diagnostic().message(),
            Verdict.Incomplete::reason,
            Verdict.Undecided::message);
        throw new VerifierException(problem.name() + ": Coq refuses the given text at '"
            + oneLine(sentence) + "': " + oneLine(why));
      }
    }
    return state.in(0, false);
  }

  @Override
  public VerifierState root() {
    return root;
  }

  @Override
  public Verdict step(VerifierState state, String text)
      throws VerifierException, InterruptedException {
    int end = STEPS.endOfStep(text, true);
    if (end < 0) {
      return new Verdict.Incomplete("no whole sentence yet");
    }
    if (!text.substring(end).isBlank()) {
      return rejected(Kind.SYNTAX, "more than one sentence");
    }
    CoqState from = (CoqState) state;
    var forbidden = CoqAudit.checkSentence(text.strip());
    return forbidden.isPresent()
        ? new Verdict.Rejected(forbidden.get())
        : read(from, text.strip(), from.hole());
  }

  @Override
  public Verdict close(VerifierState open) throws VerifierException, InterruptedException {
    CoqState from = (CoqState) open;
    List<String> text = given.get(from.hole() + 1);
    boolean last = from.hole() == given.size() - 2;
    if (from.inProof()
        && (!from.holeStart().inProof() || text.isEmpty() || needsMoreGoals(from, text))) {
      return new Verdict.Incomplete("a proof is open");
    }
    CoqState state = from;
    boolean ownProof = from.inProof();
    for (String sentence : text) {
      Verdict verdict = read(state, sentence, from.hole());
      if (!(verdict instanceof Verdict.Verified verified)) {
        return verdict instanceof Verdict.Rejected rejected
            ? refusedGiven(rejected, sentence, ownProof)
            : verdict;
      }
      state = (CoqState) verified.state();
      ownProof = ownProof && state.inProof();
    }
    return new Verdict.Verified(state.in(from.hole() + 1, last));
  }

  /** Whether the given text ends a proof that still has goals. */
  private static boolean needsMoreGoals(CoqState state, List<String> text) {
    return state.openGoals() > 0 && text.get(0).matches("(?s)(Qed|Defined)\\b.*");
  }

  /** More text in the hole can still go on with a proof, or define a name; nothing else can it change. */
  private static Verdict refusedGiven(
      Verdict.Rejected rejected, String sentence, boolean ownProof) {
    String message = rejected.diagnostic().message();
    if (ownProof || UNRESOLVED.matcher(message).find()) {
      return new Verdict.Incomplete(message);
    }
    return rejected(Kind.ERROR, "then '" + oneLine(sentence) + "' fails: " + message);
  }

  /** Has a sentence read after a state. */
  private Verdict read(CoqState from, String sentence, int hole)
      throws VerifierException, InterruptedException {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    CoqProcess process = nearest(from);
    boolean moved = false;
    try {
      process.moveTo(from);
      moved = true;
      Outcome outcome = process.run(sentence);
      CoqGoals goals = outcome.goals();
      if (goals != null) {
        CoqState state = new CoqState(from, sentence, hole, false, goals);
        process.arrived(state);
        return new Verdict.Verified(state);
      }
      return verdict(outcome);
    } catch (Dead e) {
      drop(process);
      if (!moved) {
        return new Verdict.Undecided(
            Reason.CRASH, "could not go back to an earlier state: " + e.getMessage());
      }
      return new Verdict.Undecided(
          e.timedOut() ? Reason.TIMEOUT : Reason.CRASH, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      drop(process);
      throw e;
    }
  }

  private Verdict verdict(Outcome outcome) {
    String complaint = outcome.complaint();
    if (outcome.interrupted()) {
      return new Verdict.Undecided(
          Reason.TIMEOUT, "no answer within " + options.stepTime().toMillis() + " ms");
    } else if (RESOURCE.matcher(complaint).find()) {
      return new Verdict.Undecided(Reason.RESOURCE, complaint);
    } else if (outcome.syntax()) {
      return rejected(Kind.SYNTAX, complaint);
    }
    return rejected(UNRESOLVED.matcher(complaint).find() ? Kind.UNRESOLVED : Kind.ERROR, complaint);
  }

  /** The process with the least to read; another is started while there may be one and all are elsewhere. */
  private CoqProcess nearest(CoqState state) throws VerifierException, InterruptedException {
    for (CoqProcess old : List.copyOf(processes)) {
      if (old.sentences() > SENTENCES_PER_PROCESS) {
        drop(old);
      }
    }
    CoqProcess best = null;
    int least = Integer.MAX_VALUE;
    for (CoqProcess process : processes) {
      int distance = process.distance(state);
      if (best == null || distance < least) {
        best = process;
        least = distance;
      }
    }
    if (best == null
        || (least > given.get(0).size() + 8 && processes.size() < options.processes())) {
      best = new CoqProcess(coq.program("coqidetop.opt"), options, start);
      processes.add(best);
    }
    return best;
  }

  private void drop(CoqProcess process) {
    processes.remove(process);
    process.close();
  }

  private static Verdict.Rejected rejected(Kind kind, String message) {
    return new Verdict.Rejected(new Diagnostic(kind, message));
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 200 ? line.substring(0, 198) + ".." : line;
  }

  @Override
  public void close() {
    closed = true;
    processes.forEach(CoqProcess::close);
    processes.clear();
  }
}
