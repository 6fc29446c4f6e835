package dev.vmcts.corpus;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.ProblemException;
import dev.vmcts.problem.ProblemReader;
import dev.vmcts.verifiers.coq.CoqOptions;
import dev.vmcts.verifiers.coq.CoqVerifier;
import dev.vmcts.verify.VerifierException;
import dev.vmcts.verify.VerifierSession;
import java.time.Duration;

/** The Coq session in which items are made: one hole after the libraries that every item may use. */
final class ItemSession {

  private static final String LIBRARIES =
      "Require Import Arith Lia List Bool.\nImport ListNotations.\n(* vmcts: hole *)\n(* vmcts: end *)\n";
  private static final Duration STEP_TIME = Duration.ofSeconds(1);

  private ItemSession() {}

  /** Starts Coq; every item begins at the session's root. */
  static VerifierSession open() throws ProblemException, VerifierException, InterruptedException {
    CoqOptions usual = CoqOptions.DEFAULT;
    CoqOptions options = new CoqOptions(
        usual.folder(), STEP_TIME, usual.acceptTime(), usual.memoryBytes(), usual.sandbox(), 1);
    return new CoqVerifier(options).open(ProblemReader.parse("items.v", Language.COQ, LIBRARIES));
  }
}
