package dev.vmcts.verifiers.coq;

import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import dev.vmcts.verify.Verdict.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Coq's messages mean, read from their text since Coq gives no codes. */
final class CoqErrors {

  private static final Pattern SYNTAX = Pattern.compile("^Syntax [Ee]rror");
  private static final Pattern UNRESOLVED = Pattern.compile(
      "was not found in the current|not a defined object|is not bound|[Uu]nbound (reference|variable)"
          + "|[Uu]nknown (constant|reference|variable|module|inductive)|No such (section variable|goal|hypothesis)"
          + "|Cannot find module|is not declared|not found in the environment|does not exist");
  private static final Pattern NO_PROOF = Pattern.compile(
      "No proof-editing in progress|[Nn]o focused proof|no pending proofs?|No such unproven subgoal"
          + "|No open proof|[Pp]roof editing in progress");
  private static final Pattern UNFINISHED = Pattern.compile(
      "incomplete proof|Nested proofs|proof is not finished|cannot be unfocused|Wrong bullet|is not finished"
          + "|unresolved existential variables|still unfocused|shelved goals|remaining goals|left over goals");
  private static final Pattern RESOURCE = Pattern.compile(
      "Stack overflow|Stack_overflow|Out of memory|Out_of_memory|out of memory|Cannot allocate memory|ENOMEM");
  private static final Pattern TIMEOUT = Pattern.compile("^(Error: )?Timeout!|User interrupt");

  /** Coq's word for a fault of its own; after it the process is not trusted any more. */
  private static final Pattern ANOMALY = Pattern.compile("^(Error: )?Anomaly");

  private static final Pattern REDUNDANT = Pattern.compile("is redundant|are redundant");

  private static final Pattern MISSING_PATTERN =
      Pattern.compile("no clause found for patterns?\\s+(\\S[\\s\\S]*?)\\.?\\s*$");

  private CoqErrors() {}

  /** The case that a match leaves out, where that is what a message says. */
  static Optional<String> missingPattern(String message) {
    Matcher m = MISSING_PATTERN.matcher(message);
    return m.find() ? Optional.of(OneLine.of(m.group(1))) : Optional.empty();
  }

  /**
   * The verdict on a sentence that Coq refused.
   *
   * @param at where the fault begins in the sentence, in characters, or {@link Diagnostic#ANYWHERE}
   */
  static Verdict verdict(String message, int at) {
    if (RESOURCE.matcher(message).find()) {
      return new Verdict.Undecided(Reason.RESOURCE, message);
    }
    if (TIMEOUT.matcher(message).find()) {
      return new Verdict.Undecided(Reason.TIMEOUT, message);
    }
    if (ANOMALY.matcher(message).find()) {
      return new Verdict.Undecided(Reason.CRASH, message);
    }
    return new Verdict.Rejected(new Diagnostic(kind(message), message, at));
  }

  /** The verdict on a sentence under which the process died. */
  static Verdict death(String stderr) {
    boolean memory = RESOURCE.matcher(stderr).find();
    String cause = stderr.isEmpty() ? "" : ": " + stderr;
    return new Verdict.Undecided(
        memory ? Reason.RESOURCE : Reason.CRASH, "Coq died under the step" + cause);
  }

  /** Whether a proof that has to be finished first is the cause. */
  static boolean meansUnfinished(String message) {
    return UNFINISHED.matcher(message).find();
  }

  /** Whether a pattern took everything, as one does whose constructor is not known and so is a variable. */
  static boolean meansRedundant(String message) {
    return REDUNDANT.matcher(message).find();
  }

  /** Whether the cause is that no proof is open. */
  static boolean meansNoProof(String message) {
    return NO_PROOF.matcher(message).find();
  }

  private static Diagnostic.Kind kind(String message) {
    if (SYNTAX.matcher(message).find()) {
      return Diagnostic.Kind.SYNTAX;
    }
    return UNRESOLVED.matcher(message).find() ? Diagnostic.Kind.UNRESOLVED : Diagnostic.Kind.ERROR;
  }
}
