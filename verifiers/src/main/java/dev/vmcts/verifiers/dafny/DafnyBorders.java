package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import dev.vmcts.verify.Diagnostic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says whether what stands in a hole keeps to the hole: given text must mean what it means without it. */
final class DafnyBorders {

  private DafnyBorders() {}

  /** A body that is awaited must come first: clauses would change what is given. */
  static Optional<Diagnostic> startFault(DafnyHole hole, String fill) {
    List<DafnyToken> tokens = DafnyLexer.code(fill);
    if (!hole.awaitsBody() || tokens.isEmpty()) {
      return Optional.empty();
    }
    DafnyToken first = tokens.get(0);
    if (first.isSymbol("{") || first.isWord("decreases")) {
      return clauseFault(tokens);
    }
    return Optional.of(DafnyAudit.forbidden(
        "a body is missing here; '" + first.text() + "' would change or skip what is given"));
  }

  private static Optional<Diagnostic> clauseFault(List<DafnyToken> tokens) {
    for (DafnyToken token : tokens) {
      if (token.isSymbol("{")) {
        return Optional.empty();
      }
      if (DafnyWords.isWordOf(token, DafnyWords.CLAUSES) && !token.isWord("decreases")) {
        return Optional.of(
            DafnyAudit.forbidden("'" + token.text() + "' would change a contract that is given"));
      }
    }
    return Optional.empty();
  }

  /** Brackets that a hole closes it has opened. */
  static Optional<Diagnostic> bracketFault(String fill) {
    Deque<String> open = new ArrayDeque<>();
    for (DafnyToken token : DafnyLexer.code(fill)) {
      if (token.opens()) {
        open.push(token.text());
      } else if (token.closes()) {
        String opening = open.isEmpty() ? "" : open.pop();
        boolean pair = (opening + token.text()).matches("\\(\\)|\\[]|\\{}");
        if (!pair) {
          return Optional.of(new Diagnostic(
              Diagnostic.Kind.SYNTAX,
              "'" + token.text() + "' closes "
                  + (opening.isEmpty() ? "what the hole did not open" : "'" + opening + "'")));
        }
      }
    }
    return Optional.empty();
  }

  /** A name that is given must not get a second meaning: Dafny would prefer it to a constructor that is given. */
  static Optional<Diagnostic> nameFault(
      DafnyGiven given, DafnyHole hole, DafnyPrefix prefix, String fill) {
    Set<String> names = new LinkedHashSet<>(
        DafnyNames.declaredBy(prefix, hole.start(), hole.start() + fill.length()));
    names.retainAll(given.fixedNames());
    return names.stream()
        .findFirst()
        .map(name -> DafnyAudit.forbidden("'" + name + "' means something in the given text"));
  }

  /** What ends inside a token, a bracket or a step would run into the given text behind it. */
  static Optional<Diagnostic> endFault(DafnyHole hole, DafnyPrefix prefix, String fill) {
    List<DafnyToken> tokens = DafnyLexer.code(fill);
    boolean open = tokens.stream().anyMatch(t -> t.kind() == Kind.OPEN);
    int depth =
        tokens.stream().mapToInt(t -> t.opens() ? 1 : t.closes() ? -1 : 0).sum();
    boolean unfinished = !hole.inExpression() && !hole.inStep() && prefix.unfinished();
    boolean frames = !hole.isLevel(prefix);
    return open || depth != 0 || unfinished || frames
        ? Optional.of(new Diagnostic(
            Diagnostic.Kind.SYNTAX, "the hole ends inside a comment, a step or a block"))
        : Optional.empty();
  }
}
