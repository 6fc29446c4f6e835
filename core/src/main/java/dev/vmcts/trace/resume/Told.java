package dev.vmcts.trace.resume;

import dev.vmcts.verify.Diagnostic;
import dev.vmcts.verify.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Verdicts as a trace tells them. */
final class Told {

  private Told() {}

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static Diagnostic diagnostic(
      Diagnostic.@Nullable Kind kind, @Nullable String message, @Nullable Integer at) {
    return new Diagnostic(
        kind == null ? Diagnostic.Kind.ERROR : kind,
        text(message),
        at == null ? Diagnostic.ANYWHERE : at);
  }

  /** A verdict that is not {@code verified}. */
  static Verdict verdict(
      String word,
      Diagnostic.@Nullable Kind kind,
      @Nullable String diagnostic,
      @Nullable Integer at) {
    return switch (word) {
      case "rejected" -> new Verdict.Rejected(diagnostic(kind, diagnostic, at));
      case "incomplete" -> new Verdict.Incomplete(text(diagnostic));
      case "undecided" -> undecided(text(diagnostic));
      default -> throw new DivergedException("a trace has the verdict '" + word + "'");
    };
  }

  private static Verdict undecided(String diagnostic) {
    for (Verdict.Reason reason : Verdict.Reason.values()) {
      String start = reason.name().toLowerCase(Locale.ROOT) + ": ";
      if (diagnostic.startsWith(start)) {
        return new Verdict.Undecided(reason, diagnostic.substring(start.length()));
      }
    }
    return new Verdict.Undecided(Verdict.Reason.TIMEOUT, diagnostic);
  }
}
