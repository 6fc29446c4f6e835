package dev.vmcts.verifiers.dafny;

import dev.vmcts.verify.Diagnostic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Dafny's messages mean for a text that may go on; read from their words since Dafny gives no codes. */
final class DafnyErrors {

  private static final Pattern UNRESOLVED = Pattern.compile(
      "^unresolved identifier: (\\S+)|^Undeclared (?:top-level type or type parameter|datatype): (\\S+).*"
          + "|^Type or type parameter is not declared in this scope: (\\S+).*"
          + "|^No member '(\\S+)' found in (?:class|module) .*|^module (\\S+) .*does not exist.*");
  private static final Pattern INFERENCE = Pattern.compile(
      "underspecified|not fully determined|could not be determined|is not determined|heuristics cannot find"
          + "|ambiguous|could not be inferred|cannot be inferred");
  private static final Pattern MISSING_CASE =
      Pattern.compile("^missing case in |.*fail to cover all possib.*");
  private static final Pattern POSTCONDITION = Pattern.compile("(?i).*\\bpostcondition\\b.*");
  private static final Pattern END_OF_LOOP =
      Pattern.compile("maintained|decrease|bounded below|terminat");
  private static final Pattern SYNTAX = Pattern.compile(
      "^invalid \\w+$|.* expected$|^this symbol not expected in .*|.*EOF.*|^.* expected in .*");

  private DafnyErrors() {}

  /** The name that is not declared, if that is the error. */
  static Optional<String> unresolved(DafnyMessage error) {
    Matcher matcher = UNRESOLVED.matcher(error.text());
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return Optional.of(matcher.group(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a type is not known yet, which later statements of the same body may settle. */
  static boolean isInference(DafnyMessage error) {
    return INFERENCE.matcher(error.text()).find();
  }

  static boolean isMissingCase(DafnyMessage error) {
    return MISSING_CASE.matcher(error.text()).find();
  }

  /** Whether something may fail behind a round of a loop, which more invariants can change. */
  static boolean isAtEndOfLoop(DafnyMessage error) {
    return END_OF_LOOP.matcher(error.text()).find();
  }

  static boolean isPostcondition(DafnyMessage error) {
    return POSTCONDITION.matcher(error.text()).matches();
  }

  static Diagnostic.Kind kind(DafnyMessage error) {
    if (SYNTAX.matcher(error.text()).find()) {
      return Diagnostic.Kind.SYNTAX;
    }
    return unresolved(error).isPresent() ? Diagnostic.Kind.UNRESOLVED : Diagnostic.Kind.ERROR;
  }
}
