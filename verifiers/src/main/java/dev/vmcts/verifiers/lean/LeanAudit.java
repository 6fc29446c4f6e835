package dev.vmcts.verifiers.lean;

import dev.vmcts.text.OneLine;
import dev.vmcts.verifiers.lean.LeanToken.Kind;
import dev.vmcts.verify.Diagnostic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the text of a hole may hold: definitions, statements and their proofs, and nothing that assumes, changes what other
 * text means, or runs code while Lean reads it. Told by tokens, so that no layout or comment hides anything.
 */
final class LeanAudit {

  /** Words that are refused as a part of a longer name too. */
  private static final Set<String> HIDDEN = Set.of(
      "sorryAx",
      "ofReduceBool",
      "ofReduceNat",
      "reduceBool",
      "reduceNat",
      "trustCompiler",
      "lcProof",
      "lcUnreachable",
      "unsafeCast",
      "unsafeIO",
      "unsafeBaseIO",
      "unsafeEIO");

  private static final Set<String> LINE_STARTS =
      Set.of("@[", "mutual", "end", "set_option", "|", ")", "]", "}", "⟩");

  private final List<LeanToken> tokens;
  private final boolean inside;

  private LeanAudit(List<LeanToken> tokens, boolean inside) {
    this.tokens = tokens;
    this.inside = inside;
  }

  /**
   * What is wrong with a step; empty if nothing.
   *
   * @param inside whether its hole is inside a declaration
   */
  static Optional<Diagnostic> checkStep(String text, boolean inside) {
    return new LeanAudit(LeanLexer.lex(text), inside).check();
  }

  /** What is wrong with the whole text of a hole; empty if nothing. */
  static Optional<Diagnostic> checkHole(String text, boolean inside) {
    LeanAudit audit = new LeanAudit(LeanLexer.lex(text), inside);
    return audit.check().or(audit::brackets).or(inside ? Optional::empty : audit::lines);
  }

