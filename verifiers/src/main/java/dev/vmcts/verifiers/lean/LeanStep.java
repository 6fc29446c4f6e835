package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.lean.LeanToken.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first step of a Lean text: a command, or in a proof one tactic with the lines that belong to it.
 *
 * <p>Lean text is laid out by lines. A step takes all lines that stand deeper than its tactic, and those that start with
 * something that goes on, such as an operator. Where a line opens a block, with {@code by}, {@code =>} or {@code with} at
 * its end, the step ends there, and what stands in the block are further steps.
 *
 * @param end index after its last character
 * @param start index of its first character
 * @param inner index of its tactic, behind a bullet or the pattern of a case
 * @param opening what it leaves open
 */
record LeanStep(int end, int start, int inner, Opening opening) {

  /** What a step leaves open. */
  enum Opening {
    /** Nothing: it stands for itself. */
    NONE,
    /** A block of tactics. */
    TACTICS,
    /** A list of cases, each behind a bar. */
    CASES
  }

  private static final Set<String> HOLDS_PROOF =
      Set.of("have", "haveI", "suffices", "obtain", "let", "letI", "show", "by");
  private static final Set<String> HOLDS_CASES =
      Set.of("induction", "cases", "match", "fun_induction", "fun_cases");
  private static final Set<String> CASE = Set.of("case", "case'", "next", "on_goal", "pick_goal");

  /**
   * The first step of a text.
   *
   * @param atEnd whether nothing follows the text
   * @return empty when the text holds no whole step, or none whose end is sure
   */
  static Optional<LeanStep> read(CharSequence text, boolean atEnd) {
    List<LeanToken> tokens = LeanLexer.lex(text);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    return new Reader(text, tokens, atEnd).read();
  }

  /** One reading of one text. */
  private static final class Reader {

    private final CharSequence text;
    private final List<LeanToken> tokens;
    private final boolean atEnd;
    private final LeanToken first;
    private final boolean command;
    private final String head;
    private final int innerIndex;
    private final int column;
    private final boolean mutual;

    Reader(CharSequence text, List<LeanToken> tokens, boolean atEnd) {
      this.text = text;
      this.tokens = tokens;
      this.atEnd = atEnd;
      this.first = tokens.get(0);
      this.command = first.is("@[") || startsCommand(first);
      this.mutual = first.is("mutual");
      this.innerIndex = command ? 0 : afterPrefixes(tokens);
      boolean within = innerIndex < tokens.size()
          && !(innerIndex > 0 && tokens.get(innerIndex).firstOfLine());
      this.head = command ? statement() : within ? tokens.get(innerIndex).text() : "";
      this.column = within ? tokens.get(innerIndex).column() : first.column();
    }

    Optional<LeanStep> read() {
      if (!command && innerIndex > 0 && head.isEmpty()) {
        LeanToken last = tokens.get(innerIndex - 1);
        return lineIsOver(innerIndex)
            ? Optional.of(new LeanStep(last.end(), first.start(), last.end(), Opening.TACTICS))
            : Optional.empty();
      }
      int depth = 0;
      for (int i = 0; i < tokens.size(); i++) {
        LeanToken token = tokens.get(i);
        if (token.kind() == Kind.UNFINISHED) {
          return Optional.empty();
        }
        if (i > innerIndex && token.firstOfLine() && depth == 0 && !continues(i)) {
          return sure(token) ? Optional.of(ending(i, Opening.NONE)) : Optional.empty();
        }
        depth = Math.max(0, depth + token.depth());
        Opening opening = depth == 0 ? opening(i) : Opening.NONE;
        if (opening != Opening.NONE
            && (i + 1 == tokens.size() || tokens.get(i + 1).firstOfLine())) {
          return lineIsOver(i + 1) ? Optional.of(ending(i + 1, opening)) : Optional.empty();
        }
      }
      boolean whole =
          atEnd && depth == 0 && (!mutual || tokens.get(tokens.size() - 1).is("end"));
      return whole ? Optional.of(ending(tokens.size(), Opening.NONE)) : Optional.empty();
    }

    private LeanStep ending(int index, Opening opening) {
      int end = tokens.get(index - 1).end();
      int inner = innerIndex < tokens.size() ? tokens.get(innerIndex).start() : end;
      return new LeanStep(end, first.start(), inner, opening);
    }

    /** Whether a line's first token goes on with the step. */
    private boolean continues(int index) {
      LeanToken token = tokens.get(index);
      if (mutual) {
        return !tokens.get(index - 1).is("end");
      }
      if (token.column() > column || tokens.get(index - 1).is("in")) {
        return true;
      }
      if (token.is("|")) {
        return command || head.equals("first");
      }
      if (command && token.is("@[")) {
        return false;
      }
      boolean attributed = command && tokens.get(index - 1).is("]") && attributesBefore(index);
      return goesOn(token) || attributed;
    }

    /** Whether all before a token is attributes. */
    private boolean attributesBefore(int index) {
      int depth = 0;
      for (int i = 0; i < index; i++) {
        if (depth == 0 && !tokens.get(i).is("@[")) {
          return false;
        }
        depth += tokens.get(i).depth();
      }
      return true;
    }

    private Opening opening(int index) {
      LeanToken token = tokens.get(index);
      boolean proof = command
          ? !head.isEmpty() && index > 0 && tokens.get(index - 1).is(":=")
          : HOLDS_PROOF.contains(head);
      if (proof && token.is("by")) {
        return Opening.TACTICS;
      }
      return !command && HOLDS_CASES.contains(head) && token.is("with")
          ? Opening.CASES
          : Opening.NONE;
    }

    /** The word of a command that states something; empty for another command. */
    private String statement() {
      return tokens.stream()
          .map(LeanToken::text)
          .filter(LeanWords.DECLARATIONS::contains)
          .findFirst()
          .filter(LeanWords.STATEMENTS::contains)
          .filter(w -> !mutual)
          .orElse("");
    }

    /** Whether the line that the token before an index is on is over. */
    private boolean lineIsOver(int index) {
      int end = tokens.get(index - 1).end();
      return atEnd || index < tokens.size() || text.toString().indexOf('\n', end) >= 0;
    }

    /** Whether more text cannot make another token of this one. */
    private boolean sure(LeanToken token) {
      return atEnd || token.end() < text.length();
    }
  }

  static boolean startsCommand(LeanToken token) {
    return token.kind() == Kind.WORD && LeanWords.COMMANDS.contains(token.text());
  }

  private static boolean goesOn(LeanToken token) {
    return token.kind() == Kind.WORD
        ? LeanWords.CONTINUING.contains(token.text())
        : LeanWords.CONTINUING_SYMBOLS.contains(token.text());
  }

  /** The index of the first token behind bullets and patterns of cases. */
  private static int afterPrefixes(List<LeanToken> tokens) {
    int i = 0;
    while (i < tokens.size()) {
      LeanToken token = tokens.get(i);
      if (i > 0 && token.firstOfLine()) {
        return i;
      }
      boolean bullet = token.is("·")
          || (token.is(".") && (i + 1 == tokens.size() || tokens.get(i + 1).start() > token.end()));
      int arrow = token.is("|") || CASE.contains(token.text()) ? arrow(tokens, i) : -1;
      if (!bullet && arrow < 0) {
        return i;
      }
      i = bullet ? i + 1 : arrow + 1;
    }
    return i;
  }

  private static int arrow(List<LeanToken> tokens, int from) {
    for (int i = from; i < tokens.size() && !(i > from && tokens.get(i).firstOfLine()); i++) {
      if (tokens.get(i).is("=>")) {
        return i;
      }
    }
    return -1;
  }
}
