package dev.vmcts.prompt;

import dev.vmcts.problem.DafnyOutline;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows a hole in a Dafny file.
 *
 * <p>Behind a hole between declarations or in a function: the declarations, lemmas and methods without their bodies.
 * Behind a hole in a lemma or a method: the rest of it, unless that only closes it.
 */
final class DafnyFollowing {

  private DafnyFollowing() {}

  static List<String> of(String before, String after) {
    int hole = before.length();
    String text = before + after;
    List<String> shown = new ArrayList<>();
    boolean declarations = true;
    for (DafnyOutline.Declaration d : DafnyOutline.of(text)) {
      if (d.start() >= hole) {
        if (declarations) {
          shown.add(
              text.substring(d.start(), d.isProof() ? d.headerEnd() : d.end()).strip());
        }
      } else if (d.end() > hole || isHeader(d, text, hole)) {
        String rest = text.substring(hole, Math.max(hole, d.end())).stripTrailing();
        if (!rest.replaceAll("[\\s}]", "").isEmpty()) {
          shown.add(withoutLastBrace(rest).stripTrailing().stripIndent());
        }
        declarations = !d.isProof();
      }
    }
    return shown;
  }

  /** The brace that closes the declaration tells nothing, and would keep the indentation of the rest. */
  private static String withoutLastBrace(String rest) {
    String lines = rest.replaceFirst("^\\s*\\n", "");
    return lines.endsWith("}") ? lines.substring(0, lines.length() - 1) : lines;
  }

  /** Whether the hole is where the body of a lemma or method is to stand. */
  private static boolean isHeader(DafnyOutline.Declaration d, String text, int hole) {
    return d.isProof() && !d.hasBody() && text.substring(d.end(), hole).isBlank();
  }
}
