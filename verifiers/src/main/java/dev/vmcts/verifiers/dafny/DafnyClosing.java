package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyJudge.Answer;
import dev.vmcts.verifiers.dafny.DafnyJudge.Place;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges whether a hole is filled: the given text behind it, up to the next hole, must be proven with it. */
final class DafnyClosing {

  private final DafnyGiven given;
  private final DafnyJudge judge;

  DafnyClosing(DafnyGiven given, DafnyJudge judge) {
    this.given = given;
    this.judge = judge;
  }

  /**
   * A filled hole and what is given behind it.
   *
   * @param text all text up to the end of the hole
   * @param next all text up to the next hole
   * @param border index behind what the next hole has no part in
   */
  private record Ending(DafnyHole hole, DafnyState node, String text, String next, int border) {

    boolean isMine(Place place) {
      return place.in(hole.start(), text.length());
    }

    boolean isBehind(Place place) {
      return place.in(text.length(), border);
    }

    boolean empty() {
      return node.fill().isBlank();
    }
  }

  /** What is against ending the state's hole; null when nothing is. */
  @Nullable
  Verdict judge(DafnyState node) throws VerifierException, InterruptedException {
    DafnyHole hole = node.place();
    Optional<Verdict> unfinished = unfinished(node);
    if (unfinished.isPresent()) {
      return unfinished.get();
    }
    String text = hole.before() + node.fill();
    String next = given.upToNext(hole.before(), node.fill(), hole.index());
    Ending ending = new Ending(hole, node, text, next, given.border(next, hole.index() + 1));
    String program = text + "\n" + given.rest(text + "\n", hole.index());
    Answer answer = judge.resolve(program);
    boolean here = answer.first(p -> ending.isMine(p) || ending.isBehind(p)).isPresent();
    if (!here && !answer.errors().isEmpty() && hole.index() + 1 < given.holes()) {
      program = DafnyGiven.closed(ending.next());
      answer = judge.resolve(program);
    }
    @Nullable Verdict fault = resolution(ending, answer);
    if (fault instanceof Verdict.Rejected) {
      answer = judge.confirm(answer);
      fault = resolution(ending, answer);
    }
    return fault == null && answer.errors().isEmpty() ? proofs(ending, program) : fault;
  }

  private static Optional<Verdict> unfinished(DafnyState node) {
    DafnyHole hole = node.place();
    if (hole.wantsText() && node.fill().isBlank()) {
      boolean body = hole.place() != DafnyHole.Place.OPERAND;
      return Optional.of(
          new Verdict.Incomplete(body ? "a body is missing" : "an expression is missing"));
    }
    if (!hole.isLevel(node.prefix())) {
      return Optional.of(new Verdict.Incomplete("a block is open"));
    }
    return DafnyBorders.endFault(hole, node.prefix(), node.fill())
        .or(() -> DafnyAudit.checkSteps(
            node.prefix(), hole.start(), node.prefix().text().length(), true))
        .map(fault -> new Verdict.Incomplete(fault.message()));
  }

  /** What errors of syntax, names and types mean: names may come in this hole; other errors may not be repaired. */
  private @Nullable Verdict resolution(Ending ending, Answer answer) {
    if (answer.undecided().isPresent() || answer.errors().isEmpty()) {
      return answer.undecided().orElse(null);
    }
    Place first = answer
        .first(p -> ending.isMine(p) || ending.isBehind(p))
        .orElse(answer.errors().get(0));
    boolean declares = given.mayDeclare(ending.hole().index()) && !inProof(ending.hole());
    boolean missing =
        answer.errors().stream().anyMatch(p -> DafnyErrors.unresolved(p.error()).isPresent());
    if (missing && declares) {
      return new Verdict.Incomplete(missing(answer, ending));
    }
    int next = ending.hole().index() + 1;
    boolean later = ending.isMine(first) ? given.mayDeclare(next) : next < given.holes();
    if (missing && later) {
      // A later hole gives the name; the proof waits until then.
      return null;
    }
    if (missing && !ending.isMine(first)) {
      return new Verdict.Incomplete(first.error().text());
    }
    boolean unknownCause = ending.empty() || inProof(ending.hole());
    return unknownCause
        ? new Verdict.Incomplete(first.error().text())
        : new Verdict.Rejected(DafnyJudge.diagnostic(first.error()));
  }

  /** Whether a hole is in statements that only use what is declared elsewhere. */
  private static boolean inProof(DafnyHole hole) {
    return hole.inBody() || hole.inStep();
  }

  private static String missing(Answer answer, Ending ending) {
    return answer.errors().stream()
        .flatMap(p -> DafnyErrors.unresolved(p.error()).stream())
        .findFirst()
        .map(name ->
            DafnyOpenings.missing(name, answer.check().program(), ending.text().length()))
        .orElse("");
  }

  private @Nullable Verdict proofs(Ending ending, String program)
      throws VerifierException, InterruptedException {
    List<DafnyDeclaration> declarations = DafnyPrefix.of(program).declarations();
    List<String> names = declarations.stream()
        .filter(d -> d.end() > ending.hole().start() && d.start() < ending.border())
        .filter(d -> !d.name().isEmpty() && !d.keyword().endsWith("datatype"))
        .filter(d -> d.body() || !(d.isFunction() || d.isProcedure()))
        .map(DafnyDeclaration::name)
        .distinct()
        .toList();
    Answer answer = judge.prove(program, names);
    Predicate<Place> inHole = p -> ending.isMine(p) || around(declarations, ending, p);
    Optional<Place> failed = answer.first(p -> inHole.test(p) || ending.isBehind(p));
    if (answer.undecided().isPresent()) {
      return answer.undecided().get();
    }
    if (failed.isEmpty()) {
      return answer.outOfTime().orElse(null);
    }
    boolean extendable = ending.hole().takesMore() || ending.empty();
    if (extendable && (inHole.test(failed.get()) || ending.empty())) {
      return new Verdict.Incomplete(failed.get().error().text());
    }
    return judge.refuse(answer, p -> inHole.test(p) || ending.isBehind(p));
  }

  /** Whether an error is in the declaration whose body the hole is in. */
  private static boolean around(List<DafnyDeclaration> declarations, Ending ending, Place place) {
    return declarations.stream()
        .anyMatch(d -> d.start() < ending.hole().start()
            && d.end() > ending.text().length()
            && place.in(d.start(), d.end()));
  }
}
