package dev.vmcts.cli;

import dev.vmcts.cli.ProblemReport.Refusal;
import dev.vmcts.cli.ProblemReport.Status;
import dev.vmcts.problem.Mutant;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Acceptance;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that one problem asks what it means to ask: the reference solution is accepted, no hole can be left empty, every
 * mutant is refused, and what the holes define is told in the specification.
 *
 * <p>One session of the verifier serves them all; what it has nothing against goes to acceptance, in a fresh process.
 */
final class ProblemCheck {

  private static final int FEWEST_MUTANTS = 3;
  private static final Pattern MISSED = Pattern.compile(
      "(?i)(?:reference|identifier|constant|variable)[:\\s]+[`'\"]?([\\p{L}_][\\p{L}\\p{N}_']*)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_']*");

  private final Path file;
  private final Problem problem;
  private final List<Mutant> mutants;
  private final Verifier verifier;
  private final List<String> faults = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private ProblemCheck(Path file, Problem problem, List<Mutant> mutants, Verifier verifier) {
    this.file = file;
    this.problem = problem;
    this.mutants = mutants;
    this.verifier = verifier;
  }

  /** Checks a problem file of the verifier's language. */
  static ProblemReport of(Path file, Verifier verifier) throws InterruptedException {
    long start = System.nanoTime();
    try {
      Problem problem = ProblemReader.read(file);
      if (problem.reference().stream().allMatch(String::isBlank)) {
        return ProblemReport.without(file, Status.SKIPPED, "no reference solution, so no problem");
      }
      ProblemCheck check = new ProblemCheck(file, problem, Mutant.of(file, problem), verifier);
      check.run();
      return check.report((System.nanoTime() - start) / 1e9);
    } catch (ProblemException e) {
      return ProblemReport.without(file, Status.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  private ProblemReport report(double seconds) {
    Status status =
        !faults.isEmpty() ? Status.FAULTY : doubts.isEmpty() ? Status.SOUND : Status.UNDECIDED;
    List<String> told = new ArrayList<>(faults);
    told.addAll(doubts);
    return new ProblemReport(file, status, told, refusals, problem.holes().size(), seconds);
  }

  private void run() throws InterruptedException {
    if (problem.header().title().isBlank() || problem.header().spec().isBlank()) {
      faults.add("the header lacks a title or a spec");
    }
    if (mutants.size() < FEWEST_MUTANTS) {
      faults.add(mutants.size() + " mutants in " + Mutant.folder(file) + "; at least "
          + FEWEST_MUTANTS + " are wanted");
    }
    try (VerifierSession session = verifier.open(problem)) {
      reference(session);
      for (int hole = 0; hole < problem.holes().size(); hole++) {
        empty(session, hole);
      }
      for (Mutant mutant : mutants) {
        mutant(session, mutant);
      }
    } catch (VerifierException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
  }

  private void reference(VerifierSession session) throws VerifierException, InterruptedException {
    List<String> fills = problem.reference();
    session
        .refute(fills)
        .ifPresent(d -> faults.add("a search would refuse the reference solution" + " at "
            + Obligations.refusing(problem.fill(fills), d) + ": " + OneLine.of(d.message())));
    tell(
        verifier.accept(problem, fills),
        "the reference solution",
        d -> faults.add("the reference solution is refused at "
            + Obligations.refusing(problem.fill(fills), d) + ": " + OneLine.of(d.message())),
        () -> {});
  }

  private void empty(VerifierSession session, int hole)
      throws VerifierException, InterruptedException {
    List<String> fills = new ArrayList<>(problem.reference());
    fills.set(hole, "\n");
    String what = "the hole at line " + problem.holes().get(hole).line();
    tell(
        judged(session, fills),
        what + " left empty",
        diagnostic -> signature(hole, diagnostic),
        () -> faults.add(what + " is not needed: left empty, the problem is solved as well"));
  }

  /** A name that is missed where the hole is empty, and that the model has to choose, must be told. */
  private void signature(int hole, Diagnostic diagnostic) {
    if (diagnostic.kind() != Diagnostic.Kind.UNRESOLVED) {
      return;
    }
    Matcher missed = MISSED.matcher(OneLine.of(diagnostic.message()));
    if (missed.find() && !words(problem.header().spec()).contains(missed.group(1))) {
      faults.add("spec does not tell of '" + missed.group(1) + "', which the hole at line "
          + problem.holes().get(hole).line() + " is to define");
    }
  }

  private void mutant(VerifierSession session, Mutant mutant)
      throws VerifierException, InterruptedException {
    tell(
        judged(session, mutant.fills()),
        "mutant " + mutant.name(),
        diagnostic -> {
          if (diagnostic.kind() == Diagnostic.Kind.SYNTAX) {
            faults.add("mutant " + mutant.name() + " does not parse, so it shows nothing: "
                + OneLine.of(diagnostic.message()));
          }
          refusals.add(new Refusal(
              mutant.name(),
              Obligations.refusing(problem.fill(mutant.fills()), diagnostic),
              diagnostic.message()));
        },
        () -> faults.add("mutant " + mutant.name() + " is accepted"));
  }

  private Acceptance judged(VerifierSession session, List<String> fills)
      throws VerifierException, InterruptedException {
    Optional<Diagnostic> against = session.refute(fills);
    return against.isPresent()
        ? new Acceptance.Refused(against.get())
        : verifier.accept(problem, fills);
  }

  private void tell(
      Acceptance acceptance, String what, Consumer<Diagnostic> refused, Runnable accepted) {
    if (acceptance instanceof Acceptance.Refused r) {
      refused.accept(r.diagnostic());
    } else if (acceptance instanceof Acceptance.Undecided u) {
      doubts.add(what + " could not be judged: " + OneLine.of(u.message()));
    } else {
      accepted.run();
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
