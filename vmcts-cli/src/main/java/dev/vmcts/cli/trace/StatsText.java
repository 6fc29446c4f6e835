package dev.vmcts.cli.trace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** Writes the figures of a trace for people and for programs. */
public final class StatsText {

  private StatsText() {}

  /** A few lines for people. */
  public static String lines(TraceStats stats) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%s: %s after %.1f s, %d events",
        stats.problem(),
        stats.outcome(),
        stats.totalSeconds(),
        stats.events());
    line(
        text,
        "tree: %d expansions, %d prefixes, depth %d, at most %d prefixes of one depth, %d"
            + " duplicates",
        stats.expansions(),
        stats.prefixes(),
        stats.depth(),
        stats.width(),
        stats.verdicts().getOrDefault("duplicate", 0L));
    line(text, stats.workers() == 1 ? "time:" : "time of %d workers:", stats.workers());
    stats
        .work()
        .forEach((phase, work) -> line(
            text,
            "  %-10s %9.2f s %5.1f %% %8d calls  mean %.3f s  longest %.3f s",
            phase,
            work.seconds(),
            percent(work.seconds(), stats.workerSeconds()),
            work.calls(),
            work.calls() == 0 ? 0 : work.seconds() / work.calls(),
            work.longest()));
    line(
        text,
        "  %-10s %9.2f s %5.1f %%",
        "search",
        stats.searchSeconds(),
        percent(stats.searchSeconds(), stats.workerSeconds()));
    double model = stats.modelSeconds();
    line(
        text,
        "tokens: %d sampled (%.0f a second), %d of prompts, of which %d reused (%.1f %%) and %d computed"
            + " again (%.1f %%)",
        stats.tokens(),
        model == 0 ? 0 : stats.tokens() / model,
        stats.promptTokens(),
        stats.reusedTokens(),
        percent(stats.reusedTokens(), stats.promptTokens()),
        stats.recomputedTokens(),
        percent(stats.recomputedTokens(), stats.promptTokens()));
    if (stats.draftedTokens() > 0) {
      line(
          text,
          "drafts: %d tokens guessed, of which %d accepted (%.1f %%); the model took %.2f times as long as it would"
              + " have without, by its own estimate",
          stats.draftedTokens(),
          stats.acceptedTokens(),
          percent(stats.acceptedTokens(), stats.draftedTokens()),
          model == 0 ? 1 : model / (model + stats.draftSavedSeconds()));
    }
    line(text, "verifier: %d calls", stats.verifierCalls());
    line(text, "verdicts:");
    stats
        .verdicts()
        .forEach((verdict, count) -> line(
            text,
            "  %-12s %8d  %8d tokens %5.1f %%",
            verdict,
            count,
            stats.tokensByVerdict().getOrDefault(verdict, 0L),
            percent(stats.tokensByVerdict().getOrDefault(verdict, 0L), stats.tokens())));
    if (stats.modelFailures() > 0) {
      line(text, "failures of the model: %d", stats.modelFailures());
    }
    return text.toString().stripTrailing();
  }

  /** One JSON object. */
  public static ObjectNode json(TraceStats stats) {
    ObjectNode json = new JsonMapper().createObjectNode();
    json.put("problem", stats.problem());
    json.put("outcome", stats.outcome());
    json.put("workers", stats.workers());
    json.put("events", stats.events());
    json.put("expansions", stats.expansions());
    json.put("prefixes", stats.prefixes());
    json.put("depth", stats.depth());
    json.put("width", stats.width());
    json.put("tokens", stats.tokens());
    json.put("promptTokens", stats.promptTokens());
    json.put("reusedTokens", stats.reusedTokens());
    json.put("recomputedTokens", stats.recomputedTokens());
    json.put("draftedTokens", stats.draftedTokens());
    json.put("acceptedTokens", stats.acceptedTokens());
    json.put("draftSavedSeconds", stats.draftSavedSeconds());
    json.put("verifierCalls", stats.verifierCalls());
    json.put("modelFailures", stats.modelFailures());
    ObjectNode seconds = json.putObject("seconds");
    stats.work().forEach((phase, work) -> seconds.put(phase, work.seconds()));
    seconds.put("search", stats.searchSeconds());
    seconds.put("total", stats.totalSeconds());
    counts(json.putObject("verdicts"), stats.verdicts());
    counts(json.putObject("tokensByVerdict"), stats.tokensByVerdict());
    return json;
  }

  private static void counts(ObjectNode json, Map<String, Long> counts) {
    counts.forEach(json::put);
  }

  private static double percent(long part, long whole) {
    return percent((double) part, (double) whole);
  }

  private static double percent(double part, double whole) {
    return whole == 0 ? 0 : 100 * part / whole;
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
