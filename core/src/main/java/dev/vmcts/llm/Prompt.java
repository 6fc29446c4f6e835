package dev.vmcts.llm;

import java.util.List;
import java.util.Locale;

/**
 * What a model is to go on with: a text, or the answer in a conversation.
 *
 * @param turns what was said before, oldest first; none for a plain text
 * @param begun how the answer begins, which the model goes on from; for a plain text, all of it
 * @param document the file that is being written, up to where it is to go on; it may stand at the end of {@code begun}, or
 *     in a turn; empty when no file is asked for
 */
public record Prompt(List<Turn> turns, String begun, String document) {

  /** Who says something. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** The name in protocols and templates, such as {@code user}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was said. */
  public record Turn(Role role, String text) {}

  public Prompt {
    turns = List.copyOf(turns);
  }

  /** A plain text. */
  public static Prompt of(String text) {
    return new Prompt(List.of(), text, text);
  }

  /** Whether it is a text without turns. */
  public boolean plain() {
    return turns.isEmpty();
  }

  /** Whether the answer begins with the file, so that a model that begins its answers anew cannot give it. */
  public boolean continues() {
    return !document.isEmpty() && begun.endsWith(document);
  }

  /** All of it as one text for people, and to tell prompts apart; a plain text as it is. */
  public String text() {
    if (plain()) {
      return begun;
    }
    StringBuilder text = new StringBuilder();
    for (Turn turn : turns) {
      text.append('[')
          .append(turn.role().word())
          .append("]\n")
          .append(turn.text())
          .append('\n');
    }
    return text.append('[')
        .append(Role.ASSISTANT.word())
        .append("]\n")
        .append(begun)
        .toString();
  }
}
