package dev.vmcts.verifiers.lean;

import dev.vmcts.problem.FillLayout;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.frame.Lender;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The given text of a problem: where its holes are, and what Lean says of it when one is closed. */
final class LeanGiven {

  private static final String GAP = "sorry";

  private final Problem problem;
  private final Lender<LeanEngine> engines;
  private final Map<LeanPlace, Set<String>> expected = new ConcurrentHashMap<>();

  LeanGiven(Problem problem, Lender<LeanEngine> engines) {
    this.problem = problem;
    this.engines = engines;
  }

  /**
   * The state at the start of the first hole. A server that dies on the given text gets a second try: the search has nothing
   * else to go on with.
   *
   * @throws VerifierException if Lean refuses the text before it
   */
  LeanState start(VerifierSession session) throws VerifierException, InterruptedException {
    LeanPlace place = place(0, problem.given().get(0));
    LeanReport report = read(place);
    if (report instanceof LeanReport.Dead) {
      report = read(place);
    }
    if (!(report instanceof LeanReport.Read read)) {
      throw new VerifierException(
          problem.name() + ": Lean does not read the given text: " + LeanSession.undecided(report));
    }
    Optional<LeanDiagnostic> error = read.diagnostics().stream()
        .filter(d -> d.error() && !reachesNext(d, place) && !LeanErrors.isLimit(d.message()))
        .findFirst();
    if (error.isPresent()) {
      long line = 1
          + place
              .before()
              .substring(0, Math.min(error.get().start(), place.before().length()))
              .chars()
              .filter(c -> c == '\n')
              .count();
      throw new VerifierException(problem.name() + ":" + line + ": Lean refuses the given text: "
          + error.get().message().strip().replace('\n', ' '));
    }
    return state(session, place, read);
  }

  /** Ends the hole of a state. */
  Verdict close(VerifierSession session, LeanState state)
      throws VerifierException, InterruptedException {
    LeanPlace here = state.place();
    if (here.inside() && state.steps().isEmpty()) {
      return new Verdict.Incomplete("the hole is empty");
    }
    LeanPlace next =
        place(here.hole() + 1, here.before() + state.fill() + problem.given().get(here.hole() + 1));
    LeanReport report = read(next);
    if (!(report instanceof LeanReport.Read read)) {
      return LeanSession.undecided(report);
    }
    int end = here.before().length() + state.fill().length();
    List<LeanDiagnostic> errors = read.diagnostics().stream()
        .filter(d -> d.error() && !(d.start() >= end && reachesNext(d, next)))
        .toList();
    if (errors.isEmpty()) {
      return new Verdict.Verified(state(session, next, read));
    }
    for (LeanDiagnostic error : errors) {
      if (LeanErrors.isLimit(error.message())) {
        return new Verdict.Undecided(Verdict.Reason.RESOURCE, error.message().strip());
      }
    }
    for (LeanDiagnostic error : errors) {
      if (asksForMore(error, end)) {
        return new Verdict.Incomplete(error.message().strip());
      }
    }
    LeanDiagnostic first = errors.get(0);
    return here.inside() || declares(state, expected(here))
        ? new Verdict.Rejected(LeanErrors.diagnostic(first.message()))
        : new Verdict.Incomplete(first.message().strip());
  }

  /** Whether more text in the hole could repair an error: something is open, or a name is not known. */
  private static boolean asksForMore(LeanDiagnostic error, int end) {
    String message = error.message();
    boolean open = LeanErrors.isGoals(message)
        || LeanErrors.isMissingCases(message)
        || LeanErrors.isUnfinished(message)
        || LeanErrors.diagnostic(message).kind() == Diagnostic.Kind.SYNTAX;
    return (open && error.start() <= end)
        || (error.start() >= end && LeanErrors.missingName(message).isPresent());
  }

  /** Names that the given text behind a hole between declarations lacks. */
  private Set<String> expected(LeanPlace place) throws VerifierException, InterruptedException {
    Set<String> known = expected.get(place);
    if (known != null) {
      return known;
    }
    Set<String> names = new HashSet<>(problem.header().defines());
    LeanReport report = read(place.before() + problem.given().get(place.hole() + 1) + "\n", -1);
    if (report instanceof LeanReport.Read read) {
      read.diagnostics().stream()
          .filter(LeanDiagnostic::error)
          .forEach(d -> LeanErrors.missingName(d.message()).ifPresent(names::add));
      expected.put(place, names);
    }
    return names;
  }

  private static boolean declares(LeanState state, Set<String> names) {
    Set<String> declared = new HashSet<>();
    LeanOutline.of(state.place().before() + state.fill()).declarations().forEach(d -> {
      declared.add(d.name());
      declared.add(d.lastName());
    });
    return declared.containsAll(names);
  }

  private LeanPlace place(int hole, String before) {
    boolean inside = hole < problem.holes().size() && LeanProgram.inside(problem, hole);
    return new LeanPlace(hole, before, inside);
  }

  private LeanReport read(LeanPlace place) throws VerifierException, InterruptedException {
    return place.inside()
        ? read(
            place.before() + gap(place) + "\n",
            place.before().length() + gap(place).length() - GAP.length())
        : read(place.before() + "\n", -1);
  }

  private LeanReport read(String text, int goalsAt) throws VerifierException, InterruptedException {
    return engines.use(engine -> engine.read(text, goalsAt));
  }

  private static String gap(LeanPlace place) {
    String before = place.before();
    boolean parted = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1));
    boolean line = before.substring(before.lastIndexOf('\n') + 1).contains("--");
    int column = FillLayout.column(before);
    return (line ? "\n" + " ".repeat(column) : parted ? "" : " ") + GAP;
  }

  /** Whether an error is about what the next hole is to hold. */
  private static boolean reachesNext(LeanDiagnostic error, LeanPlace next) {
    String message = error.message();
    boolean open = LeanErrors.isGoals(message)
        || LeanErrors.isMissingCases(message)
        || LeanErrors.isUnfinished(message);
    return next.inside() && (open || error.start() >= next.before().length());
  }

  private LeanState state(VerifierSession session, LeanPlace place, LeanReport.Read read) {
    boolean complete = place.hole() == problem.holes().size();
    List<Goal> goals = LeanGoals.of(read.goals());
    LeanProof proof = place.inside()
        ? new LeanProof(goals, Math.max(1, goals.size()), FillLayout.column(place.before()))
        : LeanProof.NONE;
    return new LeanState(session, place, complete, List.of(), "", proof);
  }
}
