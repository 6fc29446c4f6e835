package dev.vmcts.corpus;

/**
 * A declaration of a Dafny item.
 *
 * @param kind what it is
 * @param name its name
 * @param header its text before the body, without white space at its ends; all of a type's
 * @param body the lines between the braces, not indented; possibly empty
 * @param words what a specification says about it, such as {@code counts the leaves}; possibly empty
 */
record DafnyDeclaration(Kind kind, String name, String header, String body, String words) {

  enum Kind {
    TYPE,
    FUNCTION,
    /** A lemma that says what a function computes, by its own equations. */
    PIN,
    LEMMA,
    METHOD
  }

  /** The text in the layout of Dafny's own style. */
  String text() {
    if (kind == Kind.TYPE) {
      return header + "\n";
    }
    return header + "\n{\n" + indented(body) + "}\n";
  }

  /** Lines indented by two, each ending with a line break. */
  static String indented(String lines) {
    return lines.isBlank() ? "" : lines.stripTrailing().indent(2);
  }

  /** Whether a name occurs in it. */
  boolean mentions(String other) {
    return DafnyWords.of(header).contains(other) || DafnyWords.of(body).contains(other);
  }
}
