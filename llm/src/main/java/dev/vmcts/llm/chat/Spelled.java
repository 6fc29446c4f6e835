package dev.vmcts.llm.chat;

import java.util.List;
import java.util.stream.Collectors;

/** A prompt as a local model is given it: stretches of text, and markers between them. */
public record Spelled(List<Part> parts) {

  /** What a part is. */
  public enum Kind {
    /** Text, in which the name of a special token is text, too. */
    TEXT,
    /** The name of a special token, which the vocabulary must have. */
    TOKEN,
    /** The name of a special token where the vocabulary has it, else text. */
    TOKEN_OR_TEXT
  }

  /** A part of a prompt. */
  public record Part(Kind kind, String text) {}

  public Spelled {
    parts = List.copyOf(parts);
  }

  /** A plain text. */
  public static Spelled of(String text) {
    return new Spelled(List.of(new Part(Kind.TEXT, text)));
  }

  /** All of it, with special tokens under their names. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
