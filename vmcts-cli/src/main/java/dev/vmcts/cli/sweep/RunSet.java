package dev.vmcts.cli.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs of a sweep, each key once, with the line of the file that each came from. Not thread-safe. */
final class RunSet {

  private static final JsonMapper JSON = new JsonMapper();

  private record Line(SweepRun run, String where) {}

  private final Map<SweepRun.Key, Line> lines = new LinkedHashMap<>();

  /**
   * Adds the runs of a file; what comes after its last line end was cut off and is left out. A run that is there already
   * is kept once.
   *
   * @return the text of the whole lines
   * @throws SweepException if a line is no run, or tells of a run that is there otherwise
   */
  String read(Path file) throws SweepException, IOException {
    String text = TextFile.read(file);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    int number = 0;
    for (String line : whole.lines().toList()) {
      String where = file + ":" + ++number;
      add(parse(where, line), where);
    }
    return whole;
  }

  private static SweepRun parse(String where, String line) throws SweepException {
    try {
      return JSON.readValue(line, SweepRun.class);
    } catch (JsonProcessingException e) {
      throw new SweepException(
          where + ": no run of a sweep; take the line out or choose another folder", e);
    }
  }

  void add(SweepRun run, String where) throws SweepException {
    @Nullable Line before = lines.putIfAbsent(run.key(), new Line(run, where));
    if (before != null && !before.run().equals(run)) {
      throw new SweepException(before.where() + " and " + where
          + " tell differently how this run went: " + run.key() + "; take one of the lines out");
    }
  }

  boolean has(SweepRun.Key key) {
    return lines.containsKey(key);
  }

  /** In the order in which they were added. */
  List<SweepRun> runs() {
    return lines.values().stream().map(Line::run).toList();
  }

  /** The line of a run, without its end. */
  static String line(SweepRun run) throws IOException {
    return JSON.writeValueAsString(run);
  }
}
