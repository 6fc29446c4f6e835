package dev.vmcts.verifiers.coq;

import dev.vmcts.verifiers.coq.CoqToken.Kind;
import dev.vmcts.verify.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a text may stand in a hole, from the text alone and in time linear in it.
 *
 * <p>Commands are judged by an allow-list: definitions, types, statements, proofs and {@code Ltac}. Everything that
 * assumes, changes what other text means, reaches outside, or rewinds is refused. Tactics are free but for a few that
 * skip checks or start programs. Outside comments and strings a hole is ASCII but for Greek letters, subscripts and
 * the usual logical signs, so that this reading of the text and Coq's are the same. Thread-safe.
 */
public final class CoqAudit {

  private static final String SIGNS = "∀∃→←↔⇒∧∨¬≤≥≠λ∈×⊢";

  private CoqAudit() {}

  /**
   * What speaks against one sentence, as {@link CoqStepReader} cuts it.
   *
   * @return a diagnostic of kind {@code FORBIDDEN}, or empty if the sentence is fine
   */
  public static Optional<Diagnostic> checkSentence(String sentence) {
    Optional<Diagnostic> fault = checkHole(sentence);
    if (fault.isEmpty() && CoqSentence.split(sentence).sentences().size() != 1) {
      return forbidden("this is not one whole sentence");
    }
    return fault;
  }

