package dev.vmcts.prompt;

import dev.vmcts.llm.Prompt;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
  private final Optional<Refused> refused;
  private final String context;

  public PromptRenderer(PromptStyle style, StepReader steps) {
    this(style, steps, Optional.empty(), "");
  }

  private PromptRenderer(
      PromptStyle style, StepReader steps, Optional<Refused> refused, String context) {
    this.style = style;
    this.steps = steps;
    this.refused = refused;
    this.context = context;
  }

  /** The same with other files shown where the style has a place for them; an empty text is none. */
  public PromptRenderer withContext(String text) {
    return new PromptRenderer(style, steps, refused, text);
  }

  /**
   * The prompt that asks for the next step.
   *
   * @param failed steps that were refused in the current state, oldest first, each on one line
   * @param begun text of the step that is there already
   */
  public Prompt prompt(
      Problem problem, List<Step> prefix, VerifierState now, List<String> failed, String begun) {
    return prompt(problem, prefix, now, failed, begun, Brevity.FULL);
  }

  /** The same with some of it left out. */
  public Prompt prompt(
      Problem problem,
      List<Step> prefix,
      VerifierState now,
      List<String> failed,
      String begun,
      Brevity brevity) {
    StringBuilder text = new StringBuilder();
    document(problem, prefix, now, brevity).forEach(piece -> text.append(piece.text()));
    if (style.goals() == PromptStyle.Goals.CURRENT) {
      text.append(goal(problem, now, text));
    }
    text.append(failed(CommentText.of(problem.language()), failed)).append(begun);
    String document = text.toString();
    Places places = places(problem, refused);
    return refused
        .map(r -> reflexion().retry())
        .or(style::said)
        .map(messages -> messages.after(context(brevity)).prompt(places, document))
        .orElseGet(() -> Prompt.of(document));
  }

  /** The same for a step of which nothing is there. */
  public Prompt prompt(Problem problem, List<Step> prefix, VerifierState now, List<String> failed) {
    return prompt(problem, prefix, now, failed, "");
  }

  /**
   * The prompt that asks what is wrong with a refused program.
   *
   * @throws IllegalStateException if the style has none
   */
  public Prompt reflect(Problem problem, Refused program) {
    return reflexion().reflect().prompt(places(problem, Optional.of(program)), "");
  }

  /**
   * The same style with what was said of a refused program before every prompt.
   *
   * @throws IllegalStateException if the style has no place for it
   */
  public PromptRenderer after(Refused program) {
    reflexion();
    return new PromptRenderer(style, steps, Optional.of(program), context);
  }

  /** How other files are shown; empty when none are. */
  private String context(Brevity brevity) {
    return context.isEmpty() || brevity.leavesOut(Brevity.GOALS_HERE)
        ? ""
        : style.contextual().orElse("");
  }

  private Places places(Problem problem, Optional<Refused> refused) {
    return refused
        .map(Refused::places)
        .orElse(new Places(Map.of()))
        .with(Messages.LANGUAGE, problem.language().name().toLowerCase(Locale.ROOT))
        .with(Messages.CONTEXT, context.stripTrailing());
  }

  private PromptStyle.Reflexion reflexion() {
    return style
        .reflexive()
        .orElseThrow(() -> new IllegalStateException("style " + style.id() + " has no reflexion"));
  }

  /** The document of a prefix: what is given and what was written, up to the current state. */
  public List<Piece> document(Problem problem, List<Step> prefix, VerifierState now) {
    return document(problem, prefix, now, Brevity.FULL);
  }

  private List<Piece> document(
      Problem problem, List<Step> prefix, VerifierState now, Brevity brevity) {
    CommentText comment = CommentText.of(problem.language());
    List<Piece> pieces = new ArrayList<>();
    shown(pieces, style.preamble());
    if (style.said().isEmpty()) {
      shown(pieces, places(problem, Optional.empty()).in(context(brevity)));
    }
    if (!style.spec().isEmpty() && !problem.header().spec().isBlank()) {
      shown(
          pieces,
          comment.line(style.spec().replace("%s", OneLine.of(problem.header().spec()))));
    }
    int head = pieces.size();
    int hole = -1;
    for (Step step : prefix) {
      hole = enter(pieces, problem, hole, step.before(), brevity);
      boolean done = step.before().hole() < now.hole();
      if (style.goals() == PromptStyle.Goals.ALL
          && !brevity.leavesOut(done ? Brevity.GOALS_HERE : Brevity.CURRENT_GOAL)) {
        shown(pieces, goal(problem, step.before(), last(pieces)));
        shown(pieces, failed(comment, step.failed()));
      }
      String text = steps.trim(step.text());
      if (!(done
          && brevity.leavesOut(Brevity.STATEMENTS)
          && FinishedProofs.isInside(problem.language(), step.before(), text))) {
        pieces.add(new Piece(text + "\n", true));
      }
    }
    enter(pieces, problem, hole, now, brevity);
    if (style.goals() == PromptStyle.Goals.ALL) {
      shown(pieces, goal(problem, now, last(pieces)));
    }
    if (brevity.leavesOut(Brevity.SECOND_HALF)) {
      dropFirstHalf(pieces.subList(head, pieces.size()));
    }
    return pieces;
  }

  private static void dropFirstHalf(List<Piece> pieces) {
    int all = pieces.stream().mapToInt(p -> p.text().length()).sum();
    int dropped = 0;
    while (pieces.size() > 1 && dropped + pieces.get(0).text().length() <= all / 2) {
      dropped += pieces.remove(0).text().length();
    }
  }

  /** Adds the given text between the hole that was written last and the one that the state is in. */
  private int enter(
      List<Piece> pieces, Problem problem, int from, VerifierState state, Brevity brevity) {
    for (int i = from + 1; i <= state.hole(); i++) {
      String given = given(problem, i);
      shown(
          pieces,
          brevity.leavesOut(Brevity.STATEMENTS)
              ? FinishedProofs.without(problem.language(), given)
              : given);
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
