package dev.vmcts.llm.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.llamacpp.PromptCheck;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is asked of {@code /v1/completions} or {@code /v1/chat/completions}. What a field leaves out is as OpenAI has it; a field that is not known is not
 * looked at.
 *
 * @param shape the form of the answer
 * @param stop texts at which the completion ends; they are no part of it
 * @param streams whether it is sent as it is written
 * @param usage whether the number of tokens is sent at the end of a stream
 * @param logProbabilities whether those of the sampled tokens are sent
 */
record CompletionRequest(
    Shape shape,
    Prompt prompt,
    Sampling sampling,
    long seed,
    List<String> stop,
    boolean streams,
    boolean usage,
    boolean logProbabilities) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_STOPS = 16;
  private static final int DEFAULT_TOKENS = 16;

  /** Fields that ask for what is not there, with the values that ask for nothing. */
  private static final Map<String, List<String>> UNSUPPORTED = Map.of(
      "n", List.of("1"),
      "best_of", List.of("1"),
      "echo", List.of("false"),
      "suffix", List.of(""),
      "logit_bias", List.of("{}"),
      "presence_penalty", List.of("0", "0.0"),
      "frequency_penalty", List.of("0", "0.0"));

  /**
   * Reads a request that a text be gone on with.
   *
   * @param model the name of the model that is served
   * @throws ApiException if the request is wrong, or asks for what is not there
   */
  static CompletionRequest ofText(byte[] body, String model) throws ApiException {
    JsonNode json = checked(body, model);
    int tokens = (int) number(json, "max_tokens", DEFAULT_TOKENS);
    return of(json, Shape.TEXT, Prompt.of(text(json.path("prompt"))), tokens);
  }

  /** The same that messages be answered; without a limit of tokens as far as the context goes. */
  static CompletionRequest ofChat(byte[] body, String model) throws ApiException {
    JsonNode json = checked(body, model);
    int most = (int) number(json, "max_tokens", Integer.MAX_VALUE);
    int tokens = (int) number(json, "max_completion_tokens", most);
    Prompt prompt = ChatMessages.prompt(json.path("messages"));
    check("messages", prompt.text());
    Shape shape = json.path("stream").asBoolean(false) ? Shape.CHAT_STREAM : Shape.CHAT;
    return of(json, shape, prompt, tokens);
  }

  private static JsonNode checked(byte[] body, String model) throws ApiException {
    JsonNode json = parse(body);
    String named = json.path("model").asText(model);
    if (!named.equals(model)) {
      throw ApiException.of(
          404, "model_not_found", "there is no model '" + named + "'; there is '" + model + "'");
    }
    for (Map.Entry<String, List<String>> field : UNSUPPORTED.entrySet()) {
      JsonNode value = json.path(field.getKey());
      String text = value.isContainerNode() ? value.toString() : value.asText();
      if (json.hasNonNull(field.getKey()) && !field.getValue().contains(text)) {
        throw ApiException.wrong(
            field.getKey(),
            field.getKey() + " is " + text + "; allowed: " + field.getValue().get(0));
      }
    }
    return json;
  }

  private static CompletionRequest of(JsonNode json, Shape shape, Prompt prompt, int tokens)
      throws ApiException {
    return new CompletionRequest(
        shape,
        prompt,
        sampling(json, tokens),
        seed(json.path("seed")),
        stop(json.path("stop")),
        json.path("stream").asBoolean(false),
        json.path("stream_options").path("include_usage").asBoolean(false),
        json.hasNonNull("logprobs") && !json.path("logprobs").asText().equals("false"));
  }

  private static JsonNode parse(byte[] body) throws ApiException {
    try {
      JsonNode json = JSON.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw ApiException.wrong(null, "the request is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw ApiException.wrong(null, "the request is no JSON");
    }
    throw ApiException.wrong(null, "the request is no JSON object");
  }

  private static String text(JsonNode value) throws ApiException {
    JsonNode text = value.isArray() && value.size() == 1 ? value.path(0) : value;
    if (!text.isTextual()) {
      throw ApiException.wrong("prompt", "prompt must be one text; tokens are not supported");
    }
    check("prompt", text.asText());
    return text.asText();
  }

  private static void check(String field, String text) throws ApiException {
    try {
      PromptCheck.check(text);
    } catch (ModelException e) {
      throw ApiException.wrong(field, String.valueOf(e.getMessage()));
    }
  }

  private static Sampling sampling(JsonNode json, int tokens) throws ApiException {
    try {
      return new Sampling(
          number(json, "temperature", 1),
          number(json, "top_p", 1),
          (int) number(json, "top_k", 0),
          tokens);
    } catch (IllegalArgumentException e) {
      throw ApiException.wrong(null, String.valueOf(e.getMessage()));
    }
  }

  private static double number(JsonNode json, String field, double otherwise) throws ApiException {
    if (!json.hasNonNull(field)) {
      return otherwise;
    }
    if (!json.path(field).isNumber()) {
      throw ApiException.wrong(field, field + " is " + json.path(field) + "; allowed: a number");
    }
    return json.path(field).asDouble();
  }

  private static long seed(JsonNode value) throws ApiException {
    if (value.isMissingNode() || value.isNull()) {
      return new SecureRandom().nextLong();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw ApiException.wrong("seed", "seed is " + value + "; allowed: an integer of 64 bits");
    }
    return value.asLong();
  }

  private static List<String> stop(JsonNode value) throws ApiException {
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    }
    for (JsonNode text : value) {
      texts.add(text.isTextual() ? text.asText() : "");
    }
    boolean known = value.isMissingNode() || value.isNull() || value.isTextual() || value.isArray();
    if (!known || texts.contains("") || texts.size() > MOST_STOPS) {
      throw ApiException.wrong(
          "stop", "stop is " + value + "; allowed: a text, or up to " + MOST_STOPS + " of them");
    }
    return List.copyOf(texts);
  }
}
