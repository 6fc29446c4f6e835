package dev.vmcts.verifiers.dafny;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds preconditions in holes that nothing meets, which make a claim hold for nothing: for each, a lemma claims that it
 * is contradictory, and must fail.
 */
final class DafnyVacuity {

  private final String text;
  private final Map<Integer, String> names;

  private DafnyVacuity(String text, Map<Integer, String> names) {
    this.text = text;
    this.names = names;
  }

  static DafnyVacuity of(DafnyProgram program) {
    StringBuilder text = new StringBuilder(program.text()).append('\n');
    Map<Integer, String> names = new LinkedHashMap<>();
    for (DafnyDeclaration d : DafnyPrefix.of(program.text()).declarations()) {
      boolean wanted = (d.isFunction() || d.isProcedure()) && !d.member();
      if (wanted && (program.inFill(d.start()) || program.fillsContract(d))) {
        String header = program.text().substring(d.start(), d.headerEnd());
        claim(header, names.size()).ifPresent(lemma -> {
          names.put((int) text.chars().filter(c -> c == '\n').count() + 1, d.name());
          text.append(lemma).append('\n');
        });
      }
    }
    return new DafnyVacuity(text.toString(), names);
  }

  /** The lemma, on one line, if the header has a precondition. */
  private static Optional<String> claim(String header, int number) {
    List<DafnyToken> tokens = DafnyLexer.code(header);
    List<String> preconditions = new ArrayList<>();
    String parameters = "";
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(") && parameters.isEmpty()) {
        int behind = DafnyBraces.behindClose(tokens, i);
        parameters = behind < 0 ? "" : typeParameters(tokens, i) + words(tokens, i, behind);
      } else if (tokens.get(i).isWord("requires")) {
        int end = clauseEnd(tokens, i + 1);
        preconditions.add(words(tokens, i, end));
      }
    }
    return preconditions.isEmpty() || parameters.isEmpty()
        ? Optional.empty()
        : Optional.of("lemma vmcts__vacuous" + number + parameters + " "
            + String.join(" ", preconditions) + " ensures false { }");
  }

  private static String typeParameters(List<DafnyToken> tokens, int bracket) {
    int from = bracket;
    if (bracket > 0 && tokens.get(bracket - 1).isSymbol(">")) {
      while (from > 0 && !tokens.get(from).isSymbol("<")) {
        from--;
      }
    }
    return words(tokens, from, bracket);
  }

  private static int clauseEnd(List<DafnyToken> tokens, int from) {
    int i = from;
    while (i < tokens.size() && !DafnyWords.isWordOf(tokens.get(i), DafnyWords.CLAUSES)) {
      i++;
    }
    return i;
  }

  private static String words(List<DafnyToken> tokens, int from, int to) {
    return String.join(
        " ", tokens.subList(from, to).stream().map(DafnyToken::text).toList());
  }

  /** The program with the lemmas behind it. */
  String text() {
    return text;
  }

  /** The declarations with a precondition. */
  List<String> names() {
    return List.copyOf(names.values());
  }

  /** The first declaration whose precondition is contradictory, by a run of which only the lemmas may fail. */
  Optional<String> neverMet(DafnyReport report) {
    boolean limits = !report.unfinished().isEmpty();
    boolean judged = report.errors().stream()
        .allMatch(e -> DafnyErrors.isPostcondition(e) || names.containsKey(e.line()));
    return names.entrySet().stream()
        .filter(e -> judged && !limits)
        .filter(e -> report.errors().stream().noneMatch(error -> error.line() == e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
