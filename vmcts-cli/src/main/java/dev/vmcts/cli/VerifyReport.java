package dev.vmcts.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.verify.Acceptance;
import java.util.List;
import java.util.Locale;

/**
 * What {@code vmcts verify} says.
 *
 * @param file the judged file
 * @param verifier name and version
 * @param exitCode what the command ends with
 * @param verdict accepted, refused or undecided
 * @param reason why it is not accepted: the kind of fault, or why it could not be told; empty when accepted
 * @param message the verifier's or the audit's words; empty when accepted
 * @param proven names of the proven obligations
 * @param axioms names of the axioms that they rest on
 */
record VerifyReport(
    String file,
    String verifier,
    ExitCode exitCode,
    String verdict,
    String reason,
    String message,
    List<String> proven,
    List<String> axioms) {

  static VerifyReport of(String file, String verifier, Acceptance acceptance) {
    return acceptance.match(
        a -> new VerifyReport(
            file, verifier, ExitCode.SOLVED, "accepted", "", "", a.proven(), a.axioms()),
        r -> new VerifyReport(
            file,
            verifier,
            ExitCode.REJECTED,
            "refused",
            r.diagnostic().kind().name(),
            r.diagnostic().message(),
            List.of(),
            List.of()),
        u -> new VerifyReport(
            file,
            verifier,
            ExitCode.INCONCLUSIVE,
            "undecided",
            u.reason().name(),
            u.message(),
            List.of(),
            List.of()));
  }

  /** One fact a line, for people. */
  String text() {
    StringBuilder text = new StringBuilder(file + ": " + verdict + " by " + verifier);
    if (exitCode != ExitCode.SOLVED) {
      return text + " (" + reason.toLowerCase(Locale.ROOT) + ")\n"
          + message.strip().indent(2);
    }
    text.append("\nproven: ").append(String.join(", ", proven));
    return text + "\naxioms: " + (axioms.isEmpty() ? "none" : String.join(", ", axioms)) + "\n";
  }

  /** One JSON object on one line. */
  String json() {
    JsonMapper mapper = new JsonMapper();
    ObjectNode json = mapper.createObjectNode();
    json.put("file", file);
    json.put("verifier", verifier);
    json.put("verdict", verdict);
    json.put("exitStatus", exitCode.status());
    json.put("reason", reason);
    json.put("message", message);
    json.set("proven", mapper.valueToTree(proven));
    json.set("axioms", mapper.valueToTree(axioms));
    return json.toString();
  }
}
