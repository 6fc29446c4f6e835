package dev.vmcts.verifiers.lean;

import dev.vmcts.verifiers.lean.LeanToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The declarations of a Lean text in order, told by its tokens.
 *
 * @param declarations the declarations
 * @param ends the commands that would close what is open at the end, innermost first
 */
record LeanOutline(List<LeanDeclaration> declarations, List<String> ends) {

  private static final Set<String> WORDS = Set.of(
      "theorem",
      "lemma",
      "example",
      "def",
      "abbrev",
      "inductive",
      "structure",
      "class",
      "instance",
      "axiom",
      "opaque");

  LeanOutline {
    declarations = List.copyOf(declarations);
    ends = List.copyOf(ends);
  }

  static LeanOutline of(String text) {
    return new Reader(text, LeanLexer.lex(text)).read();
  }

  /** A scope that is open, with the part of a name that it adds. */
  private record Scope(String word, String name) {}

  /** One reading of one text. */
  private static final class Reader {

    private final String text;
    private final List<LeanToken> tokens;
    private final List<LeanDeclaration> found = new ArrayList<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();

    Reader(String text, List<LeanToken> tokens) {
      this.text = text;
      this.tokens = tokens;
    }

    LeanOutline read() {
      int depth = 0;
      for (int i = 0; i < tokens.size(); i++) {
        LeanToken token = tokens.get(i);
        depth = Math.max(0, depth + token.depth());
        if (depth > 0 || token.kind() != Kind.WORD) {
          continue;
        }
        switch (token.text()) {
          case "namespace" -> scopes.push(new Scope("namespace", nameAt(i + 1)));
          case "section" ->
            scopes.push(new Scope(
                "section",
                i + 1 < tokens.size() && !tokens.get(i + 1).firstOfLine() ? nameAt(i + 1) : ""));
          case "mutual" -> scopes.push(new Scope("mutual", ""));
          case "end" -> close(i);
          default -> declare(i);
        }
      }
      List<LeanDeclaration> declarations = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        LeanDeclaration d = found.get(i);
        int end = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
        declarations.add(
            new LeanDeclaration(d.word(), d.name(), d.hidden(), d.start(), end, d.line()));
      }
      return new LeanOutline(
          declarations,
          scopes.stream()
              .map(s -> s.name().isEmpty() || s.word().equals("mutual") ? "end" : "end " + s.name())
              .toList());
    }

    /** An end with a name of several parts may close several scopes. */
    private void close(int index) {
      boolean named = index + 1 < tokens.size()
          && !tokens.get(index + 1).firstOfLine()
          && tokens.get(index + 1).kind() == Kind.WORD;
      int parts = named ? tokens.get(index + 1).text().split("\\.", -1).length : 1;
      while (parts > 0 && !scopes.isEmpty()) {
        Scope scope = scopes.pop();
        parts -= scope.name().isEmpty() ? 1 : scope.name().split("\\.", -1).length;
      }
    }

    private void declare(int index) {
      LeanToken token = tokens.get(index);
      if (!WORDS.contains(token.text()) || before(index, "deriving")) {
        return;
      }
      int at = index + 1;
      if (token.is("class") && at < tokens.size() && tokens.get(at).is("inductive")) {
        at++;
      } else if (token.is("inductive") && before(index, "class")) {
        return;
      }
      String own = nameAt(at);
      boolean nameless = own.isEmpty() || token.is("example");
      found.add(new LeanDeclaration(
          token.text(),
          nameless ? "" : qualified(own),
          isPrivate(index),
          token.start(),
          text.length(),
          1
              + (int) text.substring(0, token.start())
                  .chars()
                  .filter(c -> c == '\n')
                  .count()));
    }

    private String qualified(String own) {
      if (own.startsWith("_root_.")) {
        return own.substring("_root_.".length());
      }
      StringBuilder name = new StringBuilder();
      scopes.descendingIterator().forEachRemaining(s -> {
        if (s.word().equals("namespace")) {
          name.append(s.name()).append('.');
        }
      });
      return name.append(own).toString();
    }

    private boolean isPrivate(int index) {
      int i = index - 1;
      while (i >= 0 && LeanWords.MODIFIERS.contains(tokens.get(i).text())) {
        if (tokens.get(i).is("private")) {
          return true;
        }
        i--;
      }
      return false;
    }

    private boolean before(int index, String word) {
      return index > 0 && tokens.get(index - 1).is(word);
    }

    private String nameAt(int index) {
      return index < tokens.size() && tokens.get(index).kind() == Kind.WORD
          ? tokens.get(index).text()
          : "";
    }
  }
}
