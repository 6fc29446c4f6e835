package dev.vmcts.verifiers.coq;

import dev.vmcts.verify.Diagnostic;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the compiler writes to standard error. */
final class CoqMessages {

  private static final Pattern PLACE =
      Pattern.compile("File \"[^\"\\n]*\", line (\\d+), characters (\\d+)-\\d+:\\n");

  private CoqMessages() {}

  /** The last message, with the line of the program in front; empty if nothing was written. */
  static String error(String stderr) {
    Matcher place = PLACE.matcher(stderr);
    String line = "";
    int from = 0;
    while (place.find()) {
      line = "line " + place.group(1) + ": ";
      from = place.end();
    }
    String message = stderr.substring(from).strip();
    return message.isEmpty() ? "" : line + message.replaceFirst("^Error:\\s*", "");
  }

  /** Whether the message is about memory or stack. */
  static boolean exhausted(String message) {
    return message.contains("Out of memory")
        || message.contains("Stack overflow")
        || message.contains("out of memory");
  }

  /** Whether Coq found fault with nothing but open proofs, sections or modules at the end of a file. */
  static boolean complainsOfTheEnd(String stderr) {
    return stderr.startsWith("Error: There are pending proofs") || stderr.contains("to be closed.");
  }

  static Diagnostic.Kind kind(String message) {
    if (message.contains("Syntax error") || message.contains("Lexer error")) {
      return Diagnostic.Kind.SYNTAX;
    }
    return message.contains("was not found in the current")
        ? Diagnostic.Kind.UNRESOLVED
        : Diagnostic.Kind.ERROR;
  }
}
