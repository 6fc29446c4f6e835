package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.Prompt;

/** How the texts of training data are laid out. */
public enum Layout {
  /** Lists of messages with roles. */
  CHAT,
  /** Plain texts. */
  PLAIN;

  /** Puts a prompt under {@code prompt}; a plain one is what a user says. */
  void put(ObjectNode row, Prompt prompt) {
    if (this == PLAIN || prompt.plain()) {
      put(row, "prompt", "user", prompt.text());
      return;
    }
    ArrayNode messages = row.putArray("prompt");
    prompt.turns().forEach(turn -> add(messages, turn.role().word(), turn.text()));
    if (!prompt.begun().isEmpty()) {
      add(messages, Prompt.Role.ASSISTANT.word(), prompt.begun());
    }
  }

  void put(ObjectNode row, String key, String role, String text) {
    if (this == PLAIN) {
      row.put(key, text);
    } else {
      add(row.putArray(key), role, text);
    }
  }

  private static void add(ArrayNode messages, String role, String text) {
    messages.addObject().put("role", role).put("content", text);
  }
}
