package dev.vmcts.verifiers.dafny;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Dafny prints; versions 2 and 4, the program and the server of version 2.
 *
 * <p>No exit code and no summary alone is believed: version 2 exits with 0 when it ran out of resources, and with a
 * solver that is broken.
 */
final class DafnyOutput {

  private static final Pattern PLACED = Pattern.compile("^[^\\s|(]*\\((\\d+),(\\d+)\\): (.*)$");
  private static final Pattern ERROR = Pattern.compile("^Error(?: \\w+)?: (.*)$");
  private static final Pattern UNFINISHED = Pattern.compile(
      "^Verification of '(.*)' timed out.*|^Verification out of (?:resource|memory) \\((.*)\\).*");
  private static final Pattern SUMMARY =
      Pattern.compile("^Dafny program verifier finished with (\\d+) verified, (\\d+) errors?(.*)$");
  private static final Pattern NOT_RESOLVED = Pattern.compile(
      "^\\d+ (?:parse|resolution/type) errors? detected in .*|^Dafny program verifier did not attempt verification.*");
  private static final Pattern BROKEN = Pattern.compile(
      "^Prover error: (?!line \\d+ column \\d+: unknown parameter 'model_compress').*|.*Invalid PING.*"
          + "|.*push canceled.*|^Fatal Error.*|.*SKIPPED.*|^\\[FATAL\\].*|^Unhandled Exception.*|^Out of resource on.*"
          + "|^Cannot find specified prover.*|^\\[ERROR\\] FATAL UNHANDLED.*");
  private static final Pattern VERIFYING = Pattern.compile("^Verifying (\\S+) \\.\\.\\.$");
  private static final Pattern OUTCOME = Pattern.compile(
      "^  \\[.*proof obligations?\\]  (verified|errors?|timed out|out of \\w+|inconclusive)$");
  private static final Pattern RESULTS = Pattern.compile("^Results for (.*)$");
  private static final Pattern OVERALL = Pattern.compile("^  Overall outcome: (.*)$");
  private static final String SERVER_DONE = "[SUCCESS] [[DAFNY-SERVER: EOM]]";
  private static final String NO_BODY = "has no body";

  private final List<DafnyMessage> errors = new ArrayList<>();
  private final List<String> verified = new ArrayList<>();
  private final List<String> unfinished = new ArrayList<>();
  private String verifying = "";
  private String broken = "";
  private boolean bodyless;
  private boolean ended;
  private int count;
  private int counted = -1;

  private DafnyOutput() {}

  /**
   * The report of a run of the program.
   *
   * @param depth what was asked for: without proofs, version 2 says nothing when all is well
   * @param output standard output and standard error
   */
  static DafnyReport ofProgram(
      DafnyCheck.Depth depth, int exitCode, boolean timedOut, String output) {
    if (timedOut) {
      return DafnyReport.timeout("Dafny did not end within its time");
    }
    DafnyOutput parsed = new DafnyOutput();
    output.lines().forEach(parsed::line);
    boolean failed = exitCode != 0;
    parsed.ended |= depth == DafnyCheck.Depth.RESOLVE && !failed;
    boolean reported = !parsed.errors.isEmpty() || !parsed.unfinished.isEmpty();
    if (!parsed.ended || (failed != reported && parsed.unfinished.isEmpty())) {
      String last = output.strip().lines().reduce("", (a, b) -> b);
      return DafnyReport.broken(
          parsed.broken.isEmpty()
              ? "Dafny ended with exit code " + exitCode + ": " + last
              : parsed.broken);
    }
    return parsed.report(Math.max(0, parsed.counted));
  }

  /** The report of the server's answer to one request. */
  static DafnyReport ofServer(String output) {
    DafnyOutput parsed = new DafnyOutput();
    output.lines().forEach(parsed::line);
    if (!output.stripTrailing().endsWith(SERVER_DONE)) {
      return DafnyReport.broken("Dafny's server failed");
    }
    return parsed.report(parsed.count);
  }

  private DafnyReport report(int proofs) {
    return broken.isEmpty()
        ? new DafnyReport(
            DafnyReport.End.COMPLETE, "", errors, verified, unfinished, proofs, bodyless)
        : DafnyReport.broken(broken);
  }

  private void line(String line) {
    Matcher placed = PLACED.matcher(line);
    if (placed.matches()) {
      placed(placed);
      return;
    }
    Matcher summary = SUMMARY.matcher(line);
    if (summary.matches()) {
      ended = true;
      counted = Integer.parseInt(summary.group(1));
    } else if (NOT_RESOLVED.matcher(line).matches()) {
      ended = true;
    } else if (BROKEN.matcher(line).matches() && broken.isEmpty()) {
      broken = line;
    }
    proof(line);
  }

  private void placed(Matcher placed) {
    String text = placed.group(3);
    Matcher error = ERROR.matcher(text);
    Matcher limit = UNFINISHED.matcher(text);
    if (error.matches()) {
      errors.add(new DafnyMessage(
          Integer.parseInt(placed.group(1)), Integer.parseInt(placed.group(2)), error.group(1)));
    } else if (limit.matches()) {
      unfinished.add(limit.group(1) == null ? limit.group(2) : limit.group(1));
    } else if (text.contains(NO_BODY)) {
      bodyless = true;
    }
  }

  private void proof(String line) {
    Matcher started = VERIFYING.matcher(line);
    Matcher results = RESULTS.matcher(line);
    Matcher outcome = OUTCOME.matcher(line);
    Matcher overall = OVERALL.matcher(line);
    if (started.matches()) {
      verifying = started.group(1);
    } else if (results.matches()) {
      verifying = results.group(1);
    } else if (outcome.matches() || overall.matches()) {
      String word = outcome.matches() ? outcome.group(1) : overall.group(1);
      if (word.equals("verified") || word.equals("Correct")) {
        verified.add(verifying);
        count++;
      } else if (!word.startsWith("error") && !word.equals("Errors")) {
        unfinished.add(verifying);
      }
    }
  }
}
