package dev.vmcts.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The runs of a sweep, a JSON object a line; each is written when it ends. Not thread-safe. */
final class SweepLog {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final List<SweepRun> runs = new ArrayList<>();
  private final Set<SweepRun.Key> keys = new HashSet<>();

  private SweepLog(Path file) {
    this.file = file;
  }

  /**
   * Opens a log, with the runs that it has; a line that was cut off is dropped, and its run done again.
   *
   * @throws CliException if a line is no run
   */
  static SweepLog open(Path file) throws CliException, IOException {
    SweepLog log = new SweepLog(file);
    if (!Files.exists(file)) {
      return log;
    }
    String text = Files.readString(file);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.length() < text.length()) {
      Files.writeString(file, whole);
    }
    for (String line : whole.lines().toList()) {
      log.keep(read(file, log.runs.size() + 1, line));
    }
    return log;
  }

  private static SweepRun read(Path file, int number, String line) throws CliException {
    try {
      return JSON.readValue(line, SweepRun.class);
    } catch (JsonProcessingException e) {
      throw new CliException(
          ExitCode.USAGE,
          file + ":" + number
              + ": no run of a sweep; take the line out or choose another folder with -o",
          e);
    }
  }

  void add(SweepRun run) throws IOException {
    Files.writeString(
        file,
        JSON.writeValueAsString(run) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    keep(run);
  }

  private void keep(SweepRun run) {
    runs.add(run);
    keys.add(run.key());
  }

  boolean has(SweepRun.Key key) {
    return keys.contains(key);
  }

  /** The runs so far, in the order in which they ended. */
  List<SweepRun> runs() {
    return Collections.unmodifiableList(runs);
  }
}
