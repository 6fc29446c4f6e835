package dev.vmcts.verifiers.coq;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names read from the tokens of a sentence. */
final class CoqPatterns {

  private static final Set<String> DEFINERS = Set.of(
      "Definition",
      "Fixpoint",
      "CoFixpoint",
      "Function",
      "Inductive",
      "CoInductive",
      "Variant",
      "Record",
      "Structure",
      "Class",
      "Theorem",
      "Lemma",
      "Remark",
      "Fact",
      "Corollary",
      "Property",
      "Proposition",
      "Example",
      "Instance",
      "Let",
      "Ltac",
      "with");

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

  /** The identifiers that a sentence may define: those behind a command that defines. */
  static Set<String> defined(String sentence) {
    Set<String> names = new HashSet<>();
    List<CoqToken> tokens = CoqLexer.lex(sentence);
    for (int i = 1; i < tokens.size(); i++) {
      CoqToken before = tokens.get(i - 1);
      if (tokens.get(i).kind() == CoqToken.Kind.IDENT && DEFINERS.contains(before.text())) {
        names.add(tokens.get(i).text());
      }
    }
    return names;
  }
}
