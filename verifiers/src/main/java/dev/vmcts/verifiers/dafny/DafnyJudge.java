package dev.vmcts.verifiers.dafny;

import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks Dafny about a program and says which of its errors count. */
final class DafnyJudge {

  private final DafnyEngine engine;
  private final Duration stepTime;

  DafnyJudge(DafnyEngine engine, Duration stepTime) {
    this.engine = engine;
    this.stepTime = stepTime;
  }

  /** The errors of syntax, names and types, or why there is no answer. */
  Answer resolve(String program) throws VerifierException, InterruptedException {
    return answer(DafnyCheck.resolve(program));
  }

  /** The failed proofs of the declarations of these names. */
  Answer prove(String program, List<String> names) throws VerifierException, InterruptedException {
    DafnyCheck check = DafnyCheck.verify(program, names);
    return names.isEmpty() ? new Answer(check, NOTHING, stepTime) : answer(check);
  }

  private Answer answer(DafnyCheck check) throws VerifierException, InterruptedException {
    return new Answer(check, engine.check(check), stepTime);
  }

  /**
   * The answer of a process that has seen no other program, which an answer that is the reason of a refusal has to come
   * from: the engine's may not.
   */
  Answer confirm(Answer answer) throws VerifierException, InterruptedException {
    return new Answer(answer.check(), engine.confirm(answer.check()), stepTime);
  }

  /** The verdict on failed proofs of which one counts. */
  Verdict refuse(Answer answer, Predicate<Place> counts)
      throws VerifierException, InterruptedException {
    Answer again = confirm(answer);
    Optional<Verdict> none = again.undecided();
    if (none.isPresent()) {
      return none.get();
    }
    return again
        .first(counts)
        .<Verdict>map(p -> new Verdict.Rejected(diagnostic(p.error())))
        .orElseGet(() -> new Verdict.Undecided(
            Verdict.Reason.CRASH, "Dafny does not say the same in a new process"));
  }

  static Diagnostic diagnostic(DafnyMessage error) {
    return diagnostic(error, Diagnostic.ANYWHERE);
  }

  /** What is wrong, at a place in the step. */
  static Diagnostic diagnostic(DafnyMessage error, int at) {
    return new Diagnostic(DafnyErrors.kind(error), error.text(), at);
  }

  private static final DafnyReport NOTHING =
      new DafnyReport(DafnyReport.End.COMPLETE, "", List.of(), List.of(), List.of(), 0, false);

  /**
   * An error and where it is.
   *
   * @param at its index in the program
   */
  record Place(DafnyMessage error, int at) {

    boolean in(int from, int to) {
      return at >= from && at < to;
    }
  }

  /** What Dafny answered on a program. */
  record Answer(DafnyCheck check, DafnyReport report, Duration time) {

    List<Place> errors() {
      return report.errors().stream()
          .map(e -> new Place(e, e.offsetIn(check.program())))
          .toList();
    }

    Optional<Place> first(Predicate<Place> wanted) {
      return errors().stream().filter(wanted).findFirst();
    }

    boolean clean() {
      return report.complete()
          && report.errors().isEmpty()
          && report.unfinished().isEmpty();
    }

    /** Why the answer says nothing. */
    Optional<Verdict> undecided() {
      return switch (report.end()) {
        case TIMEOUT -> Optional.of(new Verdict.Undecided(Verdict.Reason.TIMEOUT, report.reason()));
        case BROKEN -> Optional.of(new Verdict.Undecided(Verdict.Reason.CRASH, report.reason()));
        case COMPLETE -> Optional.empty();
      };
    }

    /** Why a proof that did not fail may not hold either. */
    Optional<Verdict> outOfTime() {
      return report.unfinished().isEmpty()
          ? Optional.empty()
          : Optional.of(new Verdict.Undecided(
              Verdict.Reason.TIMEOUT,
              "no proof of " + DafnyNames.ofProof(report.unfinished().get(0)) + " within "
                  + time.toMillis() + " ms"));
    }
  }
}
