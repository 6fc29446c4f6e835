package dev.vmcts.verifiers.dafny;

import dev.vmcts.verify.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says whether assertions that are given behind a hole in the same body are still met, and mean what they say. */
final class DafnyReach {

  private DafnyReach() {}

  /** What is wrong with a text for a hole between statements. */
  static Optional<Diagnostic> fault(DafnyGiven given, DafnyHole hole, String fill) {
    if (!hole.inBody()) {
      return Optional.empty();
    }
    List<DafnyToken> behind = given.behindInBody(hole);
    if (behind.stream().noneMatch(t -> t.isWord("assert"))) {
      return Optional.empty();
    }
    List<DafnyToken> tokens = DafnyLexer.code(fill);
    return leaves(tokens)
        .map(word -> "'" + word + "' would skip an assertion that is given behind the hole")
        .or(() -> hidden(given, tokens, behind)
            .map(name -> "'" + name + "' means something in the given text"))
        .map(DafnyAudit::forbidden);
  }

  /** A statement that leaves the body, or a loop that is not the hole's own. */
  private static Optional<String> leaves(List<DafnyToken> tokens) {
    Set<String> labels = new HashSet<>();
    boolean loop = false;
    for (int i = 0; i < tokens.size(); i++) {
      DafnyToken token = tokens.get(i);
      DafnyToken next = tokens.get(Math.min(i + 1, tokens.size() - 1));
      loop |= token.isWord("while") || token.isWord("for");
      if (token.isWord("label")) {
        labels.add(next.text());
      }
      boolean jump = token.isWord("break") || token.isWord("continue");
      boolean own = loop
          && !next.isWord("break")
          && (next.kind() != DafnyToken.Kind.WORD || labels.contains(next.text()));
      if (token.isWord("return") || (jump && !own)) {
        return Optional.of(token.text());
      }
    }
    return Optional.empty();
  }

  /** A variable of the hole that takes the name of something that is given. */
  private static Optional<String> hidden(
      DafnyGiven given, List<DafnyToken> tokens, List<DafnyToken> behind) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isWord("var")) {
        for (int j = i + 1;
            j < tokens.size() && !tokens.get(j).text().matches(":=|:\\||;|\\)|::");
            j++) {
          names.add(tokens.get(j).text());
        }
      }
    }
    return names.stream()
        .filter(given.fixedNames()::contains)
        .filter(name -> behind.stream().anyMatch(t -> t.isWord(name)))
        .findFirst();
  }
}
