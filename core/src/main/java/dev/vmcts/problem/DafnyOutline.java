package dev.vmcts.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finds the declarations of Dafny code without comments, those in modules and classes included. */
public final class DafnyOutline {

  /**
   * A declaration.
   *
   * @param keyword the word that tells its kind
   * @param start index of its first character
   * @param headerEnd index after what stands before its body, white space left out
   * @param end index after its last character, white space left out; of one that is cut off, the end of the text
   * @param hasBody whether a body begins in the text
   */
  public record Declaration(String keyword, int start, int headerEnd, int end, boolean hasBody) {

    /** Whether its body is statements. */
    public boolean isProof() {
      return keyword.equals("lemma") || keyword.equals("method") || keyword.equals("constructor");
    }
  }

  private static final Set<String> KEYWORDS = Set.of(
      "function",
      "predicate",
      "lemma",
      "method",
      "constructor",
      "datatype",
      "codatatype",
      "type",
      "newtype",
      "const");
  private static final Set<String> MODIFIERS =
      Set.of("ghost", "static", "inductive", "least", "greatest", "twostate", "protected");
  private static final Set<String> CONTAINERS = Set.of("module", "class", "trait");

  private final String code;
  private final List<Declaration> found = new ArrayList<>();
  private final Deque<Boolean> containers = new ArrayDeque<>();
  private int inside;
  private boolean containerNext;
  private String keyword = "";
  private String previous = "";
  private int start = -1;
  private int modifier = -1;
  private int bodyStart = -1;
  private int bodyEnd = -1;

  private DafnyOutline(String code) {
    this.code = code;
  }

  /** The declarations of a text in order. */
  public static List<Declaration> of(String code) {
    DafnyOutline outline = new DafnyOutline(code);
    outline.scan();
    return outline.found;
  }

  private void scan() {
    int i = 0;
    while (i < code.length()) {
      char c = code.charAt(i);
      int end = DafnyLiterals.end(code, i);
      if (end > i) {
        if (Character.isJavaIdentifierStart(c)) {
          word(code.substring(i, end), i);
        }
        i = end;
      } else {
        if (c == '{') {
          open(i);
        } else if (c == '}') {
          close(i);
        }
        i++;
      }
    }
    finish(code.length());
  }

  private void word(String word, int at) {
    if (inside > 0) {
      return;
    }
    if (MODIFIERS.contains(word)) {
      modifier = modifier < 0 ? at : modifier;
      return;
    }
    boolean container = CONTAINERS.contains(word);
    boolean isFunctionMethod =
        word.equals("method") && (previous.equals("function") || previous.equals("predicate"));
    previous = word;
    if (container || (KEYWORDS.contains(word) && !isFunctionMethod)) {
      int from = modifier < 0 ? at : modifier;
      finish(from);
      containerNext = container;
      keyword = word;
      start = container ? -1 : from;
    }
    modifier = -1;
  }

  private void open(int at) {
    boolean container = containerNext && inside == 0;
    containers.push(container);
    if (container) {
      containerNext = false;
      return;
    }
    if (inside == 0) {
      bodyStart = at;
      bodyEnd = -1;
    }
    inside++;
  }

  private void close(int at) {
    if (containers.isEmpty()) {
      return;
    }
    if (containers.pop()) {
      finish(at);
    } else {
      inside--;
      if (inside == 0) {
        bodyEnd = at + 1;
      }
    }
  }

  /** Ends the declaration that is open; its body is its last block, when nothing follows that. */
  private void finish(int end) {
    if (start >= 0) {
      int last = code.substring(0, end).stripTrailing().length();
      boolean cut = bodyStart >= start && bodyEnd < 0;
      boolean body = cut || (bodyStart >= start && bodyEnd == last);
      int header = body ? code.substring(0, bodyStart).stripTrailing().length() : last;
      found.add(new Declaration(keyword, start, header, cut ? end : last, body));
    }
    start = -1;
    bodyStart = -1;
  }
}
