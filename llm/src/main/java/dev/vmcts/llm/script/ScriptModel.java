package dev.vmcts.llm.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model that proposes the steps of a script in their order, whatever it is asked.
 *
 * <p>A script is a JSON array of strings, or plain text with one step a line, blank lines passed over. When it is used
 * up, the model ends the text with no token. A step counts as one token for every three characters.
 */
public final class ScriptModel implements LanguageModel {

  private final ModelInfo info;
  private final List<String> steps;
  private final AtomicInteger next = new AtomicInteger();

  private ScriptModel(ModelInfo info, List<String> steps) {
    this.info = info;
    this.steps = List.copyOf(steps);
  }

  /** Reads a script. */
  public static ScriptModel open(Path file) throws ModelException {
    String text = TextFiles.read(file, "script");
    ModelInfo info = new ModelInfo("script:" + file, TextFiles.sha256(text), Integer.MAX_VALUE, "");
    List<String> steps = text.stripLeading().startsWith("[")
        ? array(file, text)
        : text.lines().filter(line -> !line.isBlank()).toList();
    if (steps.isEmpty()) {
      throw new ModelException("script " + file + " has no step; write one step a line");
    }
    return new ScriptModel(info, steps);
  }

  private static List<String> array(Path file, String text) throws ModelException {
    List<String> steps = new ArrayList<>();
    try {
      for (JsonNode step : new JsonMapper().readTree(text)) {
        if (!step.isTextual()) {
          throw new ModelException(
              "script " + file + " has " + step + " in its array; allowed: strings");
        }
        steps.add(step.textValue());
      }
    } catch (JsonProcessingException e) {
      throw new ModelException(
          "script " + file + " begins with '[' but is no JSON array: " + e.getOriginalMessage(), e);
    }
    return steps;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Proposal sample(String prompt, Sampling sampling, StopRule stop, long seed) {
    int index = next.getAndUpdate(i -> Math.min(i + 1, steps.size()));
    int promptTokens = TextFiles.tokens(prompt);
    if (index >= steps.size()) {
      return new Proposal("", 0, 0, StopReason.EOS, promptTokens, 0);
    }
    String step = steps.get(index);
    return new Proposal(step, TextFiles.tokens(step), 0, StopReason.STOP, promptTokens, 0);
  }

  /** Does nothing. */
  @Override
  public void close() {}
}
