package dev.vmcts.cli.suite;

import dev.vmcts.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a problem out of each theorem of a Lean file whose proof is {@code sorry}, which is the hole. */
final class LeanTheorems {

  private static final Pattern THEOREM =
      Pattern.compile("^(?:theorem|lemma)\\s+([\\p{L}_][^\\s:({\\[]*)", Pattern.MULTILINE);

  private LeanTheorems() {}

  static List<Imported> of(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher theorem = THEOREM.matcher(text);
    List<Imported> problems = new ArrayList<>();
    String before = "";
    String name = "";
    int start = -1;
    boolean more = true;
    while (more) {
      more = theorem.find();
      int end = more ? theorem.start() : text.length();
      if (start < 0) {
        before = text.substring(0, end);
      } else {
        String one = text.substring(start, end).strip();
        if (one.matches("(?s).*:=\\s*(by\\s+)?sorry")) {
          problems.add(
              new Imported(name, Language.LEAN, "Prove the theorem.", before + one + "\n"));
        }
      }
      start = end;
      name = more ? theorem.group(1) : "";
    }
    return problems;
  }
}
