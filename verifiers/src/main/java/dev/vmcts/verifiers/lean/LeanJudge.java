package dev.vmcts.verifiers.lean;

import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Lean's errors mean for a text that goes on: those that more text repairs are told from those that it does not.
 * {@code docs/lean-prefixes.md} has the rules and why they hold.
 */
final class LeanJudge {

  private final LeanText text;
  private final boolean cut;
  private final List<Goal> goals = new ArrayList<>();
  private int innermost = -1;
  private int open;

  private LeanJudge(LeanText text, List<LeanDiagnostic> errors) {
    this.text = text;
    this.cut = errors.stream().anyMatch(e -> LeanErrors.isUnfinished(e.message()));
  }

  /**
   * A judgement.
   *
   * @param against what is against the text; empty when it is fine so far
   * @param proof what is open
   */
  record Judgement(Optional<Verdict> against, LeanProof proof) {}

  static Judgement of(LeanText text, List<LeanDiagnostic> diagnostics) {
    List<LeanDiagnostic> errors =
        diagnostics.stream().filter(LeanDiagnostic::error).toList();
    LeanJudge judge = new LeanJudge(text, errors);
    Optional<Verdict> limit = errors.stream()
        .filter(e -> LeanErrors.isLimit(e.message()))
        .findFirst()
        .map(e -> new Verdict.Undecided(Verdict.Reason.RESOURCE, e.message().strip()));
    List<LeanDiagnostic> lasting =
        errors.stream().filter(e -> !judge.canBeRepaired(e)).toList();
    Optional<Verdict> rejected = lasting.stream()
        .filter(e -> judge.open == 0 || !LeanErrors.isTermination(e.message()))
        .findFirst()
        .map(e -> new Verdict.Rejected(LeanErrors.diagnostic(e.message())));
    return new Judgement(
        limit.or(() -> rejected),
        new LeanProof(judge.goals, judge.open, text.columnOf(judge.innermost)));
  }

  private boolean canBeRepaired(LeanDiagnostic error) {
    String message = error.message();
    boolean ofTail = text.opening() == LeanStep.Opening.NONE && error.start() > text.inner();
    if (LeanErrors.isGoals(message)) {
      return error.end() > text.tail() && !ofTail && keep(error);
    }
    if (LeanErrors.isMissingCases(message)) {
      boolean repairable = !ofTail && text.blockIsOpen(error.start());
      open += repairable ? 1 : 0;
      return repairable;
    }
    // Where given text behind the hole is needed to read what is before it, Lean says strange
    // things of that.
    return LeanErrors.isUnfinished(message)
        || error.start() >= text.text().length()
        || (cut && error.start() < text.tail());
  }

  private boolean keep(LeanDiagnostic error) {
    List<Goal> left = LeanGoals.ofMessage(error.message());
    open += Math.max(1, left.size());
    if (error.start() > innermost) {
      innermost = error.start();
      goals.clear();
      goals.addAll(left);
    }
    return true;
  }
}
