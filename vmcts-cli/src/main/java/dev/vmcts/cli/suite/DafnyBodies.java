package dev.vmcts.cli.suite;

import dev.vmcts.problem.DafnyOutline;
import dev.vmcts.problem.DafnyOutline.Declaration;
import dev.vmcts.problem.Language;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.problem.SourceScanner.Comment;
import dev.vmcts.text.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes holes out of the bodies of methods and lemmas. */
final class DafnyBodies {

  private static final String OPEN = "\n// vmcts: hole";
  private static final String CLOSE = "// vmcts: end\n";

  private DafnyBodies() {}

  /** The bodies that lost something in the file without hints become holes. */
  static Imported withoutHints(Path file) throws IOException, SuiteException {
    String name = base(file, ".dfy");
    Path folder = file.toAbsolutePath().getParent();
    Path bare = folder == null
        ? file
        : folder.resolveSibling("hints_removed").resolve(name + "_no_hints.dfy");
    if (!Files.isRegularFile(bare)) {
      throw new SuiteException("no " + bare);
    }
    String without = Files.readString(bare);
    String code = holes(Files.readString(file), OneLine.of(plain(without)));
    return new Imported(
        name,
        Language.DAFNY,
        "Write the bodies again with the invariants, assertions and calls of lemmas that their proofs need."
            + " Without them the program is:\n" + without,
        code);
  }

  /** All bodies of methods and lemmas become holes. */
  static Imported allOf(Path file) throws IOException, SuiteException {
    String code = holes(Files.readString(file), "");
    return new Imported(
        base(file, "_strong.dfy"),
        Language.DAFNY,
        "Write the bodies, so that the contracts hold.",
        code);
  }

  /** @param kept a text on one line; bodies that are in it stay given */
  private static String holes(String text, String kept) throws SuiteException {
    String code = plain(text);
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (Declaration d : DafnyOutline.of(code)) {
      int open = code.indexOf('{', d.headerEnd());
      if (!d.isProof() || !d.hasBody() || open < 0 || code.charAt(d.end() - 1) != '}') {
        continue;
      }
      String body = OneLine.of(code.substring(open, d.end()));
      if (!kept.isEmpty() && kept.contains(body)) {
        continue;
      }
      String fill = text.substring(open + 1, d.end() - 1);
      marked
          .append(text, from, open + 1)
          .append(OPEN)
          .append(fill.startsWith("\n") ? "" : "\n")
          .append(fill.stripTrailing())
          .append('\n')
          .append(CLOSE);
      from = d.end() - 1;
    }
    if (from == 0) {
      throw new SuiteException("no body that could be left out");
    }
    return marked.append(text.substring(from)).toString();
  }

  /** The text with blanks in place of its comments. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (Comment c : SourceScanner.of(Language.DAFNY).comments(text)) {
      for (int i = c.start(); i < c.end(); i++) {
        plain.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
      }
    }
    return plain.toString();
  }

  private static String base(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ending.length());
  }
}
