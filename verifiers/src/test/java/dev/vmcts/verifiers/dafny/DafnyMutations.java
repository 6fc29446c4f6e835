package dev.vmcts.verifiers.dafny;

import dev.vmcts.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Reference solutions with one token changed. */
final class DafnyMutations {

  private static final Map<String, List<String>> OTHERS = Map.ofEntries(
      Map.entry("+", List.of("-", "*")),
      Map.entry("-", List.of("+")),
      Map.entry("*", List.of("+")),
      Map.entry("==", List.of("!=", "<", ":=")),
      Map.entry("<", List.of("<=", ">")),
      Map.entry("<=", List.of("<", ">=")),
      Map.entry(">", List.of("<", "==")),
      Map.entry("==>", List.of("==", "&&")),
      Map.entry("&&", List.of("||")),
      Map.entry(":=", List.of("==", "=")),
      Map.entry("0", List.of("1")),
      Map.entry("1", List.of("0", "2")),
      Map.entry("if", List.of("while", "")),
      Map.entry("then", List.of("else", "")),
      Map.entry("requires", List.of("ensures")),
      Map.entry("lemma", List.of("function")));

  private DafnyMutations() {}

  /** The texts of the holes with one token replaced, left out, or written twice. */
  static List<String> one(Problem problem, RandomGenerator random) {
    List<String> fills = new ArrayList<>(problem.reference());
    List<Integer> written = new ArrayList<>();
    for (int i = 0; i < fills.size(); i++) {
      if (!DafnyLexer.code(fills.get(i)).isEmpty()) {
        written.add(i);
      }
    }
    int hole = written.get(random.nextInt(written.size()));
    String fill = fills.get(hole);
    List<DafnyToken> tokens = DafnyLexer.code(fill);
    DafnyToken token = tokens.get(random.nextInt(tokens.size()));
    fills.set(
        hole,
        fill.substring(0, token.start())
            + instead(token, tokens, random)
            + fill.substring(token.end()));
    return fills;
  }

  private static String instead(DafnyToken token, List<DafnyToken> tokens, RandomGenerator random) {
    List<String> others = OTHERS.get(token.text());
    if (others != null) {
      return others.get(random.nextInt(others.size()));
    }
    if (token.kind() == DafnyToken.Kind.WORD && random.nextInt(3) > 0) {
      List<String> words = tokens.stream()
          .filter(t -> t.kind() == DafnyToken.Kind.WORD && !t.text().equals(token.text()))
          .map(DafnyToken::text)
          .toList();
      return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
    }
    return random.nextBoolean() ? "" : token.text() + " " + token.text();
  }
}
