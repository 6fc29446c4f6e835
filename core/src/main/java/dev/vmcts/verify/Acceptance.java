package dev.vmcts.verify;

import java.util.List;
import java.util.function.Function;

/** The judgement on a whole program. */
public sealed interface Acceptance {

  /**
   * The stock verifier accepts the program and the audit found nothing.
   *
   * @param program the whole program
   * @param proven names of the obligations that were proven, at least one
   * @param axioms names of the axioms that they rest on, all of them allowed by the problem
   */
  record Accepted(String program, List<String> proven, List<String> axioms) implements Acceptance {
    public Accepted {
      proven = List.copyOf(proven);
      axioms = List.copyOf(axioms);
      if (proven.isEmpty()) {
        throw new IllegalArgumentException("nothing was proven");
      }
    }
  }

  /** The verifier refuses the program, or the audit does. */
  record Refused(Diagnostic diagnostic) implements Acceptance {}

  /** It could not be told; this says nothing about the program. */
  record Undecided(Verdict.Reason reason, String message) implements Acceptance {}

  /** Exactly one of the functions is applied. */
  default <T> T match(
      Function<Accepted, T> accepted,
      Function<Refused, T> refused,
      Function<Undecided, T> undecided) {
    if (this instanceof Accepted a) {
      return accepted.apply(a);
    } else if (this instanceof Refused r) {
      return refused.apply(r);
    }
    return undecided.apply((Undecided) this);
  }
}
