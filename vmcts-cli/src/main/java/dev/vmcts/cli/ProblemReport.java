package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the check of one problem found.
 *
 * @param file the problem file
 * @param status how it ended
 * @param faults what is wrong with the problem, a line each; for what was skipped the reason
 * @param refusals who refuses its mutants
 * @param holes how many holes it has
 * @param seconds how long the check took
 */
record ProblemReport(
    Path file,
    Status status,
    List<String> faults,
    List<Refusal> refusals,
    int holes,
    double seconds) {

  /** How the check of a problem ends. */
  enum Status {
    SOUND(ExitCode.SOLVED),
    SKIPPED(ExitCode.SOLVED),
    UNDECIDED(ExitCode.INCONCLUSIVE),
    FAULTY(ExitCode.REJECTED),
    MALFORMED(ExitCode.MALFORMED);

    private final ExitCode exitCode;

    Status(ExitCode exitCode) {
      this.exitCode = exitCode;
    }

    ExitCode exitCode() {
      return exitCode;
    }
  }

  /**
   * A mutant is refused.
   *
   * @param by the obligation that fails, or the audit
   * @param message the verifier's words
   */
  record Refusal(String mutant, String by, String message) {}

  ProblemReport {
    faults = List.copyOf(faults);
    refusals = List.copyOf(refusals);
  }

  static ProblemReport without(Path file, Status status, String reason) {
    return new ProblemReport(file, status, List.of(reason), List.of(), 0, 0);
  }

  /** One fact a line, for people. */
  String text() {
    StringBuilder text = new StringBuilder(file + ": " + status.name().toLowerCase(Locale.ROOT));
    if (status == Status.SOUND) {
      text.append(String.format(
          Locale.ROOT,
          "; holes needed: %d, mutants refused: %d (%.1f s)%n",
          holes,
          refusals.size(),
          seconds));
    } else {
      text.append('\n');
      faults.forEach(fault -> text.append("  ").append(fault).append('\n'));
    }
    refusals.forEach(refusal -> text.append("  mutant ")
        .append(refusal.mutant())
        .append(": refused by ")
        .append(refusal.by())
        .append('\n'));
    return text.toString();
  }

  /** One JSON object on one line. */
  String json() {
    ObjectNode json = new JsonMapper().createObjectNode();
    json.put("file", file.toString());
    json.put("status", status.name().toLowerCase(Locale.ROOT));
    json.put("holes", holes);
    json.put("seconds", seconds);
    ArrayNode told = json.putArray("faults");
    faults.forEach(told::add);
    ArrayNode mutants = json.putArray("mutants");
    refusals.forEach(refusal -> mutants
        .addObject()
        .put("mutant", refusal.mutant())
        .put("refusedBy", refusal.by())
        .put("message", refusal.message()));
    return json.toString();
  }
}
