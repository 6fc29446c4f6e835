package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the texts of training data are laid out. */
public enum Layout {
  /** Lists of messages with roles. */
  CHAT,
  /** Plain texts. */
  PLAIN;

  void put(ObjectNode row, String key, String role, String text) {
    if (this == PLAIN) {
      row.put(key, text);
    } else {
      row.putArray(key)
          .add(new JsonMapper().createObjectNode().put("role", role).put("content", text));
    }
  }
}
