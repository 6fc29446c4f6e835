package dev.vmcts.verifiers.dafny;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Dafny, which says how it is spoken to.
 *
 * @param major 2 for the Dafny of Debian 12
 * @param text the version as Dafny says it
 */
record DafnyVersion(int major, String text) {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.\\d+(?:\\.\\d+)*");

  /** Whether options are words behind two dashes, rather than words behind a slash. */
  boolean hasCommands() {
    return major >= 4;
  }

  /** The version that Dafny prints, asked for it or not. */
  static Optional<DafnyVersion> of(String output) {
    String first = output.lines().findFirst().orElse("").strip();
    Matcher matcher = VERSION.matcher(first);
    return matcher.find()
        ? Optional.of(new DafnyVersion(Integer.parseInt(matcher.group(1)), matcher.group()))
        : Optional.empty();
  }
}
