package dev.vmcts.verifiers.coq;

import dev.vmcts.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A problem with its holes filled, sentence by sentence.
 *
 * @param text the whole program
 * @param lines its sentences in order
 */
record CoqProgram(String text, List<Line> lines) {

  /** Not in a hole. */
  static final int GIVEN = -1;

  /**
   * A sentence and who wrote it.
   *
   * @param hole the hole that it fills, or {@link #GIVEN}
   * @param sentence its tokens, their places counted in the text of its piece
   * @param text its characters
   */
  record Line(int hole, CoqSentence sentence, String text) {

    boolean given() {
      return hole == GIVEN;
    }

    String command() {
      return sentence.first().text();
    }
  }

  CoqProgram {
    lines = List.copyOf(lines);
  }

  /** Cuts the pieces of a program, each on its own. */
  static CoqProgram of(Problem problem, List<String> fills) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < problem.given().size(); i++) {
      add(lines, GIVEN, problem.given().get(i));
      if (i < fills.size()) {
        add(lines, i, fills.get(i));
      }
    }
    return new CoqProgram(problem.fill(fills), lines);
  }

  private static void add(List<Line> lines, int hole, String piece) {
    for (CoqSentence sentence : CoqSentence.split(piece).sentences()) {
      lines.add(new Line(hole, sentence, piece.substring(sentence.start(), sentence.end())));
    }
  }

  /**
   * Says whether given text and fills could run into each other: each must consist of whole sentences, and together
   * they must read as they do one by one.
   *
   * @return what is wrong, or empty
   */
  static Optional<String> borderFault(Problem problem, List<String> fills) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < fills.size(); i++) {
      pieces.add(problem.given().get(i));
      pieces.add(fills.get(i));
    }
    pieces.add(problem.given().get(fills.size()));
    List<Integer> ends = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < pieces.size(); i++) {
      CoqSentence.Split split = CoqSentence.split(pieces.get(i));
      if (!split.rest().isEmpty()) {
        return Optional.of((i % 2 == 0
                ? "the given text before hole " + (i / 2 + 1)
                : "the text in hole " + (i / 2 + 1))
            + " ends inside a sentence or comment; a hole holds whole sentences");
      }
      for (CoqSentence sentence : split.sentences()) {
        ends.add(offset + sentence.end());
      }
      offset += pieces.get(i).length();
    }
    CoqSentence.Split whole = CoqSentence.split(String.join("", pieces));
    boolean same = whole.rest().isEmpty()
        && ends.equals(whole.sentences().stream().map(CoqSentence::end).toList());
    return same
        ? Optional.empty()
        : Optional.of("a hole and the given text around it run into each other");
  }

  /** The names that a hole defines. */
  List<String> definedIn(int hole) {
    return lines.stream()
        .filter(l -> l.hole() == hole)
        .flatMap(l -> CoqNames.definedBy(l.sentence()).stream())
        .distinct()
        .toList();
  }

  /** The given sentences behind a hole. */
  List<Line> givenAfter(int hole) {
    int last = IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).hole() == hole)
        .max()
        .orElse(-1);
    return lines.subList(last + 1, lines.size()).stream().filter(Line::given).toList();
  }
}
