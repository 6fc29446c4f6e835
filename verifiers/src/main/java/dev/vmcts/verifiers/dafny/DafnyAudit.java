package dev.vmcts.verifiers.dafny;

import dev.vmcts.verifiers.dafny.DafnyPrefix.Step;
import dev.vmcts.verifiers.dafny.DafnyToken.Kind;
import dev.vmcts.verify.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what a hole must not hold, by tokens and steps: whatever assumes what is to be proven, changes what given text
 * means, or reaches outside the program.
 */
final class DafnyAudit {

  /** Words that are never allowed; all of them are reserved, or have no honest use as a name. */
  private static final Set<String> FORBIDDEN = Set.of(
      "assume",
      "free",
      "expect",
      "include",
      "import",
      "export",
      "module",
      "refines",
      "abstract",
      "iterator",
      "yield",
      "trait",
      "extends",
      "print",
      "parallel",
      "replaceable",
      "twostate",
      "extern");

  /** Words and beginnings of attributes that assume what is to be proven. */
  static final Set<String> ASSUMING =
      Set.of("assume", "expect", "free", "extern", "{:axiom", "{:extern", "{:verify");

  /** Words of rarer parts of the language, allowed only where the given text uses them too. */
  private static final Set<String> RARE = Set.of(
      "class",
      "constructor",
      "codatatype",
      "colemma",
      "copredicate",
      "inductive",
      "least",
      "greatest",
      "iset",
      "imap",
      "new");

  /** Types with which a datatype can hold all sets of itself: Dafny 2 does not refuse that, and proves false from it. */
  private static final Set<String> INFINITE = Set.of("iset", "imap");

  private static final Set<String> TYPES = Set.of("datatype", "codatatype", "type", "newtype");

  /** Attributes that only tell the verifier how to search for a proof. */
  private static final Set<String> ATTRIBUTES = Set.of("trigger", "induction");

  /** How the names begin that vmcts itself adds to a program. */
  private static final String OWN_NAMES = "vmcts__";

  /**
   * A line that starts with a sharp sign. Dafny 2 takes {@code #if} for a directive wherever it stands, in comments and
   * strings too, and leaves out what follows.
   */
  private static final Pattern DIRECTIVE = Pattern.compile("(?:^|[\\n\\r])[^!-~\\n\\r]*#(?!\\[)");

  private static final Set<String> LOOPS = Set.of("while", "for", "forall");

  private final Set<String> givenWords;
  private final boolean allocates;

  /** @param given the given text, whose rarer words are allowed */
  DafnyAudit(String given) {
    this.givenWords = new HashSet<>();
    DafnyLexer.code(given).forEach(t -> givenWords.add(t.text()));
    this.allocates = givenWords.stream().anyMatch(w -> w.equals("class") || w.startsWith("array"));
  }

  /** What is wrong with a text for a hole, token by token. */
  Optional<Diagnostic> checkTokens(String text) {
    List<DafnyToken> tokens = DafnyLexer.code(text);
    for (int i = 0; i < tokens.size(); i++) {
      Optional<String> fault = fault(text, tokens, i);
      if (fault.isPresent()) {
        return fault.map(DafnyAudit::forbidden);
      }
    }
    return control(text).or(() -> directive(text)).map(DafnyAudit::forbidden);
  }

  private Optional<String> fault(String text, List<DafnyToken> tokens, int i) {
    DafnyToken token = tokens.get(i);
    DafnyToken next = i + 1 < tokens.size() ? tokens.get(i + 1) : token;
    if (token.kind() == Kind.WORD) {
      return word(token.text(), next);
    } else if (token.kind() != Kind.SYMBOL) {
      return Optional.empty();
    } else if (token.isSymbol("{") && next.isSymbol(":")) {
      String name = i + 2 < tokens.size() ? tokens.get(i + 2).text() : "";
      return ATTRIBUTES.contains(name)
          ? Optional.empty()
          : Optional.of("the attribute {:" + name + "} may not be set in a hole");
    } else if (token.isSymbol("*") && i > 0) {
      DafnyToken before = tokens.get(i - 1);
      return before.isWord("decreases") || before.isSymbol(",")
          ? Optional.of("decreases * switches the proof of termination off")
          : Optional.empty();
    } else if (token.isSymbol("...")) {
      return Optional.of("'...' stands for text that is not there");
    } else if (token.isSymbol("#") && !next.isSymbol("[")) {
      return Optional.of("'#' may not be used in a hole");
    }
    return text.codePointAt(token.start()) > '~'
        ? Optional.of("'" + token.text() + "' is no character of Dafny's")
        : Optional.empty();
  }

