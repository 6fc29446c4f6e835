package dev.vmcts.problem;

import java.util.ArrayList;
import java.util.List;

/** Tells comments from code in a source text of one language, strings respected. */
public final class SourceScanner {

  /**
   * A comment with its delimiters.
   *
   * @param start index of its first character
   * @param end index after its last character
   * @param body the text between the delimiters
   * @param closed whether its end was found before the end of the text
   */
  public record Comment(int start, int end, String body, boolean closed) {}

  private final String open;
  private final String close;
  private final String line;
  private final Literals literals;

  /** What a language has that may hold what looks like a comment. */
  private enum Literals {
    /** Strings in which two quotes stand for one; those in comments count too. */
    DOUBLED_QUOTES,
    /** Those of {@link DafnyLiterals}. */
    DAFNY,
    /** Those of {@link LeanLiterals}. */
    LEAN
  }

  private SourceScanner(String open, String close, String line, Literals literals) {
    this.open = open;
    this.close = close;
    this.line = line;
    this.literals = literals;
  }

  /** The scanner of a language. */
  public static SourceScanner of(Language language) {
    return switch (language) {
      case COQ -> new SourceScanner("(*", "*)", "", Literals.DOUBLED_QUOTES);
      case DAFNY -> new SourceScanner("/*", "*/", "//", Literals.DAFNY);
      case LEAN -> new SourceScanner("/-", "-/", "--", Literals.LEAN);
    };
  }

  /** The comments of a text in order; a comment inside a comment is part of the outer one. */
  public List<Comment> comments(String text) {
    List<Comment> comments = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith(open, i)) {
        Comment comment = block(text, i);
        comments.add(comment);
        i = comment.end();
      } else if (!line.isEmpty() && text.startsWith(line, i)) {
        int end = text.indexOf('\n', i);
        end = end < 0 ? text.length() : end;
        comments.add(new Comment(i, end, text.substring(i + line.length(), end), true));
        i = end;
      } else {
        i = Math.max(i + 1, endOfLiteral(text, i));
      }
    }
    return comments;
  }

  /** The text with every comment taken out, trailing white space cut from each line, and empty lines dropped. */
  public String withoutComments(String text) {
    StringBuilder code = new StringBuilder();
    int from = 0;
    for (Comment comment : comments(text)) {
      code.append(text, from, comment.start());
      from = comment.end();
    }
    code.append(text, from, text.length());
    StringBuilder compact = new StringBuilder();
    code.toString()
        .lines()
        .filter(l -> !l.isBlank())
        .forEach(l -> compact.append(l.stripTrailing()).append('\n'));
    return compact.toString();
  }

  private Comment block(String text, int start) {
    int depth = 1;
    int i = start + open.length();
    while (i < text.length()) {
      if (text.startsWith(close, i)) {
        i += close.length();
        depth--;
        if (depth == 0) {
          return new Comment(
              start, i, text.substring(start + open.length(), i - close.length()), true);
        }
      } else if (text.startsWith(open, i)) {
        depth++;
        i += open.length();
      } else if (text.charAt(i) == '"' && literals == Literals.DOUBLED_QUOTES) {
        i = endOfString(text, i);
      } else {
        i++;
      }
    }
    return new Comment(start, text.length(), text.substring(start + open.length()), false);
  }

  private int endOfLiteral(String text, int start) {
    return switch (literals) {
      case DOUBLED_QUOTES -> text.charAt(start) == '"' ? endOfString(text, start) : start;
      case DAFNY -> DafnyLiterals.end(text, start);
      case LEAN -> LeanLiterals.end(text, start);
    };
  }

  private int endOfString(String text, int start) {
    int close = text.indexOf('"', start + 1);
    return close < 0 ? text.length() : close + 1;
  }
}
