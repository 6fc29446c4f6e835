package dev.vmcts.cli.suite;

import dev.vmcts.problem.Language;

/**
 * A problem that was made out of a file of a suite.
 *
 * @param name what its file is called, without the extension
 * @param language its language
 * @param spec what is asked, in words
 * @param code the program with its holes marked, without a header
 */
public record Imported(String name, Language language, String spec, String code) {

  /**
   * The problem file.
   *
   * @param source one line that says where the code is from
   */
  public String text(String source) {
    String open =
        language == Language.COQ ? "(*---" : language == Language.DAFNY ? "/*---" : "/-\n---";
    String close =
        language == Language.COQ ? "---*)" : language == Language.DAFNY ? "---*/" : "---\n-/";
    String comment = language == Language.COQ
        ? "(* " + harmless(source) + " *)"
        : (language == Language.DAFNY ? "// " : "-- ") + source;
    StringBuilder text = new StringBuilder(open + "\ntitle: \"" + plain(name) + "\"\nspec: |\n");
    harmless(spec)
        .strip()
        .lines()
        .forEach(line -> text.append("  ").append(line).append('\n'));
    return text + "budget: {tokens: 50000, minutes: 15}\n" + close + "\n" + comment + "\n" + code;
  }

  /** The name of its file. */
  public String fileName() {
    return plain(name).replace(' ', '_') + language.extension();
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}_.-]+", "_").replaceAll("^[.-]+", "");
  }

  /** Without what would end the comment that the header is, or the header. */
  private static String harmless(String text) {
    return text.replace("*/", "* /")
        .replace("/*", "/ *")
        .replace("*)", "* )")
        .replace("(*", "( *")
        .replace("-/", "- /")
        .replace("/-", "/ -")
        .replace("---", "- - -")
        .replace("\t", "    ");
  }
}
