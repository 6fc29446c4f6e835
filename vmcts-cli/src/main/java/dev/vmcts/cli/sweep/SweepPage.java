package dev.vmcts.cli.sweep;

import java.io.IOException;
import java.util.List;

/** The report of a sweep as one page that needs nothing else: no network, no script. */
final class SweepPage {

  private SweepPage() {}

  static String html(SweepData data, List<Table> tables) throws IOException {
    SweepCharts charts = new SweepCharts(data);
    StringBuilder body = new StringBuilder();
    body.append("<p>").append(Markup.text(SweepMarkdown.count(data))).append("</p>\n<dl>\n");
    for (String arm : data.arms()) {
      body.append("<dt>")
          .append(Markup.text(arm))
          .append("</dt><dd>")
          .append(Markup.text(SweepMarkdown.options(data, arm)))
          .append("</dd>\n");
    }
    body.append("</dl>\n<div class=\"pair\">\n");
    for (Cost cost : Cost.values()) {
      body.append("<figure>\n<figcaption>pass@T in ")
          .append(cost.word())
          .append(", mean over problems; bands: Wilson intervals at 95 %</figcaption>\n")
          .append(charts.mean(cost))
          .append("</figure>\n");
    }
    body.append("</div>\n");
    tables.forEach(table -> body.append(table.html()));
    for (Cost cost : Cost.values()) {
      problems(body, data, charts, cost);
    }
    return Resource.text("report.html")
        .replace("%STYLE%", Resource.text("report.css") + Resource.text("chart.css"))
        .replace("%BODY%", body);
  }

  private static void problems(StringBuilder body, SweepData data, SweepCharts charts, Cost cost) {
    body.append("<details")
        .append(cost == Cost.TOKENS ? " open" : "")
        .append("><summary>Each problem: pass@T in ")
        .append(cost.word())
        .append("</summary>\n<div class=\"many\">\n");
    for (String problem : data.problems()) {
      body.append("<figure>\n<figcaption>")
          .append(Markup.text(problem))
          .append("</figcaption>\n")
          .append(charts.of(problem, cost))
          .append("</figure>\n");
    }
    body.append("</div>\n</details>\n");
  }
}
