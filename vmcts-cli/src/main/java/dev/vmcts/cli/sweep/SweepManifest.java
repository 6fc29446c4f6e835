package dev.vmcts.cli.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is of, whichever part of it is in a folder: the file {@code sweep.json}. It keeps runs of different problems, options or
 * models from being counted as one arm.
 *
 * @param version of the file's form
 * @param seeds seeds 1 to that number
 * @param problems each problem's name with the hash of its text
 * @param arms each arm's name, the first one that the others are compared with
 */
public record SweepManifest(
    int version, int seeds, Map<String, String> problems, Map<String, Arm> arms) {

  /** The version of the form that is written. */
  public static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One way of searching.
   *
   * @param options options of {@code synth}, as the user wrote them
   * @param modelHash SHA-256 of the model; empty until it was opened
   */
  public record Arm(String options, String modelHash) {
    public Arm {
      options = options == null ? "" : options;
      modelHash = modelHash == null ? "" : modelHash;
    }
  }

  /** Of a sweep of which nothing is known but its runs. */
  public static final SweepManifest EMPTY = new SweepManifest(VERSION, 0, Map.of(), Map.of());

  public SweepManifest {
    if (version != VERSION) {
      throw new IllegalArgumentException("version is " + version + "; allowed: " + VERSION);
    }
    problems = copy(problems);
    arms = copy(arms);
  }

  private static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
    return Collections.unmodifiableMap(
        map == null ? new LinkedHashMap<>() : new LinkedHashMap<>(map));
  }

  /**
   * Reads the manifest of a folder; an empty one when there is none.
   *
   * @throws SweepException if the file is no manifest
   */
  public static SweepManifest read(Path file) throws SweepException, IOException {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    try {
      return JSON.readValue(TextFile.read(file), SweepManifest.class);
    } catch (JsonProcessingException e) {
      throw new SweepException(
          file + ": no manifest of a sweep: "
              + e.getOriginalMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  public void write(Path file) throws IOException {
    TextFile.write(file, JSON.writeValueAsString(this) + "\n");
  }

  /**
   * This with what another one has in addition.
   *
   * @param where one of the two files, for the message
   * @throws SweepException if both know a problem or an arm, and not the same
   */
  public SweepManifest and(SweepManifest other, String where) throws SweepException {
    Map<String, String> allProblems = new LinkedHashMap<>(problems);
    for (Map.Entry<String, String> problem : other.problems.entrySet()) {
      String before = allProblems.putIfAbsent(problem.getKey(), problem.getValue());
      if (before != null && !before.equals(problem.getValue())) {
        throw new SweepException(where + ": the problem '" + problem.getKey()
            + "' has two different texts; take the same file, or another folder");
      }
    }
    Map<String, Arm> allArms = new LinkedHashMap<>(arms);
    for (Map.Entry<String, Arm> arm : other.arms.entrySet()) {
      Arm before = allArms.get(arm.getKey());
      allArms.put(
          arm.getKey(),
          before == null ? arm.getValue() : joined(before, arm.getValue(), arm.getKey(), where));
    }
    return new SweepManifest(VERSION, Math.max(seeds, other.seeds), allProblems, allArms);
  }

  private static Arm joined(Arm before, Arm after, String name, String where)
      throws SweepException {
    if (!before.options.equals(after.options)) {
      throw new SweepException(where + ": the arm '" + name + "' has the options '" + before.options
          + "' and '" + after.options + "'; choose another name or another folder");
    }
    boolean known = !before.modelHash.isEmpty();
    if (known && !after.modelHash.isEmpty() && !before.modelHash.equals(after.modelHash)) {
      throw new SweepException(where + ": the arm '" + name + "' has the models " + before.modelHash
          + " and " + after.modelHash + "; choose another name or another folder");
    }
    return known ? before : after;
  }

  /** Runs that the whole sweep has. */
  public long planned() {
    return (long) seeds * problems.size() * arms.size();
  }
}
