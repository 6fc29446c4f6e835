package dev.vmcts.cli.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The tables of a sweep: what is solved, pass@T, and how far arms differ. */
final class SweepTables {

  private final SweepData data;
  private final PairedBootstrap bootstrap;

  SweepTables(SweepData data, PairedBootstrap bootstrap) {
    this.data = data;
    this.bootstrap = bootstrap;
  }

  List<Table> all() {
    List<Table> tables = new ArrayList<>();
    tables.add(solved());
    for (Cost cost : Cost.values()) {
      tables.add(passAt(cost));
    }
    if (data.arms().size() > 1) {
      for (Cost cost : Cost.values()) {
        tables.add(differences(cost));
      }
    }
    return tables;
  }

  /** Solved of how many, and the median of what solving took. */
  private Table solved() {
    List<List<String>> rows = new ArrayList<>();
    for (String problem : data.problems()) {
      rows.add(row(problem, arm -> solved(data.runs(arm, problem))));
    }
    rows.add(row("all runs", arm -> solved(data.runs(arm))));
    rows.add(row("problems solved by most seeds", arm -> {
      List<List<SweepRun>> of = data.byProblem(arm);
      return of.stream().filter(runs -> 2 * solvedOf(runs) > runs.size()).count() + "/" + of.size();
    }));
    return new Table(
        "Solved",
        "Runs solved of runs made, the Wilson interval at 95 %, and medians over the solved runs.",
        headers("problem", data.arms()),
        rows);
  }

  private static String solved(List<SweepRun> runs) {
    if (runs.isEmpty()) {
      return "";
    }
    Wilson interval = Wilson.of((int) solvedOf(runs), runs.size());
    String share =
        format("%d/%d [%.2f, %.2f]", solvedOf(runs), runs.size(), interval.low(), interval.high());
    return solvedOf(runs) == 0
        ? share
        : share
            + format(
                ", %.0f tokens, %.1f s", median(runs, Cost.TOKENS), median(runs, Cost.SECONDS));
  }

  private static long solvedOf(List<SweepRun> runs) {
    return runs.stream().filter(SweepRun::solved).count();
  }

  /** The median of what the solved runs cost. */
  static double median(List<SweepRun> runs, Cost cost) {
    double[] sorted =
        runs.stream().filter(SweepRun::solved).mapToDouble(cost::of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private Table passAt(Cost cost) {
    List<List<String>> rows = new ArrayList<>();
    for (double t : cost.standard(data.runs())) {
      rows.add(row(number(t), arm -> data.runs(arm).isEmpty() ? "" : point(arm, cost, t)));
    }
    return new Table(
        "pass@T in " + cost.word(),
        "The share of runs that are solved within T " + cost.word()
            + ", averaged over the problems that the arm has runs of, with the Wilson interval at 95 %. ≥: a run was cut"
            + " short before T.",
        headers("T", data.arms()),
        rows);
  }

  private String point(String arm, Cost cost, double t) {
    PassAt.Point point = PassAt.of(data.byProblem(arm), cost).at(t);
    return format(
        "%s%.2f [%.2f, %.2f]",
        point.atLeast() ? "≥ " : "",
        point.share(),
        point.interval().low(),
        point.interval().high());
  }

  private Table differences(Cost cost) {
    String first = data.arms().get(0);
    List<String> others = data.arms().subList(1, data.arms().size());
    List<List<String>> rows = new ArrayList<>();
    for (double t : cost.standard(data.runs())) {
      List<String> cells = new ArrayList<>(List.of(number(t)));
      others.forEach(arm -> cells.add(difference(first, arm, cost, t)));
      rows.add(cells);
    }
    return new Table(
        "Difference to " + first + " in pass@T in " + cost.word(),
        "Mean over problems of the paired differences, with the bootstrap's interval at 95 % ("
            + bootstrap.resamples()
            + " resamples of the problems, seed " + bootstrap.seed()
            + "); an interval needs two problems. A run that was cut short counts as unsolved.",
        headers("T", others),
        rows);
  }

  private String difference(String first, String arm, Cost cost, double t) {
    PairedBootstrap.Difference d = bootstrap.difference(data, first, arm, cost, t);
    return switch (d.problems()) {
      case 0 -> "";
      case 1 -> signed(d.mean());
      default -> format("%s [%s, %s]", signed(d.mean()), signed(d.low()), signed(d.high()));
    };
  }

  /** With a sign, but none that stands before a zero by rounding. */
  private static String signed(double difference) {
    return format("%+.2f", Math.abs(difference) < 0.005 ? 0.0 : difference);
  }

  private static List<String> headers(String first, List<String> arms) {
    List<String> headers = new ArrayList<>(List.of(first));
    headers.addAll(arms);
    return headers;
  }

  private List<String> row(String title, Function<String, String> cell) {
    List<String> cells = new ArrayList<>(List.of(title));
    data.arms().forEach(arm -> cells.add(cell.apply(arm)));
    return cells;
  }

  /** A T as people write it. */
  static String number(double t) {
    return t == Math.rint(t) ? format("%,d", (long) t) : format("%.2f", t);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
