package dev.vmcts.verifiers.dafny;

import java.util.List;
import java.util.Optional;

/**
 * What one run of Dafny found.
 *
 * @param end whether the run can be believed
 * @param reason in words, when it can not
 * @param errors the errors, in Dafny's order
 * @param verified the names, as Dafny gives them, of what was proven; empty when Dafny was not asked for them
 * @param unfinished the names of what ran out of time or of another resource
 * @param count how many proofs succeeded
 * @param bodyless whether a loop or a forall statement without a body was met
 */
record DafnyReport(
    End end,
    String reason,
    List<DafnyMessage> errors,
    List<String> verified,
    List<String> unfinished,
    int count,
    boolean bodyless) {

  /** How a run ended. */
  enum End {
    /** Dafny came to its end and said so. */
    COMPLETE,
    /** It was killed since its time was over. */
    TIMEOUT,
    /** It died, or printed what it prints when its solver is broken. */
    BROKEN
  }

  DafnyReport {
    errors = List.copyOf(errors);
    verified = List.copyOf(verified);
    unfinished = List.copyOf(unfinished);
  }

  static DafnyReport timeout(String reason) {
    return new DafnyReport(End.TIMEOUT, reason, List.of(), List.of(), List.of(), 0, false);
  }

  static DafnyReport broken(String reason) {
    return new DafnyReport(End.BROKEN, reason, List.of(), List.of(), List.of(), 0, false);
  }

  boolean complete() {
    return end == End.COMPLETE;
  }

  Optional<DafnyMessage> firstError() {
    return errors.stream().findFirst();
  }
}
