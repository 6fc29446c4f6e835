package dev.vmcts.cli.suite;

import dev.vmcts.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes holes out of sections of Lean files that comments mark. */
final class LeanSections {

  private static final Pattern VERINA = Pattern.compile("\\s*-- !benchmark @(start|end) (\\w+).*");
  private static final Pattern CLEVER = Pattern.compile("\\s*-- (start|end)_def (\\w+)\\s*");
  private static final Set<String> VERINA_HOLES = Set.of("code", "proof");
  private static final Set<String> CLEVER_HOLES = Set.of("implementation", "correctness_proof");

  /** What belongs to another task, or needs commands of the suite's own. */
  private static final Set<String> CLEVER_LEFT_OUT = Set.of(
      "problem_details",
      "generated_spec",
      "generated_spec_body",
      "spec_isomorphism",
      "spec_isomorphism_proof",
      "test_cases");

  private LeanSections() {}

  static Imported verina(Path file) throws IOException, SuiteException {
    Path folder = file.toAbsolutePath().getParent();
    String name = folder == null ? "task" : String.valueOf(folder.getFileName());
    Path description = file.resolveSibling("description.txt");
    String spec = Files.isRegularFile(description)
        ? Files.readString(description)
        : "Write the code and prove that it meets its specification.";
    String text = Files.readString(file);
    return new Imported(
        name, Language.LEAN, spec, marked(text, VERINA, VERINA_HOLES, Set.of(), new ArrayList<>()));
  }

  static Imported clever(Path file) throws IOException, SuiteException {
    List<String> leftOut = new ArrayList<>();
    String code = marked(Files.readString(file), CLEVER, CLEVER_HOLES, CLEVER_LEFT_OUT, leftOut);
    String name = String.valueOf(file.getFileName()).replace(".lean", "");
    return new Imported(
        name,
        Language.LEAN,
        "Write the implementation and prove that it is correct.\n" + docstring(leftOut),
        code);
  }

  /** The words that say what is asked, from the part of the file that is left out. */
  private static String docstring(List<String> leftOut) {
    StringBuilder words = new StringBuilder();
    boolean inside = false;
    for (String line : leftOut) {
      if (line.startsWith("docstring:")) {
        inside = true;
      } else if (inside && !line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
        break;
      } else if (inside) {
        words.append(line.strip()).append('\n');
      }
    }
    return words.toString();
  }

  private static String marked(
      String text, Pattern mark, Set<String> holes, Set<String> dropped, List<String> leftOut)
      throws SuiteException {
    StringBuilder marked = new StringBuilder();
    String section = "";
    int found = 0;
    for (String line : text.lines().toList()) {
      Matcher matcher = mark.matcher(line);
      boolean isMark = matcher.matches();
      boolean starts = isMark && matcher.group(1).equals("start");
      String name = isMark ? matcher.group(2) : section;
      if (dropped.contains(name)) {
        leftOut.add(line);
      } else if (isMark && holes.contains(name)) {
        marked.append(starts ? "-- vmcts: hole\n" : "-- vmcts: end\n");
        found += starts ? 1 : 0;
      } else if (!(holes.contains(name) && line.strip().equals("sorry"))) {
        marked.append(line).append('\n');
      }
      section = isMark ? (starts ? name : "") : section;
    }
    if (found == 0) {
      throw new SuiteException("none of the sections " + String.join(", ", holes));
    }
    return marked.toString();
  }
}
