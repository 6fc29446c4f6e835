package dev.vmcts.cli;

import dev.vmcts.problem.Language;
import dev.vmcts.verify.Verifier;
import dev.vmcts.verify.VerifierException;

/**
 * A verifier that was found and asked for its version, which takes a process.
 *
 * @param options what it was opened with
 */
record AskedVerifier(Verifier verifier, String version, VerifierOptions options) {

  static AskedVerifier of(Language language, VerifierOptions options)
      throws CliException, VerifierException, InterruptedException {
    Verifier verifier = options.verifier(language);
    return new AskedVerifier(verifier, verifier.version(), options);
  }
}
