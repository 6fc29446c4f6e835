package dev.vmcts.verifiers.coq;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The patterns of a sentence, read from its tokens. */
final class CoqPatterns {

  private CoqPatterns() {}

  /** The identifiers behind {@code with} and {@code |}, which in a match are constructors or variables. */
  static Set<String> heads(String sentence) {
    Set<String> names = new HashSet<>();
    List<CoqToken> tokens = CoqLexer.lex(sentence);
    for (int i = 1; i < tokens.size(); i++) {
      CoqToken before = tokens.get(i - 1);
      if (tokens.get(i).kind() == CoqToken.Kind.IDENT
          && (before.isSymbol('|') || before.isIdent("with"))) {
        names.add(tokens.get(i).text());
      }
    }
    return names;
  }
}
