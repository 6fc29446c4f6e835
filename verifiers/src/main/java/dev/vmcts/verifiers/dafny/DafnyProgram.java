package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.FillBorders;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import dev.vmcts.verify.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A problem with its holes filled.
 *
 * @param problem the problem
 * @param fills the texts of its holes, parted from given text where they would touch it
 * @param text the whole program
 */
record DafnyProgram(Problem problem, List<String> fills, String text) {

  DafnyProgram {
    fills = List.copyOf(fills);
  }

  static DafnyProgram of(Problem problem, List<String> texts) {
    List<String> fills = FillBorders.parted(problem, texts);
    return new DafnyProgram(problem, fills, problem.fill(fills));
  }

  /** What is wrong with the holes, seen without Dafny. */
  Optional<Diagnostic> fault() {
    DafnyGiven given = new DafnyGiven(problem);
    DafnyAudit audit = new DafnyAudit(given.all());
    String before = "";
    for (int i = 0; i < fills.size(); i++) {
      before += problem.given().get(i);
      String fill = fills.get(i);
      DafnyHole hole = given.hole(i, before);
      DafnyPrefix prefix = DafnyPrefix.of(before + fill);
      int end = before.length() + fill.length();
      Optional<Diagnostic> fault = audit
          .checkTokens(fill)
          .or(() -> missingBody(hole, fill))
          .or(() -> DafnyBorders.startFault(hole, fill))
          .or(() -> DafnyBorders.bracketFault(fill))
          .or(() -> DafnyParts.fault(hole, fill))
          .or(() -> DafnyBorders.endFault(hole, prefix, fill))
          .or(() -> DafnyAudit.checkSteps(prefix, hole.start(), end, true))
          .or(() -> DafnyBorders.nameFault(given, hole, prefix, fill))
          .or(() -> DafnyReach.fault(given, hole, fill));
      if (fault.isPresent()) {
        return fault;
      }
      before += fill;
    }
    return wholeFault();
  }

  private static Optional<Diagnostic> missingBody(DafnyHole hole, String fill) {
    boolean empty = DafnyLexer.code(fill).isEmpty();
    return empty && hole.wantsText()
        ? Optional.of(DafnyAudit.forbidden(
            hole.inStep()
                ? "an expression is missing in hole " + (hole.index() + 1)
                : "the declaration in front of hole " + (hole.index() + 1) + " has no body"))
        : Optional.empty();
  }

  /** The program must read as its pieces do one by one. */
  private Optional<Diagnostic> wholeFault() {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < problem.given().size(); i++) {
      pieces.add(problem.given().get(i));
      if (i < fills.size()) {
        pieces.add(fills.get(i));
      }
    }
    List<DafnyToken> apart = new ArrayList<>();
    pieces.forEach(piece -> apart.addAll(DafnyLexer.lex(piece)));
    List<DafnyToken> whole = DafnyLexer.lex(text);
    boolean same = whole.stream().noneMatch(t -> t.kind() == Kind.OPEN)
        && whole.stream()
            .map(DafnyToken::text)
            .toList()
            .equals(apart.stream().map(DafnyToken::text).toList());
    return same
        ? Optional.empty()
        : Optional.of(
            DafnyAudit.forbidden("a hole and the given text around it run into each other"));
  }

  /** The names of the given declarations that have a body here. */
  Set<String> provable() {
    Set<String> names = new LinkedHashSet<>();
    for (DafnyDeclaration d : DafnyPrefix.of(text).declarations()) {
      boolean proof = d.isProcedure() || d.isFunction();
      if (proof && !inFill(d.start()) && d.body()) {
        names.add(d.name());
      }
    }
    return names;
  }

  /** Whether a part of a given contract stands in a hole, other than what shows termination. */
  boolean fillsContract(DafnyDeclaration declaration) {
    int at = 0;
    for (int i = 0; i < fills.size(); i++) {
      at += problem.given().get(i).length();
      List<DafnyToken> tokens = DafnyLexer.code(fills.get(i));
      boolean inHeader = at > declaration.start() && at < declaration.headerEnd();
      if (inHeader
          && !tokens.isEmpty()
          && !tokens.get(0).isWord("decreases")
          && !tokens.get(0).isSymbol("{")) {
        return true;
      }
      at += fills.get(i).length();
    }
    return false;
  }

  /** Whether a hole holds the character at an index of the program. */
  boolean inFill(int index) {
    int at = 0;
    for (int i = 0; i < fills.size(); i++) {
      at += problem.given().get(i).length();
      if (index >= at && index < at + fills.get(i).length()) {
        return true;
      }
      at += fills.get(i).length();
    }
    return false;
  }
}
