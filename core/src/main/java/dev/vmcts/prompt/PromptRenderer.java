package dev.vmcts.prompt;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.problem.SourceScanner;
import dev.vmcts.text.OneLine;
import dev.vmcts.verify.StepReader;
import dev.vmcts.verify.VerifierState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes prefixes in a prompt style.
 *
 * <p>The text of a longer prefix extends that of a shorter one as far as the style allows, so that a model's cache can
 * be used. Every piece ends with a line break. The corpus of the bundled model is written by the same code.
 */
public final class PromptRenderer {

  /**
   * A stretch of a document.
   *
   * @param text the text, ending with a line break
   * @param written whether a model is to write it, rather than being shown it
   */
  public record Piece(String text, boolean written) {}

  private static final int FAILED_CHARS = 60;
  private final PromptStyle style;
  private final StepReader steps;

  public PromptRenderer(PromptStyle style, StepReader steps) {
    this.style = style;
    this.steps = steps;
  }

  /**
   * The prompt that asks for the next step.
   *
   * @param failed steps that were refused in the current state, oldest first, each on one line
   */
  public String prompt(Problem problem, List<Step> prefix, VerifierState now, List<String> failed) {
    StringBuilder text = new StringBuilder();
    document(problem, prefix, now).forEach(piece -> text.append(piece.text()));
    if (style.goals() == PromptStyle.Goals.CURRENT) {
      text.append(goal(problem, now, text));
    }
    return text.append(failed(CommentText.of(problem.language()), failed)).toString();
  }

  /**
   * The prompt that asks what is wrong with a refused program.
   *
   * @throws IllegalStateException if the style has none
   */
  public String reflect(Refused refused) {
    return refused.in(reflexion().reflect());
  }

  /**
   * The same style with a refused program before every prompt, in place of the preamble.
   *
   * @throws IllegalStateException if the style has no place for it
   */
  public PromptRenderer after(Refused refused) {
    return new PromptRenderer(style.withPreamble(refused.in(reflexion().retry())), steps);
  }

  private PromptStyle.Reflexion reflexion() {
    return style
        .reflexive()
        .orElseThrow(() -> new IllegalStateException("style " + style.id() + " has no reflexion"));
  }

  /** The document of a prefix: what is given and what was written, up to the current state. */
  public List<Piece> document(Problem problem, List<Step> prefix, VerifierState now) {
    CommentText comment = CommentText.of(problem.language());
    List<Piece> pieces = new ArrayList<>();
    shown(pieces, style.preamble());
    if (!style.spec().isEmpty() && !problem.header().spec().isBlank()) {
      shown(
          pieces,
          comment.line(style.spec().replace("%s", OneLine.of(problem.header().spec()))));
    }
    int hole = -1;
    for (Step step : prefix) {
      hole = enter(pieces, problem, hole, step.before());
      if (style.goals() == PromptStyle.Goals.ALL) {
        shown(pieces, goal(problem, step.before(), last(pieces)));
        shown(pieces, failed(comment, step.failed()));
      }
      pieces.add(new Piece(steps.trim(step.text()) + "\n", true));
    }
    enter(pieces, problem, hole, now);
    if (style.goals() == PromptStyle.Goals.ALL) {
      shown(pieces, goal(problem, now, last(pieces)));
    }
    return pieces;
  }

  /** Adds the given text between the hole that was written last and the one that the state is in. */
  private int enter(List<Piece> pieces, Problem problem, int from, VerifierState state) {
    for (int i = from + 1; i <= state.hole(); i++) {
      shown(pieces, given(problem, i));
      if (style.next() && i == state.hole() && !state.complete() && showsNext(problem, state)) {
        shown(pieces, next(problem, i));
      }
    }
    return Math.max(from, state.hole());
  }

  /** Whether it is told what follows: not in a Coq proof, whose goals say what is wanted. */
  private static boolean showsNext(Problem problem, VerifierState state) {
    return problem.language() == Language.DAFNY || !state.inProof();
  }

  private String given(Problem problem, int index) {
    String text = problem.given().get(index);
    if (style.comments()) {
      return text.isBlank() ? "" : text.strip() + "\n";
    }
    return SourceScanner.of(problem.language()).withoutComments(text);
  }

  /** What follows a hole, in a comment. */
  private String next(Problem problem, int hole) {
    String statements = Following.of(problem, hole, steps);
    return statements.isEmpty()
        ? ""
        : CommentText.of(problem.language()).block("Next:", statements);
  }

  /** The goal comment; none in Dafny, and none right after a statement, where the proof is yet to be begun. */
  private static String goal(Problem problem, VerifierState state, CharSequence before) {
    if (!state.inProof() || problem.language() == Language.DAFNY) {
      return "";
    }
    if (problem.language() == Language.COQ && endsWithStatement(before.toString())) {
      return "";
    }
    return CommentText.of(problem.language()).line(GoalText.of(state));
  }

  private static boolean endsWithStatement(String text) {
    int sentence =
        Math.max(text.lastIndexOf(".\n", Math.max(0, text.length() - 3)), text.lastIndexOf("*)\n"));
    String lastSentence = sentence < 0 ? text : text.substring(sentence + 2);
    return Following.COQ_STATEMENT.matcher(lastSentence.strip()).lookingAt();
  }

  private String failed(CommentText comment, List<String> texts) {
    if (style.failed() == 0 || texts.isEmpty()) {
      return "";
    }
    Deque<String> shown = new ArrayDeque<>();
    for (int i = texts.size() - 1; i >= 0 && shown.size() < style.failed(); i--) {
      String text = texts.get(i);
      if (text.length() <= FAILED_CHARS && !comment.delimits(text)) {
        shown.addFirst(text);
      }
    }
    return shown.isEmpty() ? "" : comment.line("failed: " + String.join(" ", shown));
  }

  private static void shown(List<Piece> pieces, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, false));
    }
  }

  private static String last(List<Piece> pieces) {
    return pieces.isEmpty() ? "" : pieces.get(pieces.size() - 1).text();
  }
}
