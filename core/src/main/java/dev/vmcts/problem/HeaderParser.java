package dev.vmcts.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the YAML front matter of a problem file. */
final class HeaderParser {

  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("title", "spec", "hints", "defines", "axioms", "budget"));
  private static final Set<String> BUDGET_KEYS = new TreeSet<>(Set.of("tokens", "minutes"));
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String file;
  private final String yaml;
  private final int firstLine;

  /**
   * @param yaml the front matter
   * @param firstLine the line of the file on which it starts
   */
  HeaderParser(String file, String yaml, int firstLine) {
    this.file = file;
    this.yaml = yaml;
    this.firstLine = firstLine;
  }

  Header parse() throws ProblemException {
    JsonNode root = tree();
    if (root.isMissingNode() || root.isNull()) {
      return Header.NONE;
    }
    if (!root.isObject()) {
      throw fault(
          "",
          "the header is no list of 'key: value' lines; allowed keys: " + String.join(", ", KEYS));
    }
    checkKeys(root, KEYS, "header");
    JsonNode budget = root.path("budget");
    if (!budget.isMissingNode() && !budget.isObject()) {
      throw fault(
          "budget", "budget is '" + budget.asText() + "'; write {tokens: 5000, minutes: 6}");
    }
    checkKeys(budget, BUDGET_KEYS, "budget");
    return new Header(
        text(root, "title"),
        text(root, "spec"),
        texts(root, "hints"),
        texts(root, "defines"),
        texts(root, "axioms"),
        tokens(budget.get("tokens")),
        time(budget.get("minutes")));
  }

  private JsonNode tree() throws ProblemException {
    try {
      return yaml.isBlank() ? MissingNode.getInstance() : YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String reason = e.getOriginalMessage().lines().findFirst().orElse("no YAML");
      throw new ProblemException(
          file, new Position(firstLine + line - 1, 1), "the header is not YAML: " + reason);
    }
  }

  private void checkKeys(JsonNode node, Set<String> allowed, String where) throws ProblemException {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!allowed.contains(name)) {
        throw fault(
            name,
            "unknown " + where + " key '" + name + "'; allowed: " + String.join(", ", allowed));
      }
    }
  }

  private String text(JsonNode root, String key) throws ProblemException {
    JsonNode node = root.path(key);
    if (node.isContainerNode()) {
      throw fault(key, key + " must be text");
    }
    return node.asText("").strip();
  }

  private List<String> texts(JsonNode root, String key) throws ProblemException {
    JsonNode node = root.path(key);
    List<String> texts = new ArrayList<>();
    if (!node.isMissingNode() && !node.isArray()) {
      throw fault(key, key + " must be a list, such as [\"" + node.asText("...") + "\"]");
    }
    for (JsonNode element : node) {
      if (element.isContainerNode()) {
        throw fault(key, key + " must be a list of texts");
      }
      texts.add(element.asText());
    }
    return texts;
  }

  private OptionalLong tokens(@Nullable JsonNode node) throws ProblemException {
    if (node == null) {
      return OptionalLong.empty();
    }
    if (!node.isIntegralNumber() || node.asLong() < 1) {
      throw fault(
          "tokens", "tokens is '" + node.asText() + "'; allowed: a whole number, 1 or more");
    }
    return OptionalLong.of(node.asLong());
  }

  private Optional<Duration> time(@Nullable JsonNode node) throws ProblemException {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isNumber() || node.asDouble() <= 0 || node.asDouble() > 60 * 24 * 30) {
      throw fault(
          "minutes",
          "minutes is '" + node.asText() + "'; allowed: a number more than 0, at most 43200");
    }
    return Optional.of(Duration.ofMillis(Math.round(node.asDouble() * 60_000)));
  }

  private ProblemException fault(String key, String message) {
    int line = 0;
    List<String> lines = yaml.lines().toList();
    for (int i = 0; i < lines.size() && !key.isEmpty(); i++) {
      if (lines.get(i).matches(".*\\b" + Pattern.quote(key) + "\\b.*")) {
        line = i;
        break;
      }
    }
    return new ProblemException(file, new Position(firstLine + line, 1), message);
  }
}
