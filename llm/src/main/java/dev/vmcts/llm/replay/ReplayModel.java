package dev.vmcts.llm.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.trace.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A model that answers as another did: the same prompt with the same seed gets the proposal that a trace records.
 *
 * <p>A prompt and seed that the trace does not have are an error, never a guess. Sampling is taken to be the recorded
 * one.
 */
public final class ReplayModel implements LanguageModel {

  /**
   * What a recorded proposal answers.
   *
   * @param promptSha256 SHA-256 of the prompt's UTF-8, in hexadecimal
   * @param seed the seed it was drawn with
   */
  public record Key(String promptSha256, long seed) {}

  private final ModelInfo info;
  private final Map<Key, Proposal> recorded;

  /** A model that answers from a table. */
  public ReplayModel(ModelInfo info, Map<Key, Proposal> recorded) {
    this.info = info;
    this.recorded = Map.copyOf(recorded);
  }

  /** Reads the proposals of a trace. */
  public static ReplayModel open(Path trace) throws ModelException {
    Map<Key, Proposal> recorded = new HashMap<>();
    Map<String, String> origin = new HashMap<>();
    if (!Files.isRegularFile(trace)) {
      throw new ModelException(
          "trace " + trace + " does not exist; write one with vmcts synth --trace");
    }
    try {
      TraceReader.read(trace, line -> take(line, recorded, origin));
      String hash = sha256(Files.readString(trace));
      return new ReplayModel(
          new ModelInfo(
              "replay:" + trace, hash, Integer.MAX_VALUE, origin.getOrDefault("promptStyle", "")),
          recorded);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ModelException("cannot replay " + trace + ": " + e.getMessage(), e);
    }
  }

  private static void take(JsonNode line, Map<Key, Proposal> recorded, Map<String, String> origin) {
    String event = line.path("event").asText();
    if (event.equals("header")) {
      origin.put("promptStyle", line.path("model").path("promptStyle").asText());
    } else if (event.equals("propose") && line.path("source").asText().equals("model")) {
      recorded.put(
          new Key(line.path("promptSha256").asText(), line.path("seed").asLong()),
          new Proposal(
              line.path("text").asText(),
              line.path("tokens").asInt(),
              line.path("logProbability").asDouble(),
              StopReason.valueOf(line.path("stopReason").asText()),
              line.path("promptTokens").asInt(),
              line.path("reusedTokens").asInt()));
    }
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Proposal sample(String prompt, Sampling sampling, StopRule stop, long seed)
      throws ModelException {
    Key key = new Key(sha256(prompt), seed);
    Proposal proposal = recorded.get(key);
    if (proposal == null) {
      throw new ModelException(
          info.id() + " has no proposal for prompt " + key.promptSha256().substring(0, 12)
              + " with seed " + seed
              + "; replay with the problem, settings and seed that it was recorded with");
    }
    if (proposal.tokens() == 0 && proposal.stopReason() == StopReason.LENGTH) {
      throw new PromptTooLongException(proposal.promptTokens(), info.contextLength());
    }
    return proposal;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Does nothing. */
  @Override
  public void close() {}
}
