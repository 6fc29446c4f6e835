package dev.vmcts.verifiers.lean;

import dev.vmcts.verify.Diagnostic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Lean's error messages mean; they are told by how they start, as versions from 4.9 on write them. */
final class LeanErrors {

  private static final Pattern UNKNOWN = Pattern.compile(
      "\\A(?:[Uu]nknown (?:identifier|constant)|unknown free variable) [`'‘]([^`'’]+)[`'’]");
  private static final Pattern NO_FUNCTION =
      Pattern.compile("\\A[Ff]unction expected at\\s+(\\S+)");
  private static final Pattern UNFINISHED = Pattern.compile(
      "\\A(?:<input>:\\d+:\\d+: )?(?:unexpected end of input|unterminated |missing end of )");
  private static final Pattern LIMIT = Pattern.compile(
      "\\(deterministic\\) timeout|maximum recursion depth|maximum number of heartbeats|deep recursion");
  private static final Pattern CASES_MISSING = Pattern.compile(
      "\\A(?:[Aa]lternative [`'‘].*[`'’] has not been provided|[Mm]issing cases:)", Pattern.DOTALL);
  private static final Pattern GOALS = Pattern.compile("\\Aunsolved goals\\b");
  private static final Pattern SYNTAX =
      Pattern.compile("\\A(?:unexpected |unknown tactic|expected |invalid 'import')");
  private static final Pattern TERMINATION =
      Pattern.compile("\\A(?:fail to show termination|failed to prove termination)");

  private LeanErrors() {}

  /** Whether the text ends too early. */
  static boolean isUnfinished(String message) {
    return UNFINISHED.matcher(message).find();
  }

  /** Whether a limit on work was met, which says nothing about the text. */
  static boolean isLimit(String message) {
    return LIMIT.matcher(message).find();
  }

  /** Whether a list of cases lacks some. */
  static boolean isMissingCases(String message) {
    return CASES_MISSING.matcher(message).find();
  }

  /** Whether a block of tactics leaves goals. */
  static boolean isGoals(String message) {
    return GOALS.matcher(message).find();
  }

  /** Whether a recursion is not seen to end, which Lean asks when all else is done. */
  static boolean isTermination(String message) {
    return TERMINATION.matcher(message).find();
  }

  static boolean isUnknownName(String message) {
    return UNKNOWN.matcher(message).find();
  }

  /** The name that is not known, or that Lean took for a variable as it is not known. */
  static Optional<String> missingName(String message) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      return Optional.of(unknown.group(1));
    }
    Matcher function = NO_FUNCTION.matcher(message);
    return function.find() ? Optional.of(function.group(1)) : Optional.empty();
  }

  static Diagnostic diagnostic(String message) {
    Diagnostic.Kind kind = isUnknownName(message)
        ? Diagnostic.Kind.UNRESOLVED
        : isUnfinished(message) || SYNTAX.matcher(message).find()
            ? Diagnostic.Kind.SYNTAX
            : Diagnostic.Kind.ERROR;
    return new Diagnostic(kind, message.strip());
  }
}
