package dev.vmcts.verifiers.dafny;

/** Something that is open at the end of a prefix: a block, a body, a list of cases. */
final class DafnyFrame {

  /** What it is. */
  enum Kind {
    /** The members of a module, class or type. */
    MEMBERS,
    /** The body of a lemma, method, constructor or iterator. */
    BODY,
    /** The body of a function. */
    EXPRESSION,
    /** A block behind {@code if} or {@code else}, or one that stands alone. */
    BLOCK,
    /** A block whose end is to be proven: of {@code while}, {@code for}, {@code forall} or {@code by}. */
    DUTY,
    /** The one assignment or call of a {@code forall} that claims nothing; with another statement it means another thing. */
    FOR_EACH,
    /** The cases of a {@code match} in braces. */
    MATCH,
    /** The cases of a {@code match} without braces. */
    BARE_MATCH,
    /** The cases of an {@code if} or {@code while}. */
    ALTERNATIVES,
    /** The lines of a calculation. */
    CALC,
    /** The hint between two lines of a calculation. */
    HINT
  }

  private Kind kind;
  private final int start;
  private int cases;
  private String line = "";
  private boolean dangling;

  /**
   * @param start where the step that opened it starts in the prefix
   */
  DafnyFrame(Kind kind, int start) {
    this.kind = kind;
    this.start = start;
  }

  Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int cases() {
    return cases;
  }

  boolean isMatch() {
    return kind == Kind.MATCH || kind == Kind.BARE_MATCH;
  }

  boolean hasBrace() {
    return kind != Kind.BARE_MATCH;
  }

  /** Whether statements may stand in it now. */
  boolean takesStatements() {
    return switch (kind) {
      case BODY, BLOCK, DUTY, FOR_EACH, HINT -> true;
      case MATCH, BARE_MATCH, ALTERNATIVES -> cases > 0;
      case MEMBERS, EXPRESSION, CALC -> false;
    };
  }

  void addCase() {
    cases++;
    if (kind == Kind.DUTY || kind == Kind.BLOCK) {
      kind = Kind.ALTERNATIVES;
    }
  }

  /** Notes a line of a calculation; the last one can be repeated to end it. */
  void addLine(String text) {
    line = text;
    dangling = false;
  }

  void addHint() {
    dangling = true;
  }

  /** What ends it soundly: what is not written yet is assumed away. */
  String closing() {
    String stop = " assume false; ";
    return switch (kind) {
      case MEMBERS, EXPRESSION, FOR_EACH -> " } ";
      case BODY, BLOCK, DUTY, HINT -> stop + "} ";
      case MATCH -> cases == 0 ? " } " : stop + "} ";
      case BARE_MATCH -> stop;
      case ALTERNATIVES -> (cases == 0 ? "" : stop) + "case true =>" + stop + "} ";
      case CALC -> dangling ? " { assume false; } " + line + "; } " : " } ";
    };
  }
}