  private Optional<String> word(String word, DafnyToken next) {
    if (FORBIDDEN.contains(word) || word.startsWith(OWN_NAMES)) {
      return Optional.of("'" + word + "' may not be used in a hole");
    }
    if (RARE.contains(word) && !givenWords.contains(word) && !(word.equals("new") && allocates)) {
      return Optional.of("'" + word + "' may not be used in a hole of a problem without it");
    }
    if (TYPES.contains(word) && givenWords.stream().anyMatch(INFINITE::contains)) {
      return Optional.of(
          "'" + word + "' may not be used in a hole of a problem with infinite sets or maps");
    }
    return word.equals("requires") && next.isWord("false")
        ? Optional.of("'requires false' can never be used")
        : Optional.empty();
  }

  /** Characters on which Dafny and this lexer might not agree. */
  private static Optional<String> control(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineEnd = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      boolean odd = (c < ' ' && c != '\n' && c != '\t' && !lineEnd)
          || c == 0x7F
          || c >= 0xFFF0
          || (Character.isISOControl(c) && c > '~');
      if (odd) {
        return Optional.of("a control character (code " + (int) c + ")");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> directive(String text) {
    return DIRECTIVE.matcher(text).find()
        ? Optional.of("a line starts with '#', which Dafny may take for a directive")
        : Optional.empty();
  }

  /**
   * What is wrong with the steps of a hole.
   *
   * @param from index of the hole's first character in the text of the prefix
   * @param to index behind its last character
   * @param ended whether nothing is to be added to it
   */
  static Optional<Diagnostic> checkSteps(DafnyPrefix prefix, int from, int to, boolean ended) {
    for (Step step : prefix.steps()) {
      if (step.start() >= from && step.start() < to) {
        Optional<String> fault = stepFault(step);
        if (fault.isPresent()) {
          return fault.map(DafnyAudit::forbidden);
        }
      }
    }
    List<DafnyDeclaration> declarations = prefix.declarations();
    for (int i = 0; i < declarations.size(); i++) {
      DafnyDeclaration d = declarations.get(i);
      boolean last = d.end() >= prefix.cut() && !ended;
      if (d.start() >= from && d.start() < to && d.lacksBody() && !last) {
        return Optional.of(forbidden(d.keyword() + " " + d.name() + " has no body"));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> stepFault(Step step) {
    List<DafnyToken> tokens = step.tokens();
    int first = 0;
    while (first + 3 < tokens.size() && tokens.get(first).isWord("label")) {
      first += 3;
    }
    DafnyToken head = tokens.get(first);
    if (DafnyWords.isWordOf(head, LOOPS) && !step.last().isSymbol("{")) {
      return Optional.of("a " + head.text() + " statement without a body is an assumption");
    }
    int keyword = DafnyWords.declaration(tokens, 0);
    if (keyword >= 0) {
      DafnyToken word = tokens.get(keyword);
      boolean defined = tokens.stream().anyMatch(t -> t.isSymbol(":=") || t.isSymbol("="));
      if ((word.isWord("const") || word.isWord("type") || word.isWord("newtype")) && !defined) {
        return Optional.of("a " + word.text() + " without a definition");
      }
    }
    return Optional.empty();
  }

  static Diagnostic forbidden(String message) {
    return new Diagnostic(Diagnostic.Kind.FORBIDDEN, message);
  }
}
