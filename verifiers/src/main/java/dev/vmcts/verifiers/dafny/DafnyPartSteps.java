package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyJudge.Answer;
import dev.vmcts.verifiers.dafny.DafnyJudge.Place;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges what stands in a hole inside a step or in the body of a function. The rest of the step is given, so that the
 * whole program can be looked at.
 */
final class DafnyPartSteps {

  private final DafnyGiven given;
  private final DafnyJudge judge;
  private final DafnyResolution resolution;

  DafnyPartSteps(DafnyGiven given, DafnyJudge judge, DafnyResolution resolution) {
    this.given = given;
    this.judge = judge;
    this.resolution = resolution;
  }

  /** What is against the step; null when nothing is. */
  @Nullable
  Verdict judge(DafnyTask task) throws VerifierException, InterruptedException {
    boolean body = task.hole().inExpression();
    String tail = "\n" + given.rest(task.text() + "\n", task.hole().index());
    Answer answer = judge.resolve(task.text() + tail);
    if (body && answer.first(task::isMine).isEmpty() && !answer.errors().isEmpty()) {
      tail = " }\n";
      answer = judge.resolve(task.text() + tail);
    }
    answer = resolution.confirmed(task, answer);
    Verdict fault = resolution.fault(task, answer);
    if (fault != null) {
      return fault;
    }
    if (answer.errors().isEmpty()) {
      return proofs(task, tail);
    }
    boolean names =
        answer.errors().stream().allMatch(p -> DafnyErrors.unresolved(p.error()).isPresent());
    // Given text may use what a later hole declares.
    return !body && names
        ? null
        : new Verdict.Incomplete("the expression does not end, or cannot be judged yet");
  }

  private @Nullable Verdict proofs(DafnyTask task, String tail)
      throws VerifierException, InterruptedException {
    Answer proof = judge.prove(task.text() + tail, task.names());
    boolean clauses = task.hole().place() == DafnyHole.Place.LOOP_CLAUSES;
    if (clauses && proof.undecided().or(proof::outOfTime).isPresent()) {
      // What is behind the clauses may be out of reach as long as some are missing.
      String stopped = " { assume false; } " + task.prefix().closing(0);
      proof = judge.prove(task.text() + stopped, task.names());
    }
    Predicate<Place> counts =
        place -> task.isMine(place) && !DafnyErrors.isAtEndOfLoop(place.error());
    Optional<Place> missing =
        proof.first(p -> task.isMine(p) && DafnyErrors.isMissingCase(p.error()));
    if (missing.isPresent()) {
      return new Verdict.Incomplete(missing.get().error().text());
    }
    if (proof.first(counts).isPresent()) {
      return judge.refuse(proof, counts);
    }
    return proof.undecided().or(proof::outOfTime).orElse(null);
  }
}