  private Optional<Diagnostic> check() {
    boolean mutual = false;
    for (int i = 0; i < tokens.size(); i++) {
      LeanToken token = tokens.get(i);
      Optional<Diagnostic> fault = Optional.empty();
      switch (token.kind()) {
        case UNFINISHED ->
          fault = Optional.of(new Diagnostic(
              Diagnostic.Kind.SYNTAX, "a string or comment does not end: " + shown(token)));
        case STRING -> fault = interpolated(i);
        case SYMBOL -> fault = symbol(i);
        case WORD -> {
          if (token.is("end") && !mutual) {
            fault = forbidden(token);
          } else {
            fault = word(i);
          }
          mutual = (mutual || token.is("mutual")) && !token.is("end");
        }
        case NUMBER -> {}
      }
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> word(int index) {
    LeanToken token = tokens.get(index);
    if (token.text().indexOf('«') >= 0) {
      return forbidden(token);
    }
    List<String> parts = List.of(token.text().split("\\.", -1));
    if (LeanWords.FORBIDDEN.contains(parts.get(0)) || parts.stream().anyMatch(HIDDEN::contains)) {
      return forbidden(token);
    }
    if (parts.get(0).equals("Lean")) {
      return forbidden(token);
    }
    if (token.is("set_option")) {
      return option(index);
    }
    if (token.is("deriving")) {
      return derived(index);
    }
    boolean declares = LeanWords.DECLARATIONS.contains(token.text()) || token.is("mutual");
    return inside && declares
        ? Optional.of(new Diagnostic(
            Diagnostic.Kind.FORBIDDEN,
            "'" + token.text()
                + "' in a hole inside a declaration; allowed there: terms and tactics"))
        : Optional.empty();
  }

  private Optional<Diagnostic> symbol(int index) {
    LeanToken token = tokens.get(index);
    if (token.is("#") || token.is("`")) {
      return forbidden(token);
    }
    return token.is("@[") ? attributes(index) : Optional.empty();
  }

  private Optional<Diagnostic> attributes(int index) {
    boolean name = true;
    int depth = 0;
    for (int i = index; i < tokens.size(); i++) {
      LeanToken token = tokens.get(i);
      depth += token.depth();
      if (depth == 0) {
        return Optional.empty();
      }
      if (i > index && name && !LeanWords.ATTRIBUTES.contains(token.text())) {
        return Optional.of(new Diagnostic(
            Diagnostic.Kind.FORBIDDEN,
            "attribute '" + token.text() + "' in a hole; allowed: "
                + String.join(", ", new TreeSet<>(LeanWords.ATTRIBUTES))));
      }
      name = i == index || (depth == 1 && token.is(","));
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> option(int index) {
    boolean allowed = index + 3 < tokens.size()
        && LeanWords.OPTIONS.contains(tokens.get(index + 1).text())
        && tokens.get(index + 2).kind() == Kind.NUMBER
        && tokens.get(index + 3).is("in");
    return allowed
        ? Optional.empty()
        : Optional.of(new Diagnostic(
            Diagnostic.Kind.FORBIDDEN,
            "set_option in a hole; allowed: set_option "
                + String.join("|", new TreeSet<>(LeanWords.OPTIONS)) + " NUMBER in ..."));
  }

  private Optional<Diagnostic> derived(int index) {
    for (int i = index + 1; i < tokens.size(); i++) {
      LeanToken token = tokens.get(i);
      boolean comma = token.is(",");
      if (!comma && !LeanWords.DERIVABLE.contains(token.text())) {
        boolean first = i == index + 1 || tokens.get(i - 1).is(",");
        return first ? forbidden(token) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** In an interpolated string, what stands in braces is code. */
  private Optional<Diagnostic> interpolated(int index) {
    LeanToken token = tokens.get(index);
    boolean code = index > 0
        && tokens.get(index - 1).end() == token.start()
        && tokens.get(index - 1).kind() == Kind.WORD;
    return code && token.text().length() > 2
        ? checkStep(token.text().substring(1, token.text().length() - 1), true)
        : Optional.empty();
  }

  private Optional<Diagnostic> brackets() {
    Deque<String> open = new ArrayDeque<>();
    for (LeanToken token : tokens) {
      int depth = token.depth();
      if (depth > 0) {
        open.push(closing(token.text()));
      } else if (depth < 0 && !token.text().equals(open.poll())) {
        return Optional.of(new Diagnostic(
            Diagnostic.Kind.SYNTAX, "'" + token.text() + "' closes what the hole does not open"));
      }
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(new Diagnostic(
            Diagnostic.Kind.SYNTAX, "the hole opens a bracket that it does not close"));
  }

  private static String closing(String bracket) {
    return switch (bracket) {
      case "(" -> ")";
      case "{" -> "}";
      case "⟨" -> "⟩";
      case "⦃" -> "⦄";
      default -> "]";
    };
  }

  /** What starts a line in a hole between declarations, and is not indented, is a command of those that are allowed. */
  private Optional<Diagnostic> lines() {
    for (LeanToken token : tokens) {
      boolean allowed = token.column() > 0
          || !token.firstOfLine()
          || LeanWords.DECLARATIONS.contains(token.text())
          || LeanWords.MODIFIERS.contains(token.text())
          || LINE_STARTS.contains(token.text())
          || LeanWords.CONTINUING.contains(token.text());
      if (!allowed) {
        return Optional.of(
            new Diagnostic(
                Diagnostic.Kind.FORBIDDEN,
                "a line of the hole starts with '" + shown(token)
                    + "'; allowed there: def, theorem, inductive, structure, abbrev, mutual, example; indent proofs"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Diagnostic> forbidden(LeanToken token) {
    return Optional.of(
        new Diagnostic(
            Diagnostic.Kind.FORBIDDEN,
            "'" + shown(token)
                + "' may not stand in a hole: it could assume, run code, or change what other text means"));
  }

  private static String shown(LeanToken token) {
    String text = OneLine.of(token.text());
    return text.length() > 30 ? text.substring(0, 30) + "..." : text;
  }
}
