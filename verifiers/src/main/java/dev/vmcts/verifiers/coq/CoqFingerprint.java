package dev.vmcts.verifiers.coq;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names states so that equal names mean equal continuations.
 *
 * <p>Outside proofs that is the chain of the sentences read; the steps of a proof that is closed by {@code Qed} do not
 * count, since nothing can look into it. Inside a proof it is what stood before the proof, its bullets and braces, which
 * the next bullet depends on, and every goal with its context.
 */
final class CoqFingerprint {

  private CoqFingerprint() {}

  static String of(@Nullable CoqState parent, String sentence, CoqGoals goals) {
    if (parent == null) {
      return hash("");
    } else if (sentence.isEmpty()) {
      return parent.key();
    }
    String text = sentence.strip().replaceAll("\\s+", " ");
    if (goals.inProof()) {
      if (!parent.inProof()) {
        return hash(parent.key() + "\0" + text) + "\0\0" + goals.all();
      }
      String[] before = parent.key().split("\0", 3);
      boolean bullet = text.length() <= 3 && !text.endsWith(".");
      return before[0] + "\0" + before[1] + (bullet ? text : "") + "\0" + goals.all();
    }
    if (parent.inProof()) {
      String opened = parent.key().split("\0", 3)[0];
      return hash(opened + "\0" + (text.equals("Qed.") ? text : hash(history(parent)) + text));
    }
    return hash(parent.key() + "\0" + text);
  }

  /** The sentences of the open proof. */
  private static String history(CoqState last) {
    StringBuilder text = new StringBuilder();
    for (CoqState state = last; state != null && state.inProof(); state = state.parent()) {
      text.append(state.sentence()).append('\0');
    }
    return text.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