  /** What speaks against the whole text of a hole. */
  public static Optional<Diagnostic> checkHole(String text) {
    List<CoqToken> tokens = CoqLexer.lex(text);
    for (CoqToken token : tokens) {
      Optional<String> fault = tokenFault(text, token);
      if (fault.isPresent()) {
        return forbidden(fault.get());
      }
    }
    Optional<String> control = controlFault(text);
    if (control.isPresent()) {
      return forbidden(control.get());
    }
    CoqSentence.Split split = CoqSentence.split(text);
    if (!split.rest().isEmpty()) {
      return forbidden("the hole ends inside the sentence that starts with '"
          + split.rest().get(0).text() + "'");
    }
    for (CoqSentence sentence : split.sentences()) {
      Optional<String> fault = sentenceFault(sentence);
      if (fault.isPresent()) {
        return forbidden(fault.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tokenFault(String text, CoqToken token) {
    return switch (token.kind()) {
      case OPEN -> Optional.of("a comment or string is never closed");
      // Coq has tokens that end with an opening parenthesis: behind other signs a comment may be
      // none.
      case COMMENT ->
        token.start() == 0 || CoqLexer.isBlank(text.charAt(token.start() - 1))
            ? Optional.empty()
            : Optional.of("a comment needs white space in front of it");
      case STRING -> Optional.empty();
      default ->
        token
            .text()
            .codePoints()
            .filter(c -> !isPlain(c))
            .mapToObj(c -> String.format("the character U+%04X is not allowed here", c))
            .findFirst();
    };
  }

  private static boolean isPlain(int c) {
    return c < 0x80
        || (c >= 0x391 && c <= 0x3C9 && Character.isLetter(c))
        || (c >= 0x2080 && c <= 0x2089)
        || SIGNS.indexOf(c) >= 0;
  }

  /** Control characters, and halves of characters, which no encoding carries. */
  private static Optional<String> controlFault(String text) {
    return text.codePoints()
        .filter(c ->
            (c < 0x20 && !CoqLexer.isBlank((char) c)) || c == 0x7F || (c >= 0xD800 && c <= 0xDFFF))
        .mapToObj(c -> String.format("the control character U+%04X is not allowed", c))
        .findFirst();
  }

  private static Optional<String> sentenceFault(CoqSentence sentence) {
    for (int i = 0; i < sentence.tokens().size(); i++) {
      CoqToken token = sentence.tokens().get(i);
      boolean name = token.kind() == Kind.IDENT || token.kind() == Kind.FIELD;
      if (name && CoqWords.isForbiddenTactic(token.text())) {
        return Optional.of(
            "'" + token.text() + "' is not allowed in a hole: it skips checks or leaves Coq");
      }
      if (sentence.has(i, "#[")) {
        return Optional.of("attributes '#[...]' are not allowed in a hole");
      }
    }
    if (sentence.isBulletOrBrace()) {
      return Optional.empty();
    }
    CoqToken first = sentence.first();
    if (first.kind() == Kind.IDENT && Character.isUpperCase(first.text().charAt(0))) {
      return commandFault(sentence);
    }
    return tacticFault(sentence, 0);
  }

  private static Optional<String> commandFault(CoqSentence sentence) {
    String command = sentence.first().text();
    if (CoqWords.PROOF.contains(command)) {
      return proofFault(sentence);
    }
    boolean defines = CoqWords.THEOREMS.contains(command)
        || CoqWords.DEFINITIONS.contains(command)
        || CoqWords.TYPES.contains(command)
        || command.equals("Ltac");
    if (!defines) {
      return Optional.of("'" + command + "' is not allowed in a hole"
          + CoqWords.reason(command)
              .map(r -> ": " + r)
              .orElse("; allowed: definitions, statements, proofs"));
    }
    if (sentence.tokens().get(1).kind() != Kind.IDENT) {
      return Optional.of("'" + command + "' needs a name behind it");
    }
    for (int i = 0; i < sentence.tokens().size(); i++) {
      if (sentence.has(i, "::=")) {
        return Optional.of("'::=' is not allowed in a hole: it redefines a tactic");
      } else if (!command.equals("Ltac") && sentence.has(i, ":>")) {
        return Optional.of("':>' is not allowed in a hole: it declares a coercion");
      } else if (sentence.tokens().get(i).isIdent("where")) {
        return Optional.of("'where' is not allowed in a hole: it declares a notation");
      }
    }
    if (command.equals("Ltac") && CoqNames.definesSeveralTactics(sentence)) {
      return Optional.of(
          "'Ltac ... with' is not allowed in a hole; write one 'Ltac' for each tactic");
    }
    return Optional.empty();
  }

  private static Optional<String> proofFault(CoqSentence sentence) {
    CoqToken second = sentence.tokens().get(1);
    boolean plain = second.kind() == Kind.END && second.text().equals(".");
    boolean proofWith =
        sentence.first().isIdent("Proof") && (second.isIdent("with") || second.isIdent("using"));
    return plain || proofWith
        ? Optional.empty()
        : Optional.of("'" + sentence.first().text() + " " + second.text()
            + "' is not allowed in a hole; allowed: " + "'" + sentence.first().text() + ".'");
  }

  private static Optional<String> tacticFault(CoqSentence sentence, int from) {
    List<CoqToken> tokens = sentence.tokens();
    CoqToken first = tokens.get(from);
    int colon = from == 0 ? selectorColon(tokens) : -1;
    if (colon > 0) {
      return tokens.get(0).isIdent("par")
          ? Optional.of("'par:' is not allowed in a hole: it starts processes")
          : tacticFault(sentence, colon + 1);
    }
    boolean starts =
        (first.kind() == Kind.IDENT && !Character.isUpperCase(first.text().charAt(0)))
            || first.isSymbol('(')
            || first.isSymbol('[');
    if (!starts) {
      return Optional.of("'" + first.text() + "' starts neither a command nor a tactic");
    }
    boolean named = tokens.stream().anyMatch(t -> t.isIdent("abstract"))
        && tokens.stream().anyMatch(t -> t.isIdent("using"));
    return named
        ? Optional.of("'abstract ... using' is not allowed in a hole: it defines a name")
        : Optional.empty();
  }

  /** Where the colon of a goal selector stands, such as in {@code 1-2, 4: auto.}; -1 if there is none. */
  private static int selectorColon(List<CoqToken> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      CoqToken token = tokens.get(i);
      if (token.isSymbol(':')) {
        return i;
      }
      boolean part = token.kind() == Kind.NUMBER
          || token.isIdent("all")
          || token.isIdent("par")
          || token.isSymbol('!')
          || token.isSymbol('-')
          || token.isSymbol(',')
          || (token.isSymbol('[') && tokens.size() > i + 2 && tokens.get(i + 2).isSymbol(']'))
          || (i > 0 && tokens.get(i - 1).isSymbol('['))
          || (i > 1 && tokens.get(i - 2).isSymbol('['));
      if (!part) {
        return -1;
      }
    }
    return -1;
  }

  private static Optional<Diagnostic> forbidden(String message) {
    return Optional.of(new Diagnostic(Diagnostic.Kind.FORBIDDEN, message));
  }
}
