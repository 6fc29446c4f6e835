package dev.vmcts.llm.serve;

import java.util.List;

/** A text that comes in pieces and ends before that one of some texts which is whole first. For one thread. */
final class StopTexts {

  private final List<String> stops;
  private final StringBuilder text = new StringBuilder();
  private int given;
  private boolean stopped;

  StopTexts(List<String> stops) {
    this.stops = stops;
  }

  /** Takes a piece; returns what is sure to be no part of a stop text and was not returned before. */
  String add(String piece) {
    int from = text.length();
    text.append(piece);
    int cut = text.length();
    int whole = Integer.MAX_VALUE;
    for (String stop : stops) {
      int at = text.indexOf(stop, Math.max(given, from - stop.length() + 1));
      int end = at + stop.length();
      if (at >= 0 && (end < whole || (end == whole && at < cut))) {
        stopped = true;
        cut = at;
        whole = end;
      }
    }
    return give(stopped ? cut : cut - held());
  }

  /** What is still held back when no more comes. */
  String rest() {
    return stopped ? "" : give(text.length());
  }

  /** Whether a stop text came. */
  boolean stopped() {
    return stopped;
  }

  private String give(int end) {
    String piece = text.substring(given, end);
    given = end;
    return piece;
  }

  /** The length of the longest end of the text that a stop text may begin with. */
  private int held() {
    int most = 0;
    for (String stop : stops) {
      int length = Math.min(stop.length() - 1, text.length() - given);
      while (length > most && !stop.startsWith(text.substring(text.length() - length))) {
        length--;
      }
      most = Math.max(most, length);
    }
    return most;
  }
}
