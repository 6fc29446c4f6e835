package dev.vmcts.cli.sweep;

import dev.vmcts.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of a sweep are.
 *
 * @param path the folder
 */
public record SweepFolder(Path path) {

  private static final String PLAIN = "[\\w.-]";
  private static final int LONGEST_NAME = 160;

  public Path runs() {
    return path.resolve("runs.jsonl");
  }

  public Path manifest() {
    return path.resolve("sweep.json");
  }

  public Path traces() {
    return path.resolve("traces");
  }

  /** Where the trace of a run is: every run has another file. */
  public Path trace(SweepRun.Key key) {
    return traces()
        .resolve(fileName(key.problem()))
        .resolve(key.arm() + "-" + key.seed() + ".trace.jsonl");
  }

  /** A folder's name for a problem: a slash becomes {@code +}, any other odd byte {@code %XX}. */
  private static String fileName(String problem) {
    StringBuilder name = new StringBuilder();
    for (byte each : problem.getBytes(StandardCharsets.UTF_8)) {
      String letter = String.valueOf((char) (each & 0xff));
      name.append(
          letter.equals("/")
              ? "+"
              : each >= 0 && letter.matches(PLAIN) ? letter : String.format("%%%02X", each & 0xff));
    }
    return name.length() <= LONGEST_NAME
        ? name.toString()
        : Sha256.of(problem).substring(0, 16) + name.substring(name.length() - LONGEST_NAME);
  }

  /** Whether a sweep was begun here. */
  boolean isSweep() {
    return Files.isRegularFile(runs()) || Files.isRegularFile(manifest());
  }

  /**
   * The runs and the manifest of the folder.
   *
   * @throws SweepException if there is no sweep, or one that cannot be read
   */
  public SweepData read() throws SweepException, IOException {
    RunSet set = new RunSet();
    readRuns(set);
    return new SweepData(readManifest(), set.runs());
  }

  SweepManifest readManifest() throws SweepException, IOException {
    return SweepManifest.read(manifest());
  }

  /** Adds the runs of the folder to others. */
  void readRuns(RunSet to) throws SweepException, IOException {
    if (!isSweep()) {
      throw new SweepException(
          path + ": no sweep in it (runs.jsonl); name the folder that a sweep was written to");
    }
    if (Files.exists(runs())) {
      to.read(runs());
    }
  }
}
