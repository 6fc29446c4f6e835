package dev.vmcts.verifiers.dafny;

import java.util.List;
import java.util.Set;

/** What Dafny's words mean to the reader of steps; those of version 2 and of version 4. */
final class DafnyWords {

  /** Words that start a declaration. */
  private static final Set<String> DECLARATIONS = Set.of(
      "function",
      "predicate",
      "copredicate",
      "lemma",
      "colemma",
      "method",
      "constructor",
      "iterator",
      "datatype",
      "codatatype",
      "type",
      "newtype",
      "const",
      "class",
      "trait",
      "module",
      "import",
      "export",
      "include");

  /** Words in front of a declaration. */
  static final Set<String> MODIFIERS = Set.of(
      "ghost",
      "static",
      "protected",
      "abstract",
      "opaque",
      "inductive",
      "twostate",
      "least",
      "greatest",
      "replaceable");

  /** Declarations whose body is one expression. */
  static final Set<String> FUNCTIONS = Set.of("function", "predicate", "copredicate");

  /** Declarations that have a body of statements. */
  static final Set<String> PROCEDURES =
      Set.of("lemma", "colemma", "method", "constructor", "iterator");

  /** Declarations that nothing ends. */
  static final Set<String> UNTERMINATED =
      Set.of("datatype", "codatatype", "type", "newtype", "const", "import", "export", "include");

  /** Statements that may open a block. */
  static final Set<String> BLOCKS =
      Set.of("if", "else", "while", "for", "forall", "match", "calc", "modify", "by", "parallel");

  /** Statements with a block at whose end something is to be proven. */
  static final Set<String> DUTIES = Set.of("while", "for", "forall", "parallel");

  /** Statements that are never an expression. */
  static final Set<String> STATEMENTS = Set.of(
      "var",
      "assert",
      "assume",
      "expect",
      "print",
      "return",
      "yield",
      "break",
      "continue",
      "reveal",
      "label",
      "ghost",
      "while",
      "for",
      "else",
      "modify",
      "by",
      "case",
      "parallel",
      "calc",
      "forall");

  /** Words that stand in an expression in front of a semicolon that is part of it. */
  static final Set<String> LETS = Set.of("var", "assert", "assume", "expect", "reveal");

  /** Words after which a brace is a set. */
  static final Set<String> OPERANDS_FOLLOW = Set.of(
      "in",
      "then",
      "reads",
      "modifies",
      "decreases",
      "requires",
      "ensures",
      "invariant",
      "return",
      "multiset",
      "iset",
      "witness",
      "yield",
      "print",
      "assert",
      "assume",
      "match",
      "case",
      "new");

  /** Words of the clauses of a declaration or loop. */
  static final Set<String> CLAUSES =
      Set.of("requires", "ensures", "reads", "modifies", "decreases", "invariant");

  private DafnyWords() {}

  /** The index of the word that says what a declaration is, or -1 when none starts at the token. */
  static int declaration(List<DafnyToken> tokens, int from) {
    int i = from;
    while (i < tokens.size() && isWordOf(tokens.get(i), MODIFIERS)) {
      i++;
    }
    return i < tokens.size() && isWordOf(tokens.get(i), DECLARATIONS) ? i : -1;
  }

  /** Whether more text may make the last tokens the start of a declaration. */
  static boolean maybeDeclaration(List<DafnyToken> tokens) {
    return tokens.stream().allMatch(t -> isWordOf(t, MODIFIERS));
  }

  static boolean isWordOf(DafnyToken token, Set<String> words) {
    return token.kind() == DafnyToken.Kind.WORD && words.contains(token.text());
  }
}
