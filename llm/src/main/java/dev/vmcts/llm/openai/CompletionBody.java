package dev.vmcts.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Sampling;
import java.util.Set;

/** The JSON of a request, for a text or for messages. */
final class CompletionBody {

  private static final JsonMapper JSON = new JsonMapper();

  private CompletionBody() {}

  static JsonNode of(String model, Prompt prompt, Sampling sampling, long seed, Set<Extra> extras) {
    ObjectNode request = JSON.createObjectNode()
        .put("model", model)
        .put(
            extras.contains(Extra.MAX_TOKENS) ? "max_tokens" : "max_completion_tokens",
            sampling.maxTokens())
        .put("temperature", sampling.temperature())
        .put("top_p", sampling.topP())
        .put("seed", seed & Integer.MAX_VALUE)
        .put("stream", true);
    if (sampling.topK() > 0) {
      request.put("top_k", sampling.topK());
    }
    if (extras.contains(Extra.COUNTS)) {
      request.putObject("stream_options").put("include_usage", true);
    }
    if (prompt.plain()) {
      request.put("prompt", prompt.begun());
      if (extras.contains(Extra.COUNTS)) {
        request.put("logprobs", 1);
      }
    } else {
      messages(request, prompt, extras);
      if (extras.contains(Extra.COUNTS)) {
        request.put("logprobs", true);
      }
    }
    return request;
  }

  /** The beginning of an answer is sent only if it holds the file: where it is lost, the answer still tells. */
  private static void messages(ObjectNode request, Prompt prompt, Set<Extra> extras) {
    ArrayNode messages = request.putArray("messages");
    prompt.turns().forEach(turn -> add(messages, turn.role(), turn.text()));
    if (prompt.continues()) {
      add(messages, Prompt.Role.ASSISTANT, prompt.begun());
      if (extras.contains(Extra.CONTINUATION)) {
        request.put("continue_final_message", true).put("add_generation_prompt", false);
      }
    }
  }

  private static void add(ArrayNode messages, Prompt.Role role, String text) {
    messages.addObject().put("role", role.word()).put("content", text);
  }
}
