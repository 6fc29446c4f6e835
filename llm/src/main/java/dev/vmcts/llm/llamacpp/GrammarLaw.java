package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.StepGrammar;
import dev.vmcts.llm.StopRule;
import dev.vmcts.text.OneLine;
import dev.vmcts.text.grammar.Grammar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a text to a grammar while it grows: it stays what can become a step of the grammar, and ends only as one.
 *
 * <p>What a token has behind the place where the stop rule cuts the text is not looked at: there the next step begins. For
 * one thread.
 */
final class GrammarLaw implements TokenLaw {

  /** Most tokens of white space in front of a step; what finds no step would write nothing else. */
  private static final int MOST_BLANK = 12;

  /** Tokens in which a text has to become a step after its model has wanted to end it: others rarely become one at all. */
  private static final int MOST_AFTER_END = 16;

  private final Vocabulary vocabulary;
  private final Grammar grammar;
  private final String begun;
  private final StopRule rule;
  private final StringBuilder text;

  /** Where the text is behind each of its tokens; the first one is where it begins. */
  private final List<Grammar.State> states = new ArrayList<>();

  /** How many tokens the text had when its model first wanted to end it; -1 as long as it has not. */
  private int endWanted = -1;

  /** A token that may come next, the last one that was looked at; -1 for none. */
  private int allowed = -1;

  /**
   * Holds a text that has no token yet.
   *
   * @param grammar what {@code step} says, read
   * @param text grows with the tokens
   * @throws ModelException if the step has begun with what the grammar does not allow
   */
  GrammarLaw(
      Vocabulary vocabulary, Grammar grammar, StepGrammar step, StopRule rule, StringBuilder text)
      throws ModelException {
    this.vocabulary = vocabulary;
    this.grammar = grammar;
    this.begun = step.begun();
    this.rule = rule;
    this.text = text;
    Grammar.State state = grammar.start().afterText(begun);
    if (!state.isAlive()) {
      throw new ModelException(
          "the step begins with '" + OneLine.of(begun) + "', which the grammar does not allow");
    }
    states.add(state);
  }

  @Override
  public boolean mayAllow(int token) {
    return vocabulary.endsText(token)
        ? last().isWhole()
        : !idles(vocabulary.latin(token)) && behind(token).isAlive();
  }

  @Override
  public boolean allows(int token) {
    if (token != allowed) {
      allowed = looked(token) ? token : -1;
    }
    return token == allowed;
  }

  private boolean looked(int token) {
    if (vocabulary.endsText(token)) {
      return last().isWhole() || refuseEnd();
    }
    String bytes = vocabulary.latin(token);
    if (bytes.isEmpty() || idles(bytes)) {
      return false;
    }
    String longer =
        text + new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    int cut = rule.cut(longer);
    return cut < 0
        ? behind(token).isAlive()
        : grammar.allows(begun + longer.substring(0, cut)) || refuseEnd();
  }

  private boolean refuseEnd() {
    endWanted = endWanted < 0 ? tokens() : endWanted;
    return false;
  }

  /** Whether the text is to be given up: its model wanted to end it some tokens ago, and it is no step yet. */
  boolean isHopeless() {
    return endWanted >= 0 && tokens() >= endWanted + MOST_AFTER_END && !last().isWhole();
  }

  private int tokens() {
    return states.size() - 1;
  }

  /** The text goes on with a token. */
  void add(int token) {
    states.add(vocabulary.endsText(token) ? last() : behind(token));
    allowed = -1;
  }

  /** The text goes back to its first tokens. */
  void back(int tokens) {
    states.subList(tokens + 1, states.size()).clear();
    endWanted = Math.min(endWanted, tokens);
    allowed = -1;
  }

  /** Whether a token adds to white space in front of the step that is long already. */
  private boolean idles(String bytes) {
    return tokens() >= MOST_BLANK
        && bytes.isBlank()
        && begun.isBlank()
        && text.chars().allMatch(Character::isWhitespace);
  }

  private Grammar.State behind(int token) {
    return last().afterBytes(vocabulary.latin(token));
  }

  private Grammar.State last() {
    return states.get(states.size() - 1);
  }
}
