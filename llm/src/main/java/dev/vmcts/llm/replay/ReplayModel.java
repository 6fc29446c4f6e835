package dev.vmcts.llm.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.Drafts;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.file.FileHash;
import dev.vmcts.text.Sha256;
import dev.vmcts.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A model that answers a prompt and a seed as a recorded run did. Sampling and stop rule are those of that run. */
public final class ReplayModel implements LanguageModel {

  /**
   * What a recorded proposal is found by.
   *
   * @param promptSha256 SHA-256 of the prompt's UTF-8 form, in hexadecimal
   * @param seed the seed of the request
   */
  public record Key(String promptSha256, long seed) {

    /** The key of a request. */
    public static Key of(String prompt, long seed) {
      return new Key(Sha256.of(prompt), seed);
    }
  }

  private final ModelInfo info;
  private final Map<Key, Proposal> proposals;

  /** A model that answers from a table. */
  public ReplayModel(ModelInfo info, Map<Key, Proposal> proposals) {
    this.info = info;
    this.proposals = Map.copyOf(proposals);
  }

  /** Reads the proposals of a trace. */
  public static ReplayModel read(Path trace) throws ModelException {
    Map<Key, Proposal> proposals = new HashMap<>();
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    try {
      TraceReader.read(trace, line -> {
        if (isHeader(line)) {
          header.setAll((ObjectNode) line);
        } else if (isOfModel(line)) {
          Key key =
              new Key(line.path("promptSha256").asText(), line.path("seed").asLong());
          proposals.put(key, proposal(line));
        }
      });
    } catch (IOException e) {
      throw new ModelException("cannot replay " + trace + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "cannot replay " + trace + ": a proposal is malformed: " + e.getMessage(), e);
    }
    if (proposals.isEmpty()) {
      throw new ModelException("cannot replay " + trace + ": it has no proposals of a model");
    }
    ModelInfo info = new ModelInfo(
        "replay:" + trace,
        FileHash.ofFile(trace),
        header.path("model").path("contextLength").asInt(Integer.MAX_VALUE),
        header.path("promptStyle").asText(""));
    return new ReplayModel(info, proposals);
  }

  private static boolean isHeader(JsonNode line) {
    return line.path("event").asText().equals("header");
  }

  private static boolean isOfModel(JsonNode line) {
    return line.path("event").asText().equals("propose")
        && line.path("source").asText("model").equals("model");
  }

  private static Proposal proposal(JsonNode line) {
    return new Proposal(
        line.path("text").asText(),
        line.path("tokens").asInt(),
        line.path("logProbability").asDouble(),
        StopReason.valueOf(line.path("stopReason").asText()),
        line.path("promptTokens").asInt(),
        line.path("reusedTokens").asInt(),
        line.path("recomputedTokens").asInt(),
        Drafts.NONE);
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Proposal sample(Prompt prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException {
    Proposal proposal = proposals.get(Key.of(prompt.text(), seed));
    if (proposal == null) {
      throw new ModelException(info.id() + " holds no proposal for this prompt with seed " + seed
          + "; replay with the problem, settings and seed of the recorded run");
    }
    if (proposal.tokens() == 0 && proposal.stopReason() == StopReason.LENGTH) {
      // Nothing was sampled since the prompt did not fit.
      throw new PromptTooLongException(proposal.promptTokens(), info.contextLength());
    }
    return proposal;
  }

  @Override
  public void close() {
    // Holds nothing but memory.
  }
}
