package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of Coq: a command, a tactic, a bullet or a brace.
 *
 * <p>Coq 8.16 reads no bullet and no brace directly after {@code 2:} and a brace, so neither does the splitter.
 *
 * @param start index of its first character, leading comments not counted
 * @param end index after its last character
 * @param tokens its tokens without comments, what ends it included
 */
record CoqSentence(int start, int end, List<CoqToken> tokens) {

  CoqSentence {
    tokens = List.copyOf(tokens);
  }

  /** The sentences of a text in order, and what follows the last of them. */
  record Split(List<CoqSentence> sentences, List<CoqToken> rest) {
    Split {
      sentences = List.copyOf(sentences);
      rest = List.copyOf(rest);
    }
  }

  /** Cuts a text into its sentences. */
  static Split split(CharSequence text) {
    CoqLexer lexer = new CoqLexer(text);
    List<CoqSentence> sentences = new ArrayList<>();
    List<CoqToken> rest = new ArrayList<>();
    CoqSentence sentence = next(lexer, rest);
    while (sentence != null) {
      sentences.add(sentence);
      rest.clear();
      sentence = next(lexer, rest);
    }
    return new Split(sentences, rest);
  }

  /** The next sentence; null at the end of the text, with the tokens that make up no sentence in {@code rest}. */
  static @Nullable CoqSentence next(CoqLexer lexer, List<CoqToken> rest) {
    List<CoqToken> tokens = new ArrayList<>();
    for (CoqToken token = lexer.next(); token != null; token = lexer.next()) {
      if (token.kind() == Kind.COMMENT) {
        continue;
      }
      tokens.add(token);
      if (ends(tokens, token)) {
        return new CoqSentence(tokens.get(0).start(), token.end(), tokens);
      }
    }
    rest.addAll(tokens);
    return null;
  }

  private static boolean ends(List<CoqToken> tokens, CoqToken last) {
    return switch (last.kind()) {
      case END -> true;
      case BULLET, BRACE -> tokens.size() == 1;
      case SYMBOL -> last.isSymbol('{') && selectsGoals(tokens.subList(0, tokens.size() - 1));
      default -> false;
    };
  }

  /** Whether the tokens are a goal selector with its colon, such as {@code 2:} or {@code [x]:}. */
  private static boolean selectsGoals(List<CoqToken> tokens) {
    int colon = tokens.size() - 1;
    if (colon < 1 || !tokens.get(colon).isSymbol(':')) {
      return false;
    }
    CoqToken first = tokens.get(0);
    if (first.isSymbol('[')) {
      return colon == 3 && tokens.get(1).kind() == Kind.IDENT && tokens.get(2).isSymbol(']');
    }
    return colon == 1
        && (first.kind() == Kind.NUMBER || first.isIdent("all") || first.isSymbol('!'));
  }

  /** The first token, which says what sort of sentence it is. */
  CoqToken first() {
    return tokens.get(0);
  }

  /** Whether single signs stand from a token on without white space between them, such as {@code :=}. */
  boolean has(int index, String signs) {
    if (index + signs.length() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < signs.length(); i++) {
      CoqToken token = tokens.get(index + i);
      boolean joined = i == 0 || tokens.get(index + i - 1).end() == token.start();
      if (!joined || !token.isSymbol(signs.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isBulletOrBrace() {
    return tokens.get(tokens.size() - 1).kind() != Kind.END;
  }
}
