package dev.vmcts.verifiers.lean;

import dev.vmcts.problem.FillLayout;
import dev.vmcts.problem.Problem;
import dev.vmcts.verifiers.lean.LeanToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A Lean problem with texts in its holes, and what in it is whose. */
final class LeanProgram {

  /** What a hole follows when it is inside a declaration. */
  private static final Set<String> AWAITING = Set.of(
      ":=", "by", "=>", "where", "with", "|", ",", "from", "do", "then", "else", "in", ":", "·");

  private final Problem problem;
  private final List<String> fills;
  private final String text;
  private final List<Integer> starts = new ArrayList<>();
  private final LeanOutline outline;

  LeanProgram(Problem problem, List<String> fills) {
    this.problem = problem;
    this.fills = List.copyOf(fills);
    this.text = problem.fill(fills);
    int at = 0;
    for (int i = 0; i < fills.size(); i++) {
      at += problem.given().get(i).length();
      starts.add(at);
      at += fills.get(i).length();
    }
    this.outline = LeanOutline.of(text);
  }

  String text() {
    return text;
  }

  Problem problem() {
    return problem;
  }

  List<String> fills() {
    return fills;
  }

  /** The text in front of a hole, with the holes before it filled. */
  String before(int hole) {
    return text.substring(0, starts.get(hole));
  }

  /** The declarations of the given text. */
  List<LeanDeclaration> given() {
    return outline.declarations().stream().filter(d -> holeOf(d.start()) < 0).toList();
  }

  /** The declarations of one hole. */
  List<LeanDeclaration> declaredIn(int hole) {
    return outline.declarations().stream()
        .filter(d -> holeOf(d.start()) == hole)
        .toList();
  }

  /** All that can be named from outside. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    outline.declarations().stream()
        .filter(LeanDeclaration::named)
        .forEach(d -> names.add(d.name()));
    return names;
  }

  /** Whether no hole touches a declaration. */
  boolean untouched(LeanDeclaration declaration) {
    for (int i = 0; i < fills.size(); i++) {
      if (starts.get(i) < declaration.end()
          && starts.get(i) > declaration.start()
          && inside(problem, i)) {
        return false;
      }
    }
    return true;
  }

  /** The words and names of the given text behind a hole. */
  List<LeanToken> mentionedAfter(int hole) {
    List<LeanToken> tokens = new ArrayList<>();
    for (int i = hole + 1; i < problem.given().size(); i++) {
      tokens.addAll(LeanLexer.lex(problem.given().get(i)));
    }
    return tokens;
  }

  /**
   * The problem alone: each hole inside a declaration is a gap, and one between declarations holds what defines the names
   * that the given text uses.
   */
  LeanProgram alone() {
    List<String> gaps = new ArrayList<>();
    for (int i = 0; i < fills.size(); i++) {
      gaps.add(inside(problem, i) ? FillLayout.of(problem, i, List.of("sorry")) : fills.get(i));
    }
    return new LeanProgram(problem, gaps);
  }

  /** The commands that close what is open at the end. */
  List<String> ends() {
    return outline.ends();
  }

  private int holeOf(int offset) {
    for (int i = 0; i < fills.size(); i++) {
      if (offset >= starts.get(i) && offset < starts.get(i) + fills.get(i).length()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a hole is inside a declaration, and not between declarations. */
  static boolean inside(Problem problem, int hole) {
    List<LeanToken> reference = LeanLexer.lex(problem.holes().get(hole).reference());
    String before = String.join(" ", problem.given().subList(0, hole + 1));
    if (!reference.isEmpty()) {
      LeanToken first = reference.get(0);
      return !(first.is("@[") || LeanStep.startsCommand(first));
    }
    List<LeanToken> tokens = LeanLexer.lex(before);
    LeanToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    int depth = tokens.stream().mapToInt(LeanToken::depth).sum();
    boolean awaited = last != null && last.kind() != Kind.STRING && AWAITING.contains(last.text());
    return awaited || depth > 0 || FillLayout.column(problem.given().get(hole)) > 0;
  }
}
