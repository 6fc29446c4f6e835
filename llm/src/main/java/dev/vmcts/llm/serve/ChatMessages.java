package dev.vmcts.llm.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import java.util.ArrayList;
import java.util.List;

/** The messages of a request as a prompt: the last one, if it is the assistant's, is gone on with. */
final class ChatMessages {

  private ChatMessages() {}

  /**
   * Reads messages.
   *
   * @throws ApiException if they are none
   */
  static Prompt prompt(JsonNode messages) throws ApiException {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode message : messages) {
      turns.add(new Turn(role(message.path("role")), content(message.path("content"))));
    }
    Turn last = turns.isEmpty() ? new Turn(Role.USER, "") : turns.get(turns.size() - 1);
    if (last.role() != Role.ASSISTANT) {
      return prompt(turns, "");
    }
    return prompt(turns.subList(0, turns.size() - 1), last.text());
  }

  private static Prompt prompt(List<Turn> turns, String begun) throws ApiException {
    if (turns.isEmpty()) {
      throw ApiException.wrong(
          "messages", "messages must be a list that has a message of system or user");
    }
    return new Prompt(turns, begun, "");
  }

  private static Role role(JsonNode value) throws ApiException {
    return switch (value.asText()) {
      case "system", "developer" -> Role.SYSTEM;
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default ->
        throw ApiException.wrong(
            "messages",
            "role is '" + value.asText() + "'; allowed: system, developer, user, assistant");
    };
  }

  /** A text, or parts that are texts. */
  private static String content(JsonNode value) throws ApiException {
    if (value.isTextual()) {
      return value.asText();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : value) {
      if (!part.path("text").isTextual()) {
        throw noText();
      }
      text.append(part.path("text").asText());
    }
    if (!value.isArray()) {
      throw noText();
    }
    return text.toString();
  }

  private static ApiException noText() {
    return ApiException.wrong("messages", "the content of a message must be a text");
  }
}
