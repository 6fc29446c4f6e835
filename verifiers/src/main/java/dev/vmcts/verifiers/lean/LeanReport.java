package dev.vmcts.verifiers.lean;

import java.util.List;

/** What Lean's server says of a text. */
sealed interface LeanReport {

  /**
   * It has read all of it.
   *
   * @param diagnostics what it says, in the order of the text
   * @param goals the goals where they were asked for, in Lean's own words; empty where none were asked for
   */
  record Read(List<LeanDiagnostic> diagnostics, List<String> goals) implements LeanReport {
    public Read {
      diagnostics = List.copyOf(diagnostics);
      goals = List.copyOf(goals);
    }
  }

  /** It does not end within the time. */
  record TimedOut(String message) implements LeanReport {}

  /** It died. */
  record Dead(String message) implements LeanReport {}
}
