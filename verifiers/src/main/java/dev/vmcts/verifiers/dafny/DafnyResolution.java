package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyJudge.Answer;
import dev.vmcts.verifiers.dafny.DafnyJudge.Place;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what errors of syntax, names and types mean for a step: which of them no text behind it can mend. */
final class DafnyResolution {

  private final DafnyGiven given;
  private final DafnyJudge judge;

  DafnyResolution(DafnyGiven given, DafnyJudge judge) {
    this.given = given;
    this.judge = judge;
  }

  /** The same answer; of a process that has seen nothing else, when it is a reason to refuse the step. */
  Answer confirmed(DafnyTask task, Answer answer) throws VerifierException, InterruptedException {
    return fault(task, answer) instanceof Verdict.Rejected ? judge.confirm(answer) : answer;
  }

  /** What errors of syntax, names and types mean for a step; null when nothing is against it. */
  @Nullable
  Verdict fault(DafnyTask task, Answer answer) {
    Optional<Verdict> undecided = answer.undecided();
    if (undecided.isPresent()) {
      return undecided.get();
    }
    List<Place> mine = answer.errors().stream().filter(task::isMine).toList();
    List<String> unknown = mine.stream()
        .flatMap(p -> DafnyErrors.unresolved(p.error()).stream())
        .distinct()
        .toList();
    if (!unknown.isEmpty() && given.mayDeclare(task.hole().index())) {
      Verdict waiting = DafnyForward.verdict(unknown, task.prefix(), task.from());
      // What only a later hole can declare, no more text in this one can.
      boolean here = task.hole().place() == DafnyHole.Place.STEPS && task.hole().takesMembers();
      return here || !(waiting instanceof Verdict.Incomplete) ? waiting : null;
    }
    boolean bodyOpen = !task.prefix().open().isEmpty();
    return mine.stream()
        .filter(p -> !unknown.isEmpty() || !(bodyOpen && DafnyErrors.isInference(p.error())))
        .findFirst()
        .<Verdict>map(p -> new Verdict.Rejected(DafnyJudge.diagnostic(p.error(), task.inStep(p))))
        .orElse(null);
  }
}
