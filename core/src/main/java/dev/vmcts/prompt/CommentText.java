package dev.vmcts.prompt;

import dev.vmcts.problem.Language;

/** How comments are written in one language. */
enum CommentText {
  COQ("(*", "*)", ""),
  DAFNY("/*", "*/", "//"),
  LEAN("/-", "-/", "--");

  private final String open;
  private final String close;
  private final String line;

  CommentText(String open, String close, String line) {
    this.open = open;
    this.close = close;
    this.line = line;
  }

  static CommentText of(Language language) {
    return switch (language) {
      case COQ -> COQ;
      case DAFNY -> DAFNY;
      case LEAN -> LEAN;
    };
  }

  /** A comment on a line of its own, as short as the language allows. */
  String line(String text) {
    return line.isEmpty() ? open + " " + text + " " + close + "\n" : line + " " + text + "\n";
  }

  /** A comment over several lines: a title, and below it a text that ends with a line break. */
  String block(String title, String text) {
    return open + " " + title + "\n" + text + close + "\n";
  }

  /** Whether a text holds what begins or ends a comment, and so cannot stand in one. */
  boolean delimits(String text) {
    return text.contains(open) || text.contains(close) || (!line.isEmpty() && text.contains(line));
  }
}
