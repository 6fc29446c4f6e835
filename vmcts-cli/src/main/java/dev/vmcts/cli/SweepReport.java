package dev.vmcts.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The table of a sweep in Markdown: solved of how many, and the median of what solving took. */
final class SweepReport {

  private final List<SweepRun> runs;
  private final Set<String> problems = new LinkedHashSet<>();
  private final Map<String, String> arms;

  /** A report on runs; arms with their options, in the order of the columns. */
  SweepReport(List<SweepRun> runs, Map<String, String> arms) {
    this.runs = List.copyOf(runs);
    this.arms = new LinkedHashMap<>(arms);
    runs.forEach(r -> problems.add(r.problem()));
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    arms.forEach((arm, options) ->
        text.append("- `").append(arm).append("`: `").append(options).append("`\n"));
    text.append("\n| problem |");
    arms.keySet().forEach(arm -> text.append(' ').append(arm).append(" |"));
    text.append("\n|---|").append("---|".repeat(arms.size())).append('\n');
    for (String problem : problems) {
      row(text, problem, r -> r.problem().equals(problem));
    }
    row(text, "all runs", r -> true);
    text.append("| problems solved by most seeds |");
    arms.keySet().forEach(arm -> text.append(' ').append(mostly(arm)).append(" |"));
    return text.append('\n').toString();
  }

  private void row(StringBuilder text, String title, Predicate<SweepRun> chosen) {
    text.append("| ").append(title).append(" |");
    for (String arm : arms.keySet()) {
      text.append(' ')
          .append(
              cell(runs.stream().filter(chosen).filter(r -> r.arm().equals(arm)).toList()))
          .append(" |");
    }
    text.append('\n');
  }

  private static String cell(List<SweepRun> runs) {
    if (runs.isEmpty()) {
      return "";
    }
    List<SweepRun> solved = runs.stream().filter(SweepRun::solved).toList();
    Wilson interval = Wilson.of(solved.size(), runs.size());
    String text = String.format(
        Locale.ROOT,
        "%d/%d [%.2f, %.2f]",
        solved.size(),
        runs.size(),
        interval.low(),
        interval.high());
    return solved.isEmpty()
        ? text
        : text
            + String.format(
                Locale.ROOT,
                ", %.0f tokens, %.1f s",
                median(solved.stream().mapToDouble(SweepRun::tokens).sorted().toArray()),
                median(solved.stream().mapToDouble(SweepRun::seconds).sorted().toArray()));
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private String mostly(String arm) {
    int all = 0;
    int most = 0;
    for (String problem : problems) {
      List<SweepRun> of = runs.stream()
          .filter(r -> r.arm().equals(arm) && r.problem().equals(problem))
          .toList();
      if (!of.isEmpty()) {
        all++;
        most += 2 * of.stream().filter(SweepRun::solved).count() > of.size() ? 1 : 0;
      }
    }
    return most + "/" + all;
  }
}
