package dev.vmcts.verifiers.coq;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The axioms that a solution may rest on: those of the problem's header, and those that its given text assumes. */
final class AllowedAxioms {

  private final List<String> named;
  private final Set<String> given;
  private final String program;

  /**
   * @param named names in the header, qualified or not
   * @param given names below the program's own module
   */
  AllowedAxioms(Collection<String> named, Set<String> given, String program) {
    this.named = List.copyOf(named);
    this.given = Set.copyOf(given);
    this.program = program + ".";
  }

  /** Whether a name, as Coq prints it, is allowed; what the program itself assumes must be given text. */
  boolean contains(String axiom) {
    if (axiom.startsWith(program)) {
      return given.contains(axiom.substring(program.length()));
    }
    return named.stream()
        .anyMatch(n -> axiom.equals(n) || axiom.endsWith("." + n) || n.endsWith("." + axiom));
  }
}
