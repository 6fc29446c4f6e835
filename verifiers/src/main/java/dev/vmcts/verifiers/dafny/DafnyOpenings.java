package dev.vmcts.verifiers.dafny;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the declaration of a missing name may begin, told from how the name is used. */
final class DafnyOpenings {

  private static final Pattern MISSING =
      Pattern.compile("^the (lemma|function|predicate|datatype) (\\S+) is missing$");

  private DafnyOpenings() {}

  /**
   * What is missing, in words.
   *
   * @param from where in the program to look for a use
   */
  static String missing(String name, String program, int from) {
    List<DafnyToken> tokens = DafnyLexer.code(program.substring(from));
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isWord(name)) {
        return "the " + keyword(tokens, i) + " " + name + " is missing";
      }
    }
    return "the function " + name + " is missing";
  }

  private static String keyword(List<DafnyToken> tokens, int i) {
    boolean first = i == 0;
    DafnyToken before = tokens.get(Math.max(0, i - 1));
    boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
    if (!first
        && called
        && (before.isSymbol(";")
            || before.isSymbol("{")
            || before.isSymbol("}")
            || before.isSymbol("=>"))) {
      return "lemma";
    }
    if (!first && (before.isSymbol(":") || before.isSymbol("<"))) {
      return "datatype";
    }
    boolean formula = !first
        && called
        && (before.isWord("ensures")
            || before.isWord("requires")
            || before.isSymbol("==>")
            || before.isSymbol("&&"));
    boolean compared = formula && comparedBehind(tokens, i + 1);
    return formula && !compared ? "predicate" : "function";
  }

  private static boolean comparedBehind(List<DafnyToken> tokens, int bracket) {
    int behind = DafnyBraces.behindClose(tokens, bracket);
    return behind > 0
        && behind < tokens.size()
        && List.of("==", "!=", "<", ">", "<=", ">=", "+", "-", "*", ".", "in")
            .contains(tokens.get(behind).text().toLowerCase(Locale.ROOT));
  }

  /** The beginnings of a step that gives what is missing. */
  static List<String> of(String missing) {
    Matcher matcher = MISSING.matcher(missing);
    if (!matcher.matches()) {
      return List.of();
    }
    String parameters = matcher.group(1).equals("datatype") ? " = " : "(";
    return List.of(matcher.group(1) + " " + matcher.group(2) + parameters);
  }
}
