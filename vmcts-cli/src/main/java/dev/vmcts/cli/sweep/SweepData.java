package dev.vmcts.cli.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs of a sweep in the order of its plan, by arm and problem. */
public final class SweepData {

  private final SweepManifest manifest;
  private final List<SweepRun> runs;
  private final Map<String, Map<String, List<SweepRun>>> byArm = new LinkedHashMap<>();

  public SweepData(SweepManifest manifest, List<SweepRun> runs) {
    this.manifest = manifest;
    this.runs = List.copyOf(runs);
    manifest.arms().keySet().forEach(arm -> byArm.put(arm, new LinkedHashMap<>()));
    runs.forEach(run -> byArm.computeIfAbsent(run.arm(), name -> new LinkedHashMap<>()));
    Set<String> problems = new LinkedHashSet<>(manifest.problems().keySet());
    runs.forEach(run -> problems.add(run.problem()));
    byArm.values().forEach(of -> problems.forEach(problem -> of.put(problem, new ArrayList<>())));
    runs.forEach(run -> runs(run.arm(), run.problem()).add(run));
    byArm.values().forEach(of -> of.replaceAll((problem, all) -> List.copyOf(all)));
  }

  public SweepManifest manifest() {
    return manifest;
  }

  /** All runs, in the order of the file. */
  public List<SweepRun> runs() {
    return runs;
  }

  /** The names of the arms, those of the plan first. */
  public List<String> arms() {
    return List.copyOf(byArm.keySet());
  }

  /** The names of the problems, those of the plan first. */
  public List<String> problems() {
    return byArm.values().stream()
        .findFirst()
        .map(of -> List.copyOf(of.keySet()))
        .orElse(List.of());
  }

  public List<SweepRun> runs(String arm, String problem) {
    return byArm.getOrDefault(arm, Map.of()).getOrDefault(problem, List.of());
  }

  /** The runs of an arm, a list for each problem that has any. */
  public List<List<SweepRun>> byProblem(String arm) {
    return byArm.getOrDefault(arm, Map.of()).values().stream()
        .filter(of -> !of.isEmpty())
        .toList();
  }

  /** The runs of an arm. */
  public List<SweepRun> runs(String arm) {
    return byProblem(arm).stream().flatMap(List::stream).toList();
  }

  /** What is known of an arm. */
  public SweepManifest.Arm arm(String name) {
    return manifest.arms().getOrDefault(name, new SweepManifest.Arm("", ""));
  }
}
