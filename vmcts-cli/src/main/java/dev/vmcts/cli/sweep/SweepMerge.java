package dev.vmcts.cli.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Joins the parts of a sweep in one folder, which is then as if the whole had been done there. */
public final class SweepMerge {

  private SweepMerge() {}

  /**
   * Joins runs and manifests, and copies traces. A run that several parts have is kept once. What the folder had before is
   * kept, so that joining again adds what is new. Nothing is written when parts contradict each other.
   *
   * @throws SweepException if a part is no sweep, or parts contradict each other
   */
  public static SweepData merge(List<SweepFolder> parts, SweepFolder into)
      throws SweepException, IOException {
    List<SweepFolder> all = new ArrayList<>(parts);
    if (into.isSweep()) {
      all.add(0, into);
    }
    SweepManifest manifest = SweepManifest.EMPTY;
    RunSet runs = new RunSet();
    for (SweepFolder part : new LinkedHashSet<>(all)) {
      manifest = manifest.and(part.readManifest(), part.manifest().toString());
      part.readRuns(runs);
    }
    SweepData data = new SweepData(manifest, runs.runs());
    copyTraces(parts, into, data);
    manifest.write(into.manifest());
    TextFile.write(into.runs(), lines(data));
    return data;
  }

  private static void copyTraces(List<SweepFolder> parts, SweepFolder into, SweepData data)
      throws IOException {
    for (SweepRun run : data.runs()) {
      Path to = into.trace(run.key());
      for (SweepFolder part : parts) {
        Path from = part.trace(run.key());
        if (!Files.exists(to) && Files.exists(from)) {
          Files.createDirectories(to.resolveSibling(""));
          Files.copy(from, to);
        }
      }
    }
  }

  private static String lines(SweepData data) throws IOException {
    List<String> lines = new ArrayList<>();
    for (SweepRun run : data.runs()) {
      lines.add(RunSet.line(run));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
