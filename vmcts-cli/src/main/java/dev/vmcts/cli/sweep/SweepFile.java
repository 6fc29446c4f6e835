package dev.vmcts.cli.sweep;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a sweep's plan from a YAML file. Paths in it are relative to its folder. */
public final class SweepFile {

  private static final List<String> KEYS =
      List.of("problems", "arms", "seeds", "output", "jobs", "shards", "fail-under");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Path folder;

  private SweepFile(Path file) {
    this.file = file;
    Path parent = file.getParent();
    this.folder = parent == null ? Path.of("") : parent;
  }

  /** Whether a file's name says that it is a sweep's plan. */
  public static boolean isOne(Path file) {
    return file.toString().matches(".*\\.ya?ml");
  }

  /**
   * Reads a plan. What it does not say is as in {@link SweepPlan#DEFAULT}.
   *
   * @throws SweepException if there is no such file, or a key or value is not allowed; the message says which are
   */
  public static SweepPlan read(Path file) throws SweepException {
    return new SweepFile(file).read();
  }

  private SweepPlan read() throws SweepException {
    JsonNode root = tree();
    for (Iterator<String> keys = root.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!KEYS.contains(key)) {
        throw fault("unknown key '" + key + "'; allowed: " + String.join(", ", KEYS));
      }
    }
    try {
      SweepPlan plan = SweepPlan.DEFAULT.withProblems(problems(root.path("problems")));
      plan = root.has("arms") ? plan.withArms(arms(root.path("arms"))) : plan;
      plan = root.has("seeds") ? plan.withSeeds(whole(root, "seeds")) : plan;
      plan = root.has("jobs") ? plan.withJobs(whole(root, "jobs")) : plan;
      plan = root.has("shards") ? plan.withShards(whole(root, "shards")) : plan;
      plan = root.has("fail-under") ? plan.withFailUnder(percent(root)) : plan;
      return root.has("output")
          ? plan.withOutput(folder.resolve(text("output", root.path("output"))))
          : plan;
    } catch (InvalidPathException e) {
      throw fault("'" + e.getInput() + "' is no file name: " + e.getReason());
    } catch (IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }

  private JsonNode tree() throws SweepException {
    if (!Files.isRegularFile(file)) {
      throw fault("no such file");
    }
    try {
      JsonNode root = YAML.readTree(Files.readString(file));
      if (!root.isObject()) {
        throw fault("no list of 'key: value' lines; allowed keys: " + String.join(", ", KEYS));
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new SweepException(
          file + ":" + line + ": no YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""),
          e);
    } catch (IOException e) {
      throw new SweepException(file + ": cannot be read as UTF-8 text", e);
    }
  }

  private Map<String, Path> problems(JsonNode list) throws SweepException {
    if (!list.isArray() || list.isEmpty()) {
      throw fault("problems is " + shown(list)
          + "; allowed: a list of files, folders and patterns, such as [quickstart/*.v]");
    }
    Map<String, Path> problems = new LinkedHashMap<>();
    for (JsonNode pattern : list) {
      try {
        problems.putAll(ProblemPattern.files(folder, text("problems", pattern)));
      } catch (IOException e) {
        throw fault("problems: " + e.getMessage());
      }
    }
    return problems;
  }

  private Map<String, String> arms(JsonNode map) throws SweepException {
    if (!map.isObject() || map.isEmpty()) {
      throw fault("arms is " + shown(map)
          + "; allowed: lines of 'name: options of synth', such as 'whole: --strategy whole'");
    }
    Map<String, String> arms = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> arm : map.properties()) {
      JsonNode options = arm.getValue();
      arms.put(
          arm.getKey(),
          options.isNull() ? "" : text("arms: " + arm.getKey(), options).strip());
    }
    return arms;
  }

  private String text(String key, JsonNode node) throws SweepException {
    if (!node.isTextual()) {
      throw fault(key + " is " + shown(node) + "; allowed: text");
    }
    return node.textValue();
  }

  private int whole(JsonNode root, String key) throws SweepException {
    JsonNode node = root.path(key);
    if (!node.canConvertToInt() || !node.isIntegralNumber()) {
      throw fault(key + " is " + shown(node) + "; allowed: a whole number, 1 or more");
    }
    return node.intValue();
  }

  private double percent(JsonNode root) throws SweepException {
    JsonNode node = root.path("fail-under");
    if (!node.isNumber()) {
      throw fault("fail-under is " + shown(node) + "; allowed: 0 to 100");
    }
    return node.doubleValue();
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "missing" : node.toString();
  }

  private SweepException fault(String message) {
    return new SweepException(file + ": " + message);
  }
}
