package dev.vmcts.verify;

/**
 * What a verifier, or the audit, has against a text.
 *
 * @param kind what sort of fault it is
 * @param message the tool's own words, trimmed, possibly of several lines
 * @param at where the fault begins in a step, in characters; {@link #ANYWHERE} where that is not known
 */
public record Diagnostic(Kind kind, String message, int at) {

  /** No place in the step is known. */
  public static final int ANYWHERE = -1;

  /** A fault of which no place is known. */
  public Diagnostic(Kind kind, String message) {
    this(kind, message, ANYWHERE);
  }

  /** The sorts of fault. */
  public enum Kind {
    /** The text does not parse. */
    SYNTAX,
    /** A name is not known. */
    UNRESOLVED,
    /** Any other refusal by the verifier. */
    ERROR,
    /** The text would assume what it should prove, or reach outside the program: a cheat or a forbidden command. */
    FORBIDDEN
  }
}
