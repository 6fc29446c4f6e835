package dev.vmcts.cli.sweep;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** What the tables of a sweep say, for programs: the file {@code summary.json}. */
final class SweepSummary {

  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final SweepData data;
  private final PairedBootstrap bootstrap;

  SweepSummary(SweepData data, PairedBootstrap bootstrap) {
    this.data = data;
    this.bootstrap = bootstrap;
  }

  String json() throws IOException {
    ObjectNode root = JSON.createObjectNode()
        .put("version", VERSION)
        .put("runs", data.runs().size())
        .put("planned", Math.max(data.runs().size(), data.manifest().planned()))
        .put("resamples", bootstrap.resamples())
        .put("bootstrapSeed", bootstrap.seed());
    ArrayNode arms = root.putArray("arms");
    for (String name : data.arms()) {
      ObjectNode arm = arms.addObject()
          .put("name", name)
          .put("options", data.arm(name).options())
          .put("modelSha256", data.arm(name).modelHash());
      counts(arm, data.runs(name));
      for (Cost cost : Cost.values()) {
        passAt(arm.putArray("passAt" + capital(cost)), name, cost);
      }
      ArrayNode problems = arm.putArray("problems");
      for (String problem : data.problems()) {
        counts(problems.addObject().put("name", problem), data.runs(name, problem));
      }
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void counts(ObjectNode to, List<SweepRun> runs) {
    int solved = (int) runs.stream().filter(SweepRun::solved).count();
    to.put("runs", runs.size()).put("solved", solved);
    if (!runs.isEmpty()) {
      interval(to, Wilson.of(solved, runs.size()));
    }
    for (Cost cost : Cost.values()) {
      if (solved > 0) {
        to.put("median" + capital(cost), SweepTables.median(runs, cost));
      }
    }
  }

  private void passAt(ArrayNode to, String arm, Cost cost) {
    if (data.runs(arm).isEmpty()) {
      return;
    }
    PassAt curve = PassAt.of(data.byProblem(arm), cost);
    String first = data.arms().get(0);
    for (double t : cost.standard(data.runs())) {
      PassAt.Point point = curve.at(t);
      ObjectNode entry = to.addObject().put("t", t).put("share", point.share());
      interval(entry, point.interval());
      entry.put("atLeast", point.atLeast());
      if (!arm.equals(first)) {
        PairedBootstrap.Difference d = bootstrap.difference(data, first, arm, cost, t);
        entry
            .putObject("difference")
            .put("to", first)
            .put("mean", d.mean())
            .put("low", d.low())
            .put("high", d.high())
            .put("problems", d.problems())
            .put("pairs", d.pairs());
      }
    }
  }

  private static void interval(ObjectNode to, Wilson interval) {
    to.put("low", interval.low()).put("high", interval.high());
  }

  private static String capital(Cost cost) {
    return cost.name().charAt(0) + cost.word().substring(1);
  }
}
