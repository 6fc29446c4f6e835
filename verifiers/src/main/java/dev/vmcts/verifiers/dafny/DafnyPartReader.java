package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyHole.Place;
import dev.vmcts.verify.StepReader;
import java.util.List;

/** Cuts the text of a hole that holds parts of a step: a clause, or an expression up to what ends it in the text around. */
abstract sealed class DafnyPartReader implements StepReader {

  /** The reader for the holes of a place. */
  static StepReader of(Place place, StepReader steps) {
    return switch (place) {
      case LOOP_CLAUSES, MEASURE -> new Clause();
      case EXPRESSION -> new Body();
      case OPERAND -> new Operand();
      case STEPS, AWAITED_BODY, NOTHING -> steps;
    };
  }

  /** A clause up to the next one, or up to the brace of the body. */
  public static final class Clause extends DafnyPartReader {
    @Override
    public String id() {
      return "dafny-clause";
    }

    @Override
    boolean ends(List<DafnyToken> tokens, int index) {
      DafnyToken token = tokens.get(index);
      return token.isSymbol(";")
          || DafnyWords.isWordOf(token, DafnyWords.CLAUSES)
          || (token.isSymbol("{")
              && !DafnyBraces.isAttribute(tokens, index)
              && DafnyBraces.opensBlock(tokens, 0, index));
    }
  }

  /** The body of a function up to its brace. */
  public static final class Body extends DafnyPartReader {
    @Override
    public String id() {
      return "dafny-body";
    }

    @Override
    boolean ends(List<DafnyToken> tokens, int index) {
      return false;
    }
  }

  /** An expression up to a semicolon, a clause, or a word that goes on with the statement around it. */
  public static final class Operand extends DafnyPartReader {
    @Override
    public String id() {
      return "dafny-operand";
    }

    @Override
    boolean ends(List<DafnyToken> tokens, int index) {
      DafnyToken token = tokens.get(index);
      return DafnyWords.isWordOf(token, DafnyWords.CLAUSES)
          || token.isWord("by")
          || (token.isSymbol(";") && count(tokens, index, ";") >= lets(tokens, index))
          || (token.isWord("then") && count(tokens, index, "then") >= count(tokens, index, "if"))
          || (token.isWord("else") && count(tokens, index, "else") >= count(tokens, index, "then"));
    }

    private static long count(List<DafnyToken> tokens, int to, String word) {
      return tokens.subList(0, to).stream().filter(t -> t.text().equals(word)).count();
    }

    private static long lets(List<DafnyToken> tokens, int to) {
      return tokens.subList(0, to).stream()
          .filter(t -> DafnyWords.isWordOf(t, DafnyWords.LETS))
          .count();
    }
  }

  /** Whether the token at an index, which stands in no bracket, belongs to what follows the part. */
  abstract boolean ends(List<DafnyToken> tokens, int index);

  @Override
  public int endOfStep(CharSequence text, boolean atEnd) {
    List<DafnyToken> tokens = DafnyLexer.code(text);
    int at = 0;
    while (at >= 0 && at < tokens.size()) {
      DafnyToken token = tokens.get(at);
      boolean known = atEnd || token.end() < text.length();
      boolean next = token.closes()
          || (known && (ends(tokens, at) || DafnyWords.declaration(tokens, at) >= 0));
      if (next && at > 0) {
        return tokens.get(at - 1).end();
      } else if (next && !DafnyWords.isWordOf(token, DafnyWords.CLAUSES)) {
        return token.end();
      }
      at = token.opens() ? DafnyBraces.behindClose(tokens, at) : at + 1;
    }
    return atEnd && at > 0 ? tokens.get(tokens.size() - 1).end() : -1;
  }
}
