package dev.vmcts.verifiers.coq;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Print Assumptions} printed.
 *
 * @param answers how many commands were answered
 * @param axioms names that something rests on, as printed
 * @param bypasses whole lines about switched-off checks, and lines that are not understood
 */
record AssumptionsReport(int answers, Set<String> axioms, List<String> bypasses) {

  private static final Pattern AXIOM =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_'.]*)(?: :(?: .*)?)?");

  AssumptionsReport {
    axioms = Set.copyOf(axioms);
    bypasses = List.copyOf(bypasses);
  }

  /** Reads the answers to any number of commands; indented lines continue the line before them. */
  static AssumptionsReport parse(String output) {
    int answers = 0;
    Set<String> axioms = new LinkedHashSet<>();
    Set<String> bypasses = new LinkedHashSet<>();
    for (String line : output.lines().toList()) {
      if (line.equals("Closed under the global context") || line.equals("Axioms:")) {
        answers++;
      } else if (!line.isBlank() && !line.startsWith(" ")) {
        Matcher axiom = AXIOM.matcher(line);
        if (axiom.matches()) {
          axioms.add(axiom.group(1));
        } else {
          bypasses.add(line);
        }
      }
    }
    return new AssumptionsReport(answers, axioms, List.copyOf(bypasses));
  }
}
