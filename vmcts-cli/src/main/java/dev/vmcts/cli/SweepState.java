package dev.vmcts.cli;

import dev.vmcts.cli.sweep.PairedBootstrap;
import dev.vmcts.cli.sweep.SweepData;
import dev.vmcts.cli.sweep.SweepException;
import dev.vmcts.cli.sweep.SweepFolder;
import dev.vmcts.cli.sweep.SweepLog;
import dev.vmcts.cli.sweep.SweepManifest;
import dev.vmcts.cli.sweep.SweepReports;
import dev.vmcts.cli.sweep.SweepRun;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The folder of a sweep under way: manifest, log and reports that follow the log. Safe for use by several threads. */
final class SweepState {

  private static final Duration REPORT_EVERY = Duration.ofSeconds(30);

  private final SweepFolder folder;
  private final SweepLog log;
  private final InstantSource clock;
  private SweepManifest manifest;
  private Instant reported = Instant.MIN;

  private SweepState(
      SweepFolder folder, SweepLog log, SweepManifest manifest, InstantSource clock) {
    this.folder = folder;
    this.log = log;
    this.clock = clock;
    this.manifest = manifest;
  }

  /**
   * Joins a plan with what the folder has.
   *
   * @throws SweepException if the folder is of other problems, options or models under the same names
   */
  static SweepState open(SweepFolder folder, SweepLog log, SweepManifest plan, InstantSource clock)
      throws SweepException, IOException {
    SweepState state = new SweepState(folder, log, SweepManifest.read(folder.manifest()), clock);
    state.add(plan);
    return state;
  }

  private void add(SweepManifest other) throws SweepException, IOException {
    manifest = manifest.and(other, folder.manifest().toString());
    manifest.write(folder.manifest());
  }

  SweepFolder folder() {
    return folder;
  }

  /** Notes the model of an arm. */
  synchronized void opened(String arm, String modelHash) throws SweepException, IOException {
    String options =
        manifest.arms().getOrDefault(arm, new SweepManifest.Arm("", "")).options();
    add(new SweepManifest(
        SweepManifest.VERSION,
        0,
        Map.of(),
        Map.of(arm, new SweepManifest.Arm(options, modelHash))));
  }

  /** Writes down a run, and now and then the reports. */
  synchronized void ended(SweepRun run) throws SweepException, IOException {
    log.add(run);
    Instant now = clock.instant();
    if (reported.equals(Instant.MIN)
        || Duration.between(reported, now).compareTo(REPORT_EVERY) >= 0) {
      reported = now;
      SweepReports.write(folder, data(), PairedBootstrap.DEFAULT);
    }
  }

  synchronized SweepData data() {
    return new SweepData(manifest, log.runs());
  }
}
