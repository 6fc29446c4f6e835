package dev.vmcts.prompt.context;

import dev.vmcts.llm.ModelException;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.verify.StepReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a model is shown of other files: the declarations that have most to do with a problem, in the order of the files.
 * The same files and problem give the same text.
 *
 * @param text the declarations, each ending with a line break; empty when there is none
 * @param shown how many they are
 * @param declarations how many there are in all files
 * @param tokens tokens of the text
 */
public record ContextChoice(String text, int shown, int declarations, int tokens) {

  /** With less room than this no declaration is looked for any more. */
  private static final int LEAST = 8;

  /** Says how many tokens a text has. */
  @FunctionalInterface
  public interface Counter {
    int tokens(String text) throws ModelException, InterruptedException;
  }

  private record Scored(int index, double score) {}

  /**
   * Chooses by {@link Bm25}: names of two letters or more that the problem's code, specification and expected names share
   * with a declaration. The most relevant come first; one that does not fit is passed by. A file that holds all of the
   * problem's own code is left out: it is the problem, or a solution of it.
   *
   * @param files the texts of the files
   * @param steps cuts the language's text
   * @param most most tokens
   */
  public static ContextChoice of(
      Problem problem, List<String> files, StepReader steps, int most, Counter counter)
      throws ModelException, InterruptedException {
    List<String> all = files.stream()
        .filter(file -> !isOf(problem, file))
        .flatMap(file -> Declarations.of(problem.language(), steps, file).stream())
        .distinct()
        .toList();
    Bm25 relevance = new Bm25(all.stream().map(Terms::of).toList());
    Set<String> question = question(problem);
    List<Scored> ranked = IntStream.range(0, all.size())
        .mapToObj(i -> new Scored(i, relevance.score(i, question)))
        .filter(scored -> scored.score() > 0)
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .toList();
    List<Integer> chosen = new ArrayList<>();
    int room = most;
    for (Scored scored : ranked) {
      int tokens = room < LEAST ? most + 1 : counter.tokens(all.get(scored.index()) + "\n");
      if (tokens <= room) {
        chosen.add(scored.index());
        room -= tokens;
      }
    }
    String text = text(all, chosen);
    int tokens = text.isEmpty() ? 0 : counter.tokens(text);
    while (tokens > most) {
      // Tokens at the borders of declarations may be others than those of each alone.
      chosen.remove(chosen.size() - 1);
      text = text(all, chosen);
      tokens = text.isEmpty() ? 0 : counter.tokens(text);
    }
    return new ContextChoice(text, chosen.size(), all.size(), tokens);
  }

  private static String text(List<String> all, List<Integer> chosen) {
    return chosen.stream().sorted().map(i -> all.get(i) + "\n").collect(Collectors.joining());
  }

  private static Set<String> question(Problem problem) {
    Set<String> names = new TreeSet<>(Terms.of(problem.header().spec()));
    names.addAll(problem.header().defines());
    SourceScanner scanner = SourceScanner.of(problem.language());
    problem.given().forEach(given -> names.addAll(Terms.of(scanner.withoutComments(given))));
    return names;
  }

  /** Whether a file has all given text of a problem, in its order, whatever stands between. */
  private static boolean isOf(Problem problem, String file) {
    SourceScanner scanner = SourceScanner.of(problem.language());
    String code = scanner.withoutComments(file);
    int at = 0;
    boolean some = false;
    for (String given : problem.given()) {
      String piece = scanner.withoutComments(given).strip();
      at = code.indexOf(piece, at);
      if (at < 0) {
        return false;
      }
      at += piece.length();
      some |= !piece.isEmpty();
    }
    return some;
  }
}
