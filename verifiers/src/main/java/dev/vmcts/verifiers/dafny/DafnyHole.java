package dev.vmcts.verifiers.dafny;

import java.util.List;
import java.util.Set;

/**
 * The place of a hole.
 *
 * @param index the hole, from 0
 * @param before all text in front of it, earlier holes filled
 * @param prefix that text, cut into steps
 * @param place what may stand in it
 * @param braceBehind whether a brace is the first that is given behind it
 */
record DafnyHole(int index, String before, DafnyPrefix prefix, Place place, boolean braceBehind) {

  /** What may stand in a hole. */
  enum Place {
    /** Whole steps. */
    STEPS,
    /** The body of the declaration in front of it, perhaps with what shows that it ends. */
    AWAITED_BODY,
    /** The body of a function, or a part of it. */
    EXPRESSION,
    /** Clauses of a loop whose body is given. */
    LOOP_CLAUSES,
    /** What shows that a declaration ends whose body is given. */
    MEASURE,
    /** An expression or another part of a step that is given around it. */
    OPERAND,
    /** Nothing: a step starts in front of the hole, and the text behind it does not go on with it. */
    NOTHING
  }

  private static final Set<String> LOOPS = Set.of("while", "for");

  /**
   * The hole behind a text.
   *
   * @param after the given text behind the hole
   */
  static DafnyHole of(int index, String before, String after) {
    DafnyPrefix prefix = DafnyPrefix.of(before);
    List<DafnyToken> behind = DafnyLexer.code(after);
    boolean brace = !behind.isEmpty() && behind.get(0).isSymbol("}");
    return new DafnyHole(index, before, prefix, place(prefix, behind), brace);
  }

  private static Place place(DafnyPrefix prefix, List<DafnyToken> after) {
    if (prefix.innermost(DafnyFrame.Kind.EXPRESSION)) {
      return Place.EXPRESSION;
    }
    boolean headerGoesOn = !after.isEmpty()
        && (after.get(0).isSymbol("{") || DafnyWords.isWordOf(after.get(0), DafnyWords.CLAUSES));
    if (!prefix.unfinished()) {
      return !DafnyGiven.awaitsBody(prefix)
          ? Place.STEPS
          : headerGoesOn ? Place.MEASURE : ends(after) ? Place.AWAITED_BODY : Place.NOTHING;
    }
    List<DafnyToken> step = DafnyLexer.code(prefix.text().substring(prefix.cut()));
    boolean loop = DafnyWords.isWordOf(step.get(0), LOOPS)
        || (step.get(0).isWord("label") && step.stream().anyMatch(t -> t.isWord("while")));
    if (!after.isEmpty() && DafnyParts.mayLackOperand(step)) {
      return Place.OPERAND;
    }
    return loop && headerGoesOn ? Place.LOOP_CLAUSES : Place.NOTHING;
  }

  /** Whether a declaration without a body may end in front of the tokens. */
  private static boolean ends(List<DafnyToken> after) {
    return after.isEmpty() || after.get(0).isSymbol("}") || DafnyWords.declaration(after, 0) >= 0;
  }

  int start() {
    return before.length();
  }

  /** How many frames are open in front of it. */
  int depth() {
    return prefix.open().size();
  }

  /** Whether all that was opened in it is closed, or will be by the brace behind it, as a match without braces is. */
  boolean isLevel(DafnyPrefix end) {
    int open = end.open().size();
    return open == depth()
        || (braceBehind
            && open > depth()
            && end.open().subList(depth(), open).stream()
                .allMatch(f -> f.kind() == DafnyFrame.Kind.BARE_MATCH && f.cases() > 0));
  }

  /** Whether whole statements of the body of a lemma or method stand in it. */
  boolean inBody() {
    return place == Place.STEPS && DafnyGiven.takesStatements(prefix);
  }

  /** Whether declarations may stand in it. */
  boolean takesMembers() {
    return prefix.open().isEmpty() || prefix.innermost(DafnyFrame.Kind.MEMBERS);
  }

  /** Whether it is in the body of a function. */
  boolean inExpression() {
    return place == Place.EXPRESSION;
  }

  boolean awaitsBody() {
    return place == Place.AWAITED_BODY;
  }

  /** Whether it holds a part of a step of which the rest is given. */
  boolean inStep() {
    return place == Place.LOOP_CLAUSES || place == Place.MEASURE || place == Place.OPERAND;
  }

  /** Whether more text in it may mend a proof of what is around it. */
  boolean takesMore() {
    return inBody() || place == Place.LOOP_CLAUSES || place == Place.MEASURE;
  }

  /** Whether it can not stay empty. */
  boolean wantsText() {
    return place == Place.AWAITED_BODY || place == Place.EXPRESSION || place == Place.OPERAND;
  }
}
