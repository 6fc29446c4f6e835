package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyHole.Place;
import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import dev.vmcts.verify.Diagnostic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says whether a hole in the middle of a step holds no more than its part: what is given must stay what it is. */
final class DafnyParts {

  private static final Set<String> OF_LOOPS = Set.of("invariant", "decreases", "modifies");
  private static final Set<String> MEASURE = Set.of("decreases");

  private DafnyParts() {}

  /** What is wrong with a text for a hole; nothing for one that holds whole steps. */
  static Optional<Diagnostic> fault(DafnyHole hole, String fill) {
    List<DafnyToken> tokens = DafnyLexer.code(fill);
    if (!hole.inStep() || tokens.isEmpty()) {
      return Optional.empty();
    }
    return splitFault(DafnyLexer.code(hole.before()), tokens.get(0))
        .or(() -> clauseFault(hole.place(), tokens))
        .or(() -> endsStep(hole, fill)
            ? Optional.of("only a part of the step around the hole may stand in it")
            : Optional.empty())
        .map(DafnyAudit::forbidden);
  }

  /** What would be an attribute, or a star that ends no proof of termination, together with the given text. */
  private static Optional<String> splitFault(List<DafnyToken> before, DafnyToken first) {
    DafnyToken last = before.get(before.size() - 1);
    if (first.isSymbol(":") && last.isSymbol("{")) {
      return Optional.of("an attribute may not be set in a hole");
    }
    return first.isSymbol("*") && (last.isWord("decreases") || last.isSymbol(","))
        ? Optional.of("decreases * switches the proof of termination off")
        : Optional.empty();
  }

  private static Optional<String> clauseFault(Place place, List<DafnyToken> tokens) {
    Set<String> allowed =
        place == Place.LOOP_CLAUSES ? OF_LOOPS : place == Place.MEASURE ? MEASURE : Set.of();
    DafnyToken first = tokens.get(0);
    if (!allowed.isEmpty() && !DafnyWords.isWordOf(first, allowed)) {
      return Optional.of("clauses are missing here ("
          + String.join(", ", allowed.stream().sorted().toList()) + "), not '" + first.text()
          + "'");
    }
    int depth = 0;
    for (DafnyToken token : tokens) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth == 0
          && DafnyWords.isWordOf(token, DafnyWords.CLAUSES)
          && !DafnyWords.isWordOf(token, allowed)) {
        return Optional.of("'" + token.text() + "' would change what is given");
      }
    }
    return Optional.empty();
  }

  /** Whether an expression has to follow the start of a step, at a place where no other expression can do harm. */
  static boolean mayLackOperand(List<DafnyToken> step) {
    int keyword = DafnyWords.declaration(step, 0);
    boolean contract = step.stream().anyMatch(t -> DafnyWords.isWordOf(t, DafnyWords.CLAUSES));
    boolean harmless = keyword < 0 || contract || step.get(keyword).isWord("const");
    Deque<Integer> open = new ArrayDeque<>();
    int bars = 0;
    for (int i = 0; i < step.size(); i++) {
      DafnyToken token = step.get(i);
      bars += token.isSymbol("|") ? 1 : 0;
      if (token.opens()) {
        open.push(i);
      } else if (token.closes() && !open.isEmpty()) {
        open.pop();
      }
    }
    boolean attribute = open.stream().anyMatch(i -> DafnyBraces.isAttribute(step, i));
    return harmless && !attribute && (!open.isEmpty() || awaitsOperand(step, bars));
  }

  private static boolean awaitsOperand(List<DafnyToken> step, int bars) {
    DafnyToken last = step.get(step.size() - 1);
    if (last.kind() == Kind.SYMBOL) {
      boolean any = last.isSymbol("*")
          && (step.size() < 2 || DafnyBraces.anyAfter(step.get(step.size() - 2)));
      return !last.closes() && !any && !(last.isSymbol("|") && bars % 2 == 0);
    }
    return DafnyWords.isWordOf(last, DafnyWords.CLAUSES)
        || DafnyWords.isWordOf(last, DafnyWords.OPERANDS_FOLLOW)
        || DafnyWords.isWordOf(last, DafnyWords.BLOCKS);
  }

  /** Whether the step in front of the hole comes to its end in the hole. */
  private static boolean endsStep(DafnyHole hole, String fill) {
    int from = hole.place() == Place.MEASURE
        ? hole.prefix()
            .declarations()
            .get(hole.prefix().declarations().size() - 1)
            .start()
        : hole.prefix().cut();
    return DafnyStep.end(hole.before().substring(from) + "\n" + fill.strip() + " ", false) >= 0;
  }
}
