package dev.vmcts.llm.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.file.ModelText;
import dev.vmcts.text.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model that proposes the texts of a file one after the other, whatever it is asked.
 *
 * <p>The file is a JSON list of texts, or has one text a line; empty lines and lines that start with {@code #} are left
 * out. Once all are given, every further proposal is empty and ends with {@link StopReason#EOS}. A token is counted for
 * every three characters begun.
 */
public final class ScriptModel implements LanguageModel {

  private final ModelInfo info;
  private final List<String> texts;
  private final AtomicInteger given = new AtomicInteger();

  private ScriptModel(String id, List<String> texts) {
    this.texts = List.copyOf(texts);
    this.info = new ModelInfo(id, Sha256.of(String.join("\0", texts)), Integer.MAX_VALUE, "");
  }

  /** Reads a script. */
  public static ScriptModel read(Path file) throws ModelException {
    String content = ModelText.read("script", file);
    List<String> texts = content.stripLeading().startsWith("[")
        ? list(file, content)
        : content
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    if (texts.isEmpty()) {
      throw new ModelException("script file " + file + " has no step; write one step a line");
    }
    return new ScriptModel("script:" + file, texts);
  }

  private static List<String> list(Path file, String content) throws ModelException {
    try {
      List<String> texts = new ArrayList<>();
      for (JsonNode node : new JsonMapper().readTree(content)) {
        if (!node.isTextual()) {
          throw new ModelException("script file " + file + ": element " + texts.size() + " is "
              + node + "; allowed: a text");
        }
        texts.add(node.textValue());
      }
      return texts;
    } catch (JsonProcessingException e) {
      throw new ModelException(
          "script file " + file + ":" + e.getLocation().getLineNr() + ": no JSON list: "
              + e.getOriginalMessage(),
          e);
    }
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed) {
    int next = given.getAndUpdate(n -> Math.min(n + 1, texts.size()));
    if (next == texts.size()) {
      return new Proposal("", 0, 0, StopReason.EOS, 0, 0);
    }
    String text = texts.get(next);
    return new Proposal(text, (text.length() + 2) / 3, 0, StopReason.STOP, 0, 0);
  }

  @Override
  public void skip(long requests) {
    given.set((int) Math.min(requests, texts.size()));
  }

  @Override
  public void close() {
    // Holds nothing but memory.
  }
}
