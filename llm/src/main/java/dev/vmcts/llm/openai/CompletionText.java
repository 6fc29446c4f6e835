package dev.vmcts.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;

/** A completion as it comes in, event by event (server-sent events, each with a JSON object). For one thread. */
final class CompletionText {

  private static final JsonMapper JSON = new JsonMapper();

  private final StopRule stop;
  private final AnsweredCode code;
  private final StringBuilder text = new StringBuilder();
  private int pieces;
  private int tokens;
  private double logProbability;
  private JsonNode usage = JSON.missingNode();
  private StopReason reason = StopReason.EOS;
  private AnsweredCode.Code seen = new AnsweredCode.Code("", false);
  private int cut = -1;

  CompletionText(StopRule stop, Prompt prompt) {
    this.stop = stop;
    this.code = new AnsweredCode(prompt);
  }

  /**
   * Takes a line of the stream.
   *
   * @return whether the text needs no more
   * @throws ModelException if the server reports an error in the stream
   */
  boolean line(String line) throws ModelException {
    if (!line.startsWith("data:")) {
      return false;
    }
    String data = line.substring("data:".length()).strip();
    if (data.equals("[DONE]")) {
      return true;
    }
    JsonNode event;
    try {
      event = JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new ModelException("the model's server sends no JSON: " + data, e);
    }
    if (event.has("error")) {
      throw new ModelException("the model's server reports: "
          + event.path("error").path("message").asText(event.path("error").toString()));
    }
    if (event.hasNonNull("usage")) {
      usage = event.path("usage");
    }
    add(event.path("choices").path(0));
    return cut >= 0 || seen.whole();
  }

  private void add(JsonNode choice) {
    String piece =
        choice.path("text").asText("") + choice.path("delta").path("content").asText("");
    if (!piece.isEmpty()) {
      text.append(piece);
      pieces++;
      look(code.of(text.toString(), false));
    }
    if (choice.path("finish_reason").asText().equals("length")) {
      reason = StopReason.LENGTH;
    }
    JsonNode probabilities = choice.path("logprobs");
    for (JsonNode token : probabilities.path("token_logprobs")) {
      count(token);
    }
    for (JsonNode token : probabilities.path("content")) {
      count(token.path("logprob"));
    }
  }

  private void look(AnsweredCode.Code now) {
    seen = now;
    cut = stop.cut(now.text());
  }

  private void count(JsonNode logProbabilityOfToken) {
    tokens++;
    logProbability += Math.min(0, logProbabilityOfToken.asDouble(0));
  }

  /**
   * What came in. Tokens are counted by the server where it says so, else by their log-probabilities, else one for every
   * piece of text; without log-probabilities the sum is 0.
   */
  Proposal proposal() {
    if (cut < 0) {
      look(code.of(text.toString(), true));
    }
    int counted = Math.max(tokens, pieces);
    int prompt = usage.path("prompt_tokens").asInt(0);
    int reused = usage.path("prompt_tokens_details").path("cached_tokens").asInt(0);
    if (cut >= 0) {
      return new Proposal(
          seen.text().substring(0, cut), counted, logProbability, StopReason.STOP, prompt, reused);
    }
    int all = usage.path("completion_tokens").asInt(counted);
    return new Proposal(
        seen.text(), Math.max(all, counted), logProbability, reason, prompt, reused);
  }
}
