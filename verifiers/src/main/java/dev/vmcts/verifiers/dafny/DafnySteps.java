package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyFrame.Kind;
import dev.vmcts.verifiers.dafny.DafnyJudge.Answer;
import dev.vmcts.verifiers.dafny.DafnyJudge.Place;
import dev.vmcts.verifiers.dafny.DafnyPrefix.Step;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges steps: cheap things first, and only what the step changed is proven. */
final class DafnySteps {

  /**
   * The judgement on a step.
   *
   * @param verdict what is against it, or null
   * @param closable whether a brace behind it ends a proof that holds
   */
  record Result(@Nullable Verdict verdict, DafnyPrefix prefix, boolean closable) {}

  private final DafnyGiven given;
  private final DafnyJudge judge;
  private final DafnyAudit audit;
  private final DafnyResolution resolution;
  private final DafnyPartSteps parts;

  DafnySteps(DafnyGiven given, DafnyJudge judge) {
    this.given = given;
    this.judge = judge;
    this.audit = new DafnyAudit(given.all());
    this.resolution = new DafnyResolution(given, judge);
    this.parts = new DafnyPartSteps(given, judge, resolution);
  }

  /** Judges the text of a hole whose beginning is the state's. */
  Result judge(DafnyState node, String fill) throws VerifierException, InterruptedException {
    DafnyHole hole = node.place();
    DafnyPrefix prefix = DafnyPrefix.of(hole.before() + fill);
    Verdict fault = textFault(hole, prefix, fill);
    if (fault != null) {
      return new Result(fault, prefix, false);
    }
    DafnyTask task = new DafnyTask(hole, prefix, hole.start() + node.fill().length());
    return hole.inExpression() || hole.inStep()
        ? new Result(parts.judge(task), prefix, false)
        : statements(task);
  }

  /** What is wrong with a text, seen without Dafny; null when nothing is. */
  private @Nullable Verdict textFault(DafnyHole hole, DafnyPrefix prefix, String fill) {
    Optional<Diagnostic> fault = audit
        .checkTokens(fill)
        .or(() -> DafnyBorders.startFault(hole, fill))
        .or(() -> DafnyBorders.bracketFault(fill))
        .or(() -> DafnyParts.fault(hole, fill))
        .or(() -> DafnyAudit.checkSteps(prefix, hole.start(), hole.start() + fill.length(), false))
        .or(() -> DafnyBorders.nameFault(given, hole, prefix, fill))
        .or(() -> DafnyReach.fault(given, hole, fill));
    if (fault.isPresent()) {
      return new Verdict.Rejected(fault.get());
    }
    boolean part = hole.inExpression() || hole.inStep();
    if (!part && (prefix.unfinished() || endsInStatement(prefix))) {
      return new Verdict.Incomplete("the step does not end");
    }
    if (!part && DafnyGiven.awaitsBody(prefix)) {
      return new Verdict.Incomplete("a body is missing");
    }
    boolean noCase = prefix.innermost(Kind.BARE_MATCH)
        && prefix.open().get(prefix.open().size() - 1).cases() == 0;
    return noCase ? new Verdict.Incomplete("a match without cases") : null;
  }

  /** Whether the last step is the start of a statement, which as a text of its own might be an expression. */
  private static boolean endsInStatement(DafnyPrefix prefix) {
    List<Step> steps = prefix.steps();
    return DafnyGiven.takesStatements(prefix)
        && !steps.isEmpty()
        && !steps.get(steps.size() - 1).last().text().matches("[;{}]|=>");
  }

  private Result statements(DafnyTask task) throws VerifierException, InterruptedException {
    String tail = task.hole().inBody() ? closedBody(task) : task.prefix().closing(0);
    Answer answer = judge.resolve(task.text() + tail);
    boolean elsewhere = answer.first(task::isMine).isEmpty() && !answer.errors().isEmpty();
    if (task.hole().inBody() ? elsewhere : declaredLater(task, answer)) {
      tail = task.hole().inBody() ? task.prefix().closing(0) : closedBody(task);
      answer = judge.resolve(task.text() + tail);
    }
    answer = resolution.confirmed(task, answer);
    Verdict fault = resolution.fault(task, answer);
    if (fault != null || !answer.errors().isEmpty() || !provesSomething(task)) {
      return new Result(fault, task.prefix(), false);
    }
    return proofs(task, tail);
  }

