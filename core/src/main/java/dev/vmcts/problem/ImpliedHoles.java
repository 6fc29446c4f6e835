package dev.vmcts.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the holes that a language itself marks: {@code Admitted.}, {@code sorry}, bodies that are missing or empty. */
final class ImpliedHoles {

  /**
   * A stretch of a text.
   *
   * @param start index of its first character
   * @param end index after its last one
   */
  record Span(int start, int end) {}

  // A string is matched first and skipped, so that a word inside it is no hole.
  private static final Pattern COQ = Pattern.compile(
      "\"(?:[^\"]|\"\")*\"|(?<![\\w.'])((?:Admitted|admit|give_up)\\s*\\.)(?=\\s|$)");
  private static final Pattern LEAN = Pattern.compile(
      "r#\".*?\"#|r\"[^\"]*\"|\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w'])'(?:\\\\?.)'|(?<![\\w.'`])(sorry|admit)(?![\\w'])",
      Pattern.DOTALL);

  private static final Pattern FUNCTION = Pattern.compile("function|predicate");
  private static final Pattern AXIOM = Pattern.compile("\\{\\s*:\\s*(?:axiom|extern)\\b");

  /** What makes a brace behind it a set. */
  private static final Pattern BEFORE_SET =
      Pattern.compile("(?:[=<|&+!,:(-]|\\b(?:in|then|else|multiset|iset))\\s*$");

  private ImpliedHoles() {}

  /**
   * The holes in a text.
   *
   * @param code the text with white space for its comments and its marked holes
   * @param only whether no hole is marked
   */
  static List<Span> of(Language language, String code, boolean only) {
    return switch (language) {
      case COQ -> words(COQ, code);
      case LEAN -> words(LEAN, code);
      // In a problem with marks, what has no body is what the problem assumes.
      case DAFNY -> only ? bodies(code) : List.of();
    };
  }

  /** How such a hole is left, for messages. */
  static String example(Language language) {
    return switch (language) {
      case COQ -> "Admitted.";
      case DAFNY -> "a lemma without a body";
      case LEAN -> "sorry";
    };
  }

  private static List<Span> words(Pattern pattern, String code) {
    List<Span> holes = new ArrayList<>();
    Matcher matcher = pattern.matcher(code);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        holes.add(new Span(matcher.start(1), matcher.end(1)));
      }
    }
    return holes;
  }

  /** The bodies that are missing or empty in Dafny code; one that is missing on purpose says so by an attribute. */
  private static List<Span> bodies(String code) {
    List<Span> holes = new ArrayList<>();
    for (DafnyOutline.Declaration d : DafnyOutline.of(code)) {
      String header = code.substring(d.start(), d.headerEnd());
      boolean claims = d.isProof() || FUNCTION.matcher(d.keyword()).matches();
      int brace = code.indexOf('{', d.headerEnd());
      boolean body = d.hasBody() && !BEFORE_SET.matcher(header).find();
      if (claims && !body && !AXIOM.matcher(header).find()) {
        int end = d.hasBody() ? d.end() : d.headerEnd();
        holes.add(new Span(end, end));
      } else if (d.isProof() && body && code.substring(brace + 1, d.end() - 1).isBlank()) {
        holes.add(new Span(brace + 1, d.end() - 1));
      }
    }
    return holes;
  }
}
