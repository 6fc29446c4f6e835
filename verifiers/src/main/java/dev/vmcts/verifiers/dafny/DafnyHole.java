package dev.vmcts.verifiers.dafny;

/**
 * The place of a hole.
 *
 * @param index the hole, from 0
 * @param before all text in front of it, earlier holes filled
 * @param prefix that text, cut into steps
 * @param awaitsBody whether it starts behind a declaration whose body is to come
 */
record DafnyHole(int index, String before, DafnyPrefix prefix, boolean awaitsBody) {

  static DafnyHole of(int index, String before) {
    DafnyPrefix prefix = DafnyPrefix.of(before);
    return new DafnyHole(index, before, prefix, DafnyGiven.awaitsBody(prefix));
  }

  int start() {
    return before.length();
  }

  /** How many frames are open in front of it. */
  int depth() {
    return prefix.open().size();
  }

  /** Whether it is in the body of a lemma or method. */
  boolean inBody() {
    return DafnyGiven.takesStatements(prefix);
  }

  /** Whether it is in the body of a function. */
  boolean inExpression() {
    return prefix.innermost(DafnyFrame.Kind.EXPRESSION);
  }
}
