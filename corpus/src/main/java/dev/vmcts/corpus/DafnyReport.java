package dev.vmcts.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Dafny 2.3 says about a file when it is run with {@code /trace}.
 *
 * @param unreadable whether it did not come to verifying
 * @param complete whether every message could be told apart, and the summary counts the same
 * @param badLines the lines that errors, time-outs and warnings are about
 * @param proven what was verified and had something to prove, as {@code MODULE.NAME}, in Boogie's spelling
 */
record DafnyReport(
    boolean unreadable, boolean complete, Set<Integer> badLines, Set<String> proven) {

  private static final Pattern MESSAGE = Pattern.compile(
      "^[^(]*\\.dfy\\((\\d+),\\d+\\): (Error|Warning|Verification|Timed out|.*timed out|.*out of resource)(.*)$");
  private static final Pattern NOT_VERIFIED =
      Pattern.compile("(?m)^\\d+ (?:parse|resolution/type) errors detected in ");
  private static final Pattern SUMMARY = Pattern.compile(
      "(?m)^Dafny program verifier finished with (\\d+) verified, (\\d+) errors?(?:, (\\d+) time outs?)?$");
  private static final Pattern VERIFYING =
      Pattern.compile("^Verifying (\\w+)\\$\\$([^ ]+) \\.\\.\\.$");
  private static final Pattern OUTCOME =
      Pattern.compile("^  \\[[\\d.,]+ s, (\\d+) proof obligations?\\]  (\\w+)$");

  DafnyReport {
    badLines = Set.copyOf(badLines);
    proven = Set.copyOf(proven);
  }

  static DafnyReport of(String output) {
    Set<Integer> bad = new HashSet<>();
    Set<String> proven = new HashSet<>();
    List<String> lines = output.lines().toList();
    int errors = 0;
    int timeouts = 0;
    boolean noise = false;
    String verifying = "";
    for (String line : lines) {
      Matcher message = MESSAGE.matcher(line);
      Matcher start = VERIFYING.matcher(line);
      Matcher outcome = OUTCOME.matcher(line);
      if (message.matches()) {
        bad.add(Integer.valueOf(message.group(1)));
        errors += message.group(2).equals("Error") ? 1 : 0;
        timeouts += line.contains("timed out") ? 1 : 0;
      } else if (start.matches()) {
        verifying = start.group(1).equals("Impl") ? start.group(2) : "";
      } else if (outcome.matches()) {
        if (outcome.group(2).equals("verified")
            && Integer.parseInt(outcome.group(1)) > 0
            && !verifying.isEmpty()) {
          proven.add(verifying.replaceFirst("^_\\d+_", "").replace(".__default.", "."));
        }
      } else {
        noise |= line.contains("Fatal Error")
            || line.contains("SKIPPED")
            || line.contains("push canceled");
      }
    }
    Matcher summary = SUMMARY.matcher(output);
    boolean counted = summary.find()
        && Integer.parseInt(summary.group(2)) == errors
        && (summary.group(3) == null ? 0 : Integer.parseInt(summary.group(3))) == timeouts;
    return new DafnyReport(NOT_VERIFIED.matcher(output).find(), counted && !noise, bad, proven);
  }

  /** Whether a lemma or method in a module was verified and had something to prove. */
  boolean isProven(String module, String name) {
    return proven.contains(
        module + "." + name.replace("_", "__").replace("'", "_k").replace("?", "_q"));
  }

  /** Whether a message is about one of the lines. */
  boolean isBad(int first, int last) {
    return badLines.stream().anyMatch(l -> l >= first && l <= last);
  }
}
