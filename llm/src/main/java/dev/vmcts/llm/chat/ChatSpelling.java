package dev.vmcts.llm.chat;

import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import dev.vmcts.llm.chat.Spelled.Kind;
import dev.vmcts.llm.chat.Spelled.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Writes one conversation in a format, up to where its answer is to go on. For one thread. */
final class ChatSpelling {

  private final ChatFormat format;
  private final List<Part> parts = new ArrayList<>();
  private String pending = "";

  private ChatSpelling(ChatFormat format) {
    this.format = format;
  }

  static Spelled of(ChatFormat format, Prompt prompt) {
    ChatSpelling spelling = new ChatSpelling(format);
    prompt.turns().forEach(spelling::turn);
    spelling.rest();
    spelling.answer(prompt.begun());
    return new Spelled(spelling.parts);
  }

  private void turn(Turn turn) {
    String text = turn.text().strip();
    if (turn.role() == Role.SYSTEM && format.system().startsWith("+")) {
      pending += filled(format.system().substring(1), text);
      return;
    }
    if (turn.role() == Role.ASSISTANT) {
      rest();
    }
    String pattern = switch (turn.role()) {
      case SYSTEM -> format.system();
      case USER -> format.user();
      case ASSISTANT -> format.assistant();
    };
    around(pattern, pending + text);
    pending = "";
  }

  /** What the system says after the last turn of the user is a turn of the user. */
  private void rest() {
    if (!pending.isEmpty()) {
      around(format.user(), pending.strip());
      pending = "";
    }
  }

  private void around(String pattern, String text) {
    int place = pattern.indexOf('%');
    frame(pattern.substring(0, place));
    text(text);
    frame(pattern.substring(place + 1));
  }

  /** A space at the end of what leads to an answer is a part of the answer's first token. */
  private void answer(String begun) {
    String lead = format.assistant().substring(0, format.assistant().indexOf('%'));
    frame(begun.isEmpty() && lead.endsWith(" ") ? lead.substring(0, lead.length() - 1) : lead);
    text(begun);
  }

  private void frame(String text) {
    Matcher marker = ChatFormat.MARKER.matcher(text);
    int end = 0;
    while (marker.find()) {
      text(text.substring(end, marker.start()));
      parts.add(new Part(format.markers(), marker.group()));
      end = marker.end();
    }
    text(text.substring(end));
  }

  private void text(String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(Kind.TEXT, text));
    }
  }

  private static String filled(String pattern, String text) {
    int place = pattern.indexOf('%');
    return pattern.substring(0, place) + text + pattern.substring(place + 1);
  }
}
