package dev.vmcts.prompt;

import dev.vmcts.problem.Language;
import dev.vmcts.verify.VerifierState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proofs that are done: who goes on after them needs their statements only. */
final class FinishedProofs {

  private static final Pattern PROOF =
      Pattern.compile("(?s)(?<![\\w'])Proof\\.\\s.*?(?<![\\w'])(?:Qed|Defined)\\.\\s");
  private static final Pattern FRAME = Pattern.compile("Proof\\.|Qed\\.|Defined\\.");

  private FinishedProofs() {}

  /** Whether a step is inside a proof, neither its beginning nor its end. */
  static boolean isInside(Language language, VerifierState before, String step) {
    return language == Language.COQ && before.inProof() && !FRAME.matcher(step).matches();
  }

  /** Given text with nothing between {@code Proof.} and {@code Qed.}. */
  static String without(Language language, String given) {
    return language == Language.COQ
        ? PROOF.matcher(given).replaceAll(Matcher.quoteReplacement("Proof.\nQed.\n"))
        : given;
  }
}
