package dev.vmcts.cli.sweep;

import java.util.List;

/** The report of a sweep in Markdown. */
final class SweepMarkdown {

  private static final int HASH_DIGITS = 12;

  private SweepMarkdown() {}

  static String text(SweepData data, List<Table> tables) {
    StringBuilder text = new StringBuilder("# Sweep\n\n" + count(data) + "\n\n");
    for (String arm : data.arms()) {
      text.append("- `").append(arm).append("`: `").append(options(data, arm)).append("`\n");
    }
    for (Cost cost : Cost.values()) {
      text.append("\n![pass@T in ")
          .append(cost.word())
          .append("](")
          .append(SweepReports.picture(cost))
          .append(")\n");
    }
    tables.forEach(table -> text.append('\n').append(table.markdown()));
    return text.toString();
  }

  /** How many runs there are, of how many. */
  static String count(SweepData data) {
    int made = data.runs().size();
    long planned = data.manifest().planned();
    long solved = data.runs().stream().filter(SweepRun::solved).count();
    return made + (planned > made ? " of " + planned : "") + " runs, " + solved + " solved.";
  }

  /** The options of an arm, as far as the folder tells, and the first digits of its model's hash. */
  static String options(SweepData data, String name) {
    if (!data.manifest().arms().containsKey(name)) {
      return "(options not recorded)";
    }
    SweepManifest.Arm arm = data.arm(name);
    String hash = arm.modelHash();
    String model = hash.isEmpty()
        ? ""
        : " (model " + hash.substring(0, Math.min(HASH_DIGITS, hash.length())) + ")";
    return (arm.options().isEmpty() ? "(defaults)" : arm.options()) + model;
  }
}