  /** What closes the hole, with all that is given behind it; what is missing in the body is assumed away. */
  private String closedBody(DafnyTask task) {
    String closing = task.prefix().closing(task.hole().depth())
        + (task.hole().inBody() && !task.level() ? " assume false; " : "");
    return closing + given.rest(task.text() + closing, task.hole().index());
  }

  private boolean declaredLater(DafnyTask task, Answer answer) {
    List<String> names = answer.errors().stream()
        .flatMap(p -> DafnyErrors.unresolved(p.error()).stream())
        .toList();
    if (names.isEmpty()) {
      return false;
    }
    String rest = given.rest(task.text(), task.hole().index());
    return DafnyNames.declaredBy(DafnyPrefix.of(rest), 0, rest.length()).containsAll(names);
  }

  private Result proofs(DafnyTask task, String tail)
      throws VerifierException, InterruptedException {
    List<String> names = task.names();
    boolean openBody = task.prefix().innermost(Kind.BODY) && !task.level();
    String end = openBody ? withoutStop(tail) : tail;
    Answer answer = judge.prove(task.text() + end, names);
    boolean tried = task.hole().inBody() || openBody;
    if (tried && answer.undecided().or(answer::outOfTime).isPresent()) {
      end = task.prefix().closing(0);
      answer = judge.prove(task.text() + end, names);
    }
    Verdict verdict = answer.undecided().orElse(null);
    if (verdict == null && answer.first(counts(task)).isPresent()) {
      verdict = judge.refuse(answer, counts(task));
    } else if (verdict == null) {
      verdict = answer.outOfTime().orElse(null);
    }
    return new Result(verdict, task.prefix(), openBody && answer.clean() && !end.equals(tail));
  }

  /** The tail that ends the innermost body as it is, so that the same run tells whether its proof is done. */
  private static String withoutStop(String tail) {
    int stop = tail.indexOf("assume false;");
    return stop < 0
        ? tail
        : tail.substring(0, stop) + tail.substring(stop + "assume false;".length());
  }

  /** Whether a failed proof is the step's fault for good: not where what is still to come may decide. */
  private static Predicate<Place> counts(DafnyTask task) {
    boolean bodyOpen = task.prefix().open().stream().anyMatch(f -> f.kind() == Kind.BODY);
    return place -> task.isMine(place)
        && !(bodyOpen && DafnyErrors.isPostcondition(place.error()))
        && !(DafnyErrors.isMissingCase(place.error()) && atOpenMatch(task, place));
  }

  private static boolean atOpenMatch(DafnyTask task, Place place) {
    return task.prefix().open().stream()
        .anyMatch(f -> (f.isMatch() || f.kind() == Kind.ALTERNATIVES)
            && f.start() <= place.at()
            && !task.text().substring(f.start(), place.at()).contains("\n"));
  }

  /** Whether anything has to be proven now: what the step adds, or whether a body is done; the rest waits. */
  private static boolean provesSomething(DafnyTask task) {
    boolean body = (task.hole().inBody() && task.level()) || task.prefix().innermost(Kind.BODY);
    return body || task.prefix().steps().stream().anyMatch(s -> s.end() > task.from() && proves(s));
  }

  private static boolean proves(Step step) {
    DafnyToken last = step.last();
    int keyword = DafnyWords.declaration(step.tokens(), 0);
    if (keyword >= 0) {
      String word = step.tokens().get(keyword).text();
      return !last.isSymbol("{") && !word.endsWith("datatype") && !word.equals("import");
    }
    if (last.isSymbol("{") || last.isSymbol("=>")) {
      return step.first().isWord("while") || step.first().isWord("for");
    }
    return !step.first().isSymbol("}") || step.endsDuty();
  }
}
