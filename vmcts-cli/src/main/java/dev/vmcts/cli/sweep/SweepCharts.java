package dev.vmcts.cli.sweep;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a sweep: pass@T of every arm, over all problems and for each. */
final class SweepCharts {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 320;
  private static final int SMALL_WIDTH = 240;
  private static final int SMALL_HEIGHT = 130;

  private final SweepData data;

  SweepCharts(SweepData data) {
    this.data = data;
  }

  /** The mean over all problems, as a file of its own. */
  String file(Cost cost) throws IOException {
    return mean(cost, "<style>\n" + Resource.text("chart.css") + "</style>\n");
  }

  /** The mean over all problems, for a page that has the style. */
  String mean(Cost cost) {
    return mean(cost, "");
  }

  private String mean(Cost cost, String style) {
    Map<String, PassAt> curves = new LinkedHashMap<>();
    for (String arm : data.arms()) {
      if (!data.runs(arm).isEmpty()) {
        curves.put(arm, PassAt.of(data.byProblem(arm), cost));
      }
    }
    return new CurveChart(cost, data.runs(), WIDTH, HEIGHT)
        .draw(
            curves, data.arms(), "pass@T in " + cost.word() + ", mean over problems", true, style);
  }

  /** One problem, small and without a legend. */
  String of(String problem, Cost cost) {
    Map<String, PassAt> curves = new LinkedHashMap<>();
    for (String arm : data.arms()) {
      List<SweepRun> runs = data.runs(arm, problem);
      if (!runs.isEmpty()) {
        curves.put(arm, PassAt.of(List.of(runs), cost));
      }
    }
    return new CurveChart(cost, data.runs(), SMALL_WIDTH, SMALL_HEIGHT)
        .draw(curves, data.arms(), problem + ": pass@T in " + cost.word(), false, "");
  }
}
