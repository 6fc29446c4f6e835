package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyJudge.Answer;
import dev.vmcts.verifiers.dafny.DafnyJudge.Place;
import dev.vmcts.verify.VerifierException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks the given text in front of the first hole: what is wrong in it can not be repaired by a search. */
final class DafnyStart {

  private final String problem;
  private final DafnyGiven given;
  private final DafnyJudge judge;

  DafnyStart(String problem, DafnyGiven given, DafnyJudge judge) {
    this.problem = problem;
    this.given = given;
    this.judge = judge;
  }

  void check(DafnyHole hole) throws VerifierException, InterruptedException {
    if (DafnyLexer.code(hole.before()).stream().anyMatch(t -> t.kind() == DafnyToken.Kind.OPEN)) {
      throw new VerifierException(
          problem + ": a comment or string in front of the first hole is not closed");
    }
    for (DafnyHole shape : given.shapes()) {
      if (shape.place() == DafnyHole.Place.NOTHING) {
        throw new VerifierException(problem + ": hole " + (shape.index() + 1)
            + " starts inside a statement or header; a Dafny hole holds whole statements or declarations, clauses"
            + " of a loop, or an expression, and what is left of the step has to follow it");
      }
    }
    String whole = DafnyGiven.closed(hole.before());
    Answer answer = resolve(whole);
    if (answer.report().errors().isEmpty()) {
      List<String> names = hole.prefix().declarations().stream()
          .filter(
              d -> !d.name().isEmpty() && d.body() && d.end() <= hole.prefix().cut())
          .map(DafnyDeclaration::name)
          .distinct()
          .toList();
      refuse(judge.prove(whole, names), p -> p.in(0, hole.start()));
      return;
    }
    boolean toCome =
        answer.errors().stream().anyMatch(e -> DafnyErrors.unresolved(e.error()).isPresent());
    refuse(answer, p -> p.in(0, hole.start()) && !toCome);
  }

  private Answer resolve(String whole) throws VerifierException, InterruptedException {
    Answer alone = judge.resolve(whole);
    if (!alone.report().complete()) {
      throw new VerifierException(
          problem + ": Dafny does not judge the text in front of the first hole: "
              + alone.report().reason());
    }
    return alone;
  }

  private void refuse(Answer answer, Predicate<Place> counts)
      throws VerifierException, InterruptedException {
    Optional<Place> place = answer.first(counts);
    if (place.isPresent()) {
      place = judge.confirm(answer).first(counts);
    }
    if (place.isPresent()) {
      throw new VerifierException(problem + ":" + place.get().error().line()
          + ": Dafny says of the given text: " + place.get().error().text());
    }
  }
}
