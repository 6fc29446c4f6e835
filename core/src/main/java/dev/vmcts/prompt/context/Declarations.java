package dev.vmcts.prompt.context;

import dev.vmcts.problem.DafnyOutline;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.verify.StepReader;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a file into its top-level declarations, each with its proof or body and without comments. */
final class Declarations {

  private static final Pattern COQ_OPENS = Pattern.compile(
      "(?:Theorem|Lemma|Example|Fact|Remark|Corollary|Proposition|Property|Goal|Proof)\\b.*",
      Pattern.DOTALL);
  private static final Pattern COQ_ENDS =
      Pattern.compile("(?:Qed|Defined|Admitted|Abort|Save)\\b.*", Pattern.DOTALL);

  /** The end of a proof that proves nothing: no example for a model. */
  private static final Pattern COQ_GIVEN_UP = Pattern.compile("\\b(?:Admitted|Abort)\\s*\\.$");

  private Declarations() {}

  /**
   * The declarations of a file in order, each without white space around it.
   *
   * @param steps cuts the language's text
   */
  static List<String> of(Language language, StepReader steps, String text) {
    String code = SourceScanner.of(language).withoutComments(text);
    return switch (language) {
      case COQ -> coq(steps, code);
      case DAFNY ->
        DafnyOutline.of(code).stream()
            .map(d -> code.substring(d.start(), d.end()))
            .toList();
      case LEAN ->
        Arrays.stream(code.split("\\n(?=[^\\s|])", -1))
            .map(String::stripTrailing)
            .filter(command -> !command.isEmpty())
            .toList();
    };
  }

  private static List<String> coq(StepReader steps, String code) {
    List<String> declarations = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    boolean inProof = false;
    int from = 0;
    int length = steps.endOfStep(code, true);
    while (length > 0) {
      String sentence = code.substring(from, from + length);
      String words = sentence.strip();
      if (!inProof && !words.startsWith("Proof") && !open.isEmpty()) {
        add(declarations, open.toString().strip());
        open.setLength(0);
      }
      open.append(sentence);
      inProof = (inProof || COQ_OPENS.matcher(words).matches())
          && !COQ_ENDS.matcher(words).matches();
      from += length;
      length = steps.endOfStep(CharBuffer.wrap(code, from, code.length()), true);
    }
    if (!open.isEmpty()) {
      add(declarations, open.toString().strip());
    }
    return declarations;
  }

  private static void add(List<String> declarations, String declaration) {
    if (!COQ_GIVEN_UP.matcher(declaration).find()) {
      declarations.add(declaration);
    }
  }
}
