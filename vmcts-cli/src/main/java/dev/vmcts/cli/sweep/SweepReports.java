package dev.vmcts.cli.sweep;

import java.io.IOException;
import java.util.List;

/** Writes every report of a sweep into its folder. */
public final class SweepReports {

  private SweepReports() {}

  /** The file of the picture of pass@T. */
  static String picture(Cost cost) {
    return "pass-" + cost.word() + ".svg";
  }

  /**
   * Writes the reports of a folder over what was there.
   *
   * @return the report in Markdown
   */
  public static String write(SweepFolder folder, SweepData data, PairedBootstrap bootstrap)
      throws IOException {
    List<Table> tables = new SweepTables(data, bootstrap).all();
    String markdown = SweepMarkdown.text(data, tables);
    file(folder, "report.md", markdown);
    file(folder, "report.html", SweepPage.html(data, tables));
    for (Cost cost : Cost.values()) {
      file(folder, picture(cost), new SweepCharts(data).file(cost));
    }
    file(folder, "runs.csv", SweepCsv.text(data.runs()));
    file(folder, "summary.json", new SweepSummary(data, bootstrap).json());
    file(folder, "junit.xml", SweepJUnit.text(data.runs()));
    return markdown;
  }

  private static void file(SweepFolder folder, String name, String text) throws IOException {
    TextFile.write(folder.path().resolve(name), text);
  }
}
