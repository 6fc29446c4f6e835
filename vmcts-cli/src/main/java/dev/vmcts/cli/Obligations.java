package dev.vmcts.cli;

import dev.vmcts.verify.Diagnostic;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which obligation of a program a refusal is about. */
final class Obligations {

  private static final Pattern LINE = Pattern.compile("line (\\d+): ");
  private static final Pattern DECLARATION = Pattern.compile(
      "^\\s*(?:@\\[[^\\]]*]\\s*)?(?:(?:Local|Global|Program|private|protected|ghost|noncomputable)\\s+)*"
          + "(?:Theorem|Lemma|Example|Fact|Remark|Corollary|Proposition|Definition|Fixpoint|Inductive|CoFixpoint"
          + "|theorem|lemma|example|def|inductive|structure|instance|abbrev|function|predicate|method|datatype)"
          + "(?:\\s+method)?\\s+(?:\\{:[^}]*}\\s*)*([\\p{L}_][\\p{L}\\p{N}_'.]*)");

  private Obligations() {}

  /**
   * The name of the declaration that is refused, or who refuses.
   *
   * @param program the whole program that the diagnostic is about
   */
  static String refusing(String program, Diagnostic diagnostic) {
    if (diagnostic.kind() == Diagnostic.Kind.FORBIDDEN) {
      return "the audit";
    }
    Matcher place = LINE.matcher(diagnostic.message());
    if (!place.lookingAt()) {
      return "the verifier";
    }
    List<String> lines = program.lines().toList();
    for (int i = Math.min(Integer.parseInt(place.group(1)), lines.size()) - 1; i >= 0; i--) {
      Matcher declaration = DECLARATION.matcher(lines.get(i));
      if (declaration.find()) {
        return declaration.group(1);
      }
    }
    return "the verifier";
  }
}
