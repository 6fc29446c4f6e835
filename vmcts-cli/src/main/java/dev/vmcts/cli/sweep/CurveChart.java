package dev.vmcts.cli.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The curves of pass@T over T as an SVG picture, a line with a band for each arm. Arms differ in colour and in dashes; the
 * colours are those of {@code chart.css}, for light and dark.
 */
final class CurveChart {

  private static final int COLOURS = 7;
  private static final List<String> DASHES = List.of("", "9 4", "2.5 3", "11 3 2.5 3", "5 2.5");
  private static final int LEFT = 52;
  private static final int RIGHT = 26;
  private static final int TOP = 12;
  private static final int BOTTOM = 44;
  private static final int LEGEND_ROW = 20;
  private static final int LETTER = 8;
  private static final int SAMPLE = 34;

  private final Cost cost;
  private final int width;
  private final int height;
  private final LogAxis axis;
  private final StringBuilder svg = new StringBuilder();

  /**
   * @param runs all runs, which settle the axis
   * @param width of the plot, in pixels
   * @param height of the plot, in pixels
   */
  CurveChart(Cost cost, List<SweepRun> runs, int width, int height) {
    this.cost = cost;
    this.width = width;
    this.height = height;
    double least = runs.stream().mapToDouble(cost::of).filter(c -> c > 0).min().orElse(1);
    this.axis = LogAxis.of(least, cost.most(runs), cost == Cost.TOKENS ? 1 : 0.1, width);
  }

  /**
   * Draws the curves of arms.
   *
   * @param arms every arm, also those without a curve, so that an arm looks the same in each chart
   * @param title what is shown
   * @param legend whether a legend says which line is which
   * @param style what goes into the picture's style element; empty where the page around it has it
   */
  String draw(
      Map<String, PassAt> curves, List<String> arms, String title, boolean legend, String style) {
    svg.setLength(0);
    Map<String, Integer> rows = legend ? legendPlaces(arms) : Map.of();
    int legendRows =
        rows.values().stream().mapToInt(p -> p / fullWidth() + 1).max().orElse(0);
    int fullHeight = TOP + height + BOTTOM + legendRows * LEGEND_ROW;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n",
        fullWidth(), fullHeight, fullWidth(), fullHeight);
    add("<title>%s</title>%n", Markup.text(title));
    add("<desc>%s</desc>%n", Markup.text(description(curves)));
    svg.append(style);
    if (!style.isEmpty()) {
      add("<rect class=\"back\" width=\"%d\" height=\"%d\"/>%n", fullWidth(), fullHeight);
    }
    axes();
    for (String arm : arms) {
      PassAt curve = curves.get(arm);
      if (curve != null) {
        curve(curve, arms.indexOf(arm));
      }
    }
    rows.forEach((arm, place) -> legend(arm, arms.indexOf(arm), place));
    return svg.append("</svg>\n").toString();
  }

  private int fullWidth() {
    return LEFT + width + RIGHT;
  }

  /** The end of each curve in words. */
  private String description(Map<String, PassAt> curves) {
    StringBuilder text = new StringBuilder("Share of runs solved within T " + cost.word() + ".");
    curves.forEach((arm, curve) -> text.append(String.format(
        Locale.ROOT,
        " %s: %.2f at %s.",
        arm,
        curve.at(axis.to()).share(),
        SweepTables.number(axis.to()))));
    return text.toString();
  }

  private void axes() {
    for (double tick : axis.ticks()) {
      double x = LEFT + axis.place(tick);
      add("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, TOP + height);
      add(
          "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
          x, TOP + height + 16, label(tick));
    }
    for (int fifth = 0; fifth <= 5; fifth++) {
      double y = y(fifth / 5.0);
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, LEFT + width);
      add(
          "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n",
          LEFT - 7, y + 4, fifth / 5.0);
    }
    add("<path class=\"axis\" d=\"M%d %dV%dH%d\"/>%n", LEFT, TOP, TOP + height, LEFT + width);
    add(
        "<text class=\"name\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">T (%s)</text>%n",
        LEFT + width / 2, TOP + height + 35, cost.word());
    add(
        "<text class=\"name\" transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">pass@T</text>%n",
        TOP + height / 2);
  }

  private static String label(double tick) {
    return tick < 1
        ? String.format(Locale.ROOT, "%.1f", tick)
        : SweepTables.number(Math.rint(tick));
  }

  private double y(double share) {
    return TOP + height * (1 - share);
  }

  /** A step for each pixel at which the value changes; the band lies between the steps of its ends. */
  private void curve(PassAt curve, int arm) {
    StringBuilder line = new StringBuilder();
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    PassAt.Point before = curve.at(axis.from());
    start(line, y(before.share()));
    start(upper, y(before.interval().high()));
    lower.append(low(0, before));
    for (int x = 1; x <= width; x++) {
      PassAt.Point here = curve.at(x == width ? axis.to() : axis.value(x));
      if (here.share() != before.share() || x == width) {
        step(line, x, y(here.share()));
        step(upper, x, y(here.interval().high()));
        lower.insert(0, low(x, here) + low(x, before));
        before = here;
      }
    }
    add("<path class=\"band c%d\" d=\"%s%sZ\"/>%n", arm % COLOURS, upper, lower);
    add(
        "<path class=\"line c%d\" stroke-dasharray=\"%s\" d=\"%s\"/>%n",
        arm % COLOURS, dashes(arm), line);
  }

  private static String dashes(int arm) {
    String dashes = DASHES.get(arm % DASHES.size());
    return dashes.isEmpty() ? "none" : dashes;
  }

  private static void start(StringBuilder path, double y) {
    path.append(String.format(Locale.ROOT, "M%d %.1f", LEFT, y));
  }

  private static void step(StringBuilder path, int x, double y) {
    path.append(String.format(Locale.ROOT, "H%dV%.1f", LEFT + x, y));
  }

  private String low(int x, PassAt.Point point) {
    return String.format(Locale.ROOT, "L%d %.1f", LEFT + x, y(point.interval().low()));
  }

  /** Where each arm is in the legend: pixels from the left, as if the rows were one. */
  private Map<String, Integer> legendPlaces(List<String> arms) {
    Map<String, Integer> places = new LinkedHashMap<>();
    int row = 0;
    int x = LEFT;
    for (String arm : arms) {
      int room = SAMPLE + 8 + arm.length() * LETTER + 18;
      if (x > LEFT && x + room > fullWidth()) {
        row++;
        x = LEFT;
      }
      places.put(arm, row * fullWidth() + Math.min(x, fullWidth() - 1));
      x += room;
    }
    return places;
  }

  private void legend(String arm, int number, int place) {
    int x = place % fullWidth();
    int y = TOP + height + BOTTOM + place / fullWidth() * LEGEND_ROW + 8;
    add(
        "<path class=\"line c%d\" stroke-dasharray=\"%s\" d=\"M%d %dh%d\"/>",
        number % COLOURS, dashes(number), x, y, SAMPLE);
    add(
        "<text class=\"key\" x=\"%d\" y=\"%d\">%s</text>%n",
        x + SAMPLE + 8, y + 4, Markup.text(arm));
  }

  private void add(String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values));
  }
}
