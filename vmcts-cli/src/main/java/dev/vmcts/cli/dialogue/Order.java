package dev.vmcts.cli.dialogue;

import dev.vmcts.search.dialogue.Wish;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person types in a dialogue. */
sealed interface Order {

  /** Something that the search is to do. */
  record Do(Wish wish) implements Order {}

  /** Steps follow, up to a line that is a period. */
  record Lines() implements Order {}

  /**
   * A candidate is tried in another wording.
   *
   * @param old text of it that is replaced; empty when the whole new text follows, up to a line that is a period
   */
  record Edit(int number, String old, String replacement) implements Order {}

  /** Something is to be shown. */
  record Show(What what) implements Order {}

  /** What can be shown. */
  enum What {
    PLACE,
    GOALS,
    PROGRAM,
    REFUSED,
    HELP
  }

  /** What stands before the help on each order. */
  String HELP = """
      N                 take candidate N
      w TEXT            write a step, or several; w alone: on the lines that follow, up to a line that is a period
      e N /old/new/     try candidate N with old replaced by new; e N alone: written anew on the lines that follow
      m [N]             ask the model for N more candidates
      u                 up: one step back
      p N               prune candidate N: never gone to, nor proposed here, again
      r [N [tokens|seconds|minutes]]
                        let the search run on below this place, until a program is accepted or that is spent
      f                 the refused candidates, with reasons
      g                 all open goals
      s                 the program so far
      h                 this help
      q                 quit; the trace is kept (Ctrl-D does the same)
      """;

  /** Tokens of a run when none are named. */
  long RUN_TOKENS = 1000;

  /** Most candidates that may be asked for at once. */
  int MOST = 1000;

  Pattern WORDS = Pattern.compile("(\\p{Alpha}+|\\?)(?:\\s+(.*))?");

  /**
   * Reads a line.
   *
   * @param candidates how many are asked for when no number is named
   * @throws BadOrderException if it is no order
   */
  static Order of(String line, int candidates) throws BadOrderException {
    String text = line.strip();
    if (text.isEmpty()) {
      return new Show(What.PLACE);
    } else if (text.chars().allMatch(Character::isDigit)) {
      return new Do(new Wish.Take(number(text)));
    }
    Matcher words = WORDS.matcher(text);
    if (!words.matches()) {
      throw unknown(text);
    }
    String rest = words.group(2) == null ? "" : words.group(2).strip();
    String word = words.group(1).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "w" -> rest.isEmpty() ? new Lines() : new Do(new Wish.Write(rest));
      case "e" -> edit(rest);
      case "m" -> new Do(new Wish.More(rest.isEmpty() ? candidates : most(number(rest))));
      case "p" -> new Do(new Wish.Prune(number(rest)));
      case "r" -> new Do(run(rest));
      case "u", "g", "s", "f", "h", "q", "?" -> single(word, rest);
      default -> throw unknown(text);
    };
  }

  private static Order single(String word, String rest) throws BadOrderException {
    if (!rest.isEmpty()) {
      throw new BadOrderException("'" + word + "' stands alone, without '" + rest + "'");
    }
    return switch (word) {
      case "u" -> new Do(new Wish.Up());
      case "q" -> new Do(new Wish.Quit());
      case "g" -> new Show(What.GOALS);
      case "s" -> new Show(What.PROGRAM);
      case "f" -> new Show(What.REFUSED);
      default -> new Show(What.HELP);
    };
  }

  private static Order edit(String rest) throws BadOrderException {
    int space = rest.indexOf(' ');
    int number = number(space < 0 ? rest : rest.substring(0, space));
    if (space < 0) {
      return new Edit(number, "", "");
    }
    String change = rest.substring(space).strip();
    // Any sign parts the texts, as in sed: a step may hold a slash.
    String sign = Pattern.quote(change.substring(0, 1));
    String[] parts = change.substring(1).split(sign, -1);
    if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty()) {
      throw new BadOrderException(
          "'" + change + "' is no change; allowed: /old/new/, with any sign in place of /");
    }
    return new Edit(number, parts[0], parts[1]);
  }

  private static Wish run(String rest) throws BadOrderException {
    if (rest.isEmpty()) {
      return new Wish.Run(RUN_TOKENS, Wish.Run.NO_END);
    }
    String[] words = rest.split("\\s+", -1);
    int number = number(words[0]);
    String unit = words.length == 1 ? "tokens" : words[1].toLowerCase(Locale.ROOT);
    if (words.length > 2) {
      throw badUnit(rest);
    }
    return switch (unit) {
      case "t", "token", "tokens" -> new Wish.Run(number, Wish.Run.NO_END);
      case "s", "second", "seconds" -> new Wish.Run(Wish.Run.NO_LIMIT, number);
      case "minute", "minutes" -> new Wish.Run(Wish.Run.NO_LIMIT, 60.0 * number);
      default -> throw badUnit(rest);
    };
  }

  private static BadOrderException badUnit(String rest) {
    return new BadOrderException(
        "'" + rest + "' says not how long; allowed: N tokens, N seconds, N minutes");
  }

  private static int most(int number) throws BadOrderException {
    if (number > MOST) {
      throw new BadOrderException(number + " candidates; allowed: 1 to " + MOST);
    }
    return number;
  }

  private static int number(String text) throws BadOrderException {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw noNumber(text);
    }
    throw noNumber(text);
  }

  private static BadOrderException noNumber(String text) {
    return new BadOrderException(
        text.isEmpty() ? "a number is missing" : "'" + text + "' is no number from 1");
  }

  private static BadOrderException unknown(String text) {
    return new BadOrderException("'" + text + "' is no order; h lists them");
  }
}
