package dev.vmcts.problem;

import java.util.Arrays;
import java.util.Optional;

/** A language whose programs vmcts completes. */
public enum Language {
  COQ("Coq", ".v"),
  DAFNY("Dafny", ".dfy"),
  LEAN("Lean 4", ".lean");

  private final String displayName;
  private final String extension;

  Language(String displayName, String extension) {
    this.displayName = displayName;
    this.extension = extension;
  }

  /** The name that messages use. */
  public String displayName() {
    return displayName;
  }

  /** The file name extension, with its dot. */
  public String extension() {
    return extension;
  }

  /** The language of a file, by its extension; empty when there is none for it. */
  public static Optional<Language> ofFileName(String fileName) {
    return Arrays.stream(values()).filter(l -> fileName.endsWith(l.extension)).findFirst();
  }
}
