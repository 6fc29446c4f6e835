package dev.vmcts.llm.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.StreamingModel.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The objects that a completion is sent as. For one thread. */
final class Completion {

  private static final JsonMapper JSON = new JsonMapper();

  private final Shape shape;
  private final String id;
  private final long created;
  private final String model;
  private final boolean logProbabilities;
  private final List<Token> unsent = new ArrayList<>();
  private int tokens;
  private int promptTokens;
  private int reusedTokens;

  /**
   * A completion that begins.
   *
   * @param created seconds since 1970
   */
  Completion(Shape shape, String model, boolean logProbabilities, long created) {
    this.shape = shape;
    this.id = shape.idPrefix() + UUID.randomUUID();
    this.model = model;
    this.logProbabilities = logProbabilities;
    this.created = created;
  }

  /** Counts a token, which goes with the next text. */
  void count(Token token) {
    tokens++;
    promptTokens = token.promptTokens();
    reusedTokens = token.reusedTokens();
    if (logProbabilities) {
      unsent.add(token);
    }
  }

  /** An object with a text. */
  ObjectNode text(String text, @Nullable String finishReason) {
    ObjectNode all = empty();
    ObjectNode choice = all.withArray("choices").addObject();
    choice.put("index", 0);
    shape.put(choice, text);
    choice.set("logprobs", logProbabilities ? logprobs() : null);
    choice.put("finish_reason", finishReason);
    return all;
  }

  /** An object without a text. */
  ObjectNode empty() {
    ObjectNode all = JSON.createObjectNode()
        .put("id", id)
        .put("object", shape.object())
        .put("created", created)
        .put("model", model);
    all.putArray("choices");
    return all;
  }

  /** Adds how many tokens there were. */
  ObjectNode withUsage(ObjectNode object) {
    ObjectNode usage = object.putObject("usage");
    usage
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", tokens)
        .put("total_tokens", promptTokens + tokens);
    usage.putObject("prompt_tokens_details").put("cached_tokens", reusedTokens);
    return object;
  }

  private ObjectNode logprobs() {
    ObjectNode all = shape.logProbabilities(unsent);
    unsent.clear();
    return all;
  }
}
