package dev.vmcts.cli.dialogue;

import dev.vmcts.problem.Language;
import dev.vmcts.problem.Problem;
import dev.vmcts.search.dialogue.Candidate;
import dev.vmcts.search.dialogue.Place;
import dev.vmcts.text.OneLine;
import dev.vmcts.verify.Goal;
import dev.vmcts.verify.Hypothesis;
import dev.vmcts.verify.VerifierState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A place as a person sees it; every text ends with a line break. */
final class PlaceText {

  private static final int TAIL_LINES = 8;
  private static final int STEP_CHARS = 72;

  private final Problem problem;

  PlaceText(Problem problem) {
    this.problem = problem;
  }

  /** Where it is, the last lines of the program, and the current goal. */
  String place(Place place) {
    List<String> lines = program(place).lines().toList();
    int skipped = Math.max(0, lines.size() - TAIL_LINES);
    StringBuilder text = new StringBuilder("\n-- %s, hole %d of %d, %d steps%n"
        .formatted(
            Path.of(problem.name()).getFileName(),
            place.state().hole() + 1,
            problem.holes().size(),
            place.depth()));
    text.append(skipped > 0 ? "  ...\n" : "");
    lines.subList(skipped, lines.size()).forEach(line -> indented(text, line));
    return text.append(goals(place, 1)).toString();
  }

  /** The given text and what the holes hold, up to the place. */
  String program(Place place) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= place.state().hole(); i++) {
      text.append(problem.given().get(i)).append(place.fills().get(i));
    }
    return text.toString().stripTrailing() + "\n";
  }

  /**
   * The goals in focus in full; where there are none, what is missing. Dafny counts goals and shows none.
   *
   * @param most so many at most
   */
  String goals(Place place, int most) {
    VerifierState state = place.state();
    StringBuilder text = new StringBuilder();
    List<Goal> goals = state.goals();
    for (int i = 0; i < Math.min(most, goals.size()); i++) {
      text.append("goal %d of %d%n".formatted(i + 1, state.openGoals()));
      for (Hypothesis h : goals.get(i).hypotheses()) {
        indented(text, h.name() + " : " + h.type());
      }
      indented(text, "|- " + goals.get(i).conclusion());
    }
    int others = state.openGoals() - goals.size();
    if (problem.language() != Language.DAFNY && others > 0 && most >= goals.size()) {
      text.append(others).append(others == 1 ? " goal" : " goals").append(" out of focus\n");
    }
    return text.isEmpty() ? noGoals(place) : text.toString();
  }

  private static String noGoals(Place place) {
    if (place.state().inProof() && place.state().openGoals() == 0) {
      return "no goal is left\n";
    }
    return place.missing().isBlank()
        ? "no goals are shown here\n"
        : "still missing: " + place.missing().strip() + "\n";
  }

  /** The candidates that one can go on from, and how many were refused. */
  String candidates(Place place) {
    StringBuilder text = new StringBuilder();
    int refused = 0;
    for (Candidate candidate : place.candidates()) {
      if (candidate.takeable() || candidate.verdict().equals("accepted")) {
        text.append(line(candidate, String.join(", ", about(place, candidate))));
      } else {
        refused++;
      }
    }
    if (refused > 0) {
      text.append("%d refused (f: why)%n".formatted(refused));
    }
    return text.isEmpty() ? "no candidates (m: ask the model, w: write)\n" : text.toString();
  }

  /** The candidates that one cannot go on from, and why. */
  String refused(Place place) {
    StringBuilder text = new StringBuilder();
    for (Candidate candidate : place.candidates()) {
      if (!candidate.takeable() && !candidate.verdict().equals("accepted")) {
        text.append(line(candidate, probability(candidate)));
        String reason =
            candidate.reason().isEmpty() ? "" : ": " + candidate.reason().strip();
        (candidate.verdict() + reason).lines().forEach(l -> indented(text.append("    "), l));
      }
    }
    return text.isEmpty() ? "none was refused\n" : text.toString();
  }

  private static String line(Candidate candidate, String about) {
    String step = candidate.text().isEmpty() ? "(nothing more in this hole)" : candidate.text();
    return "%3d  %-30s  %s"
            .formatted(candidate.number(), cut(OneLine.of(step)), about)
            .stripTrailing()
        + "\n";
  }

  private List<String> about(Place place, Candidate candidate) {
    List<String> about = new ArrayList<>();
    String probability = probability(candidate);
    if (!probability.isEmpty()) {
      about.add(probability);
    }
    candidate.after().ifPresent(state -> about.add(after(place, state)));
    if (candidate.after().isEmpty()) {
      about.add("completes the program, which is accepted");
    } else if (!candidate.verdict().equals("verified")) {
      about.add("the program that it completes is " + candidate.verdict() + ": "
          + OneLine.of(candidate.reason()));
    }
    if (candidate.visits() > 1) {
      about.add(String.format(
          Locale.ROOT, "%d visits, mean %+.2f", candidate.visits(), candidate.mean()));
    }
    return about;
  }

  private static String probability(Candidate candidate) {
    return switch (candidate.source()) {
      case MODEL -> String.format(Locale.ROOT, "log p %.2f", candidate.logProbability());
      case PERSON -> "yours";
      case VERIFIER -> candidate.text().isEmpty() ? "" : "the verifier's";
    };
  }

  private String after(Place place, VerifierState state) {
    if (state.hole() != place.state().hole()) {
      return "goes on to hole " + (state.hole() + 1);
    } else if (!state.inProof() || problem.language() == Language.DAFNY) {
      return "verified";
    }
    return state.openGoals() == 0
        ? "no goal left"
        : state.openGoals() + (state.openGoals() == 1 ? " goal" : " goals");
  }

  private static String cut(String text) {
    return text.length() <= STEP_CHARS ? text : text.substring(0, STEP_CHARS - 2) + "..";
  }

  private static void indented(StringBuilder text, String lines) {
    lines.lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }
}
