package dev.vmcts.llm.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.StreamingModel.Token;
import java.util.List;

/** The form of what a request is answered with. */
enum Shape {
  /** Of a text that is gone on with, streamed or whole. */
  TEXT("cmpl-", "text_completion") {
    @Override
    void put(ObjectNode choice, String text) {
      choice.put("text", text);
    }

    @Override
    ObjectNode logProbabilities(List<Token> tokens) {
      ObjectNode all = JSON.createObjectNode();
      ArrayNode texts = all.putArray("tokens");
      ArrayNode values = all.putArray("token_logprobs");
      for (Token token : tokens) {
        texts.add(token.text());
        values.add(token.logProbability());
      }
      all.putNull("top_logprobs");
      return all;
    }
  },

  /** Of messages that are answered as a whole. */
  CHAT("chatcmpl-", "chat.completion") {
    @Override
    void put(ObjectNode choice, String text) {
      choice.putObject("message").put("role", Role.ASSISTANT.word()).put("content", text);
    }
  },

  /** Of messages whose answer is streamed. */
  CHAT_STREAM("chatcmpl-", "chat.completion.chunk") {
    @Override
    void put(ObjectNode choice, String text) {
      choice.putObject("delta").put("content", text);
    }
  };

  private static final JsonMapper JSON = new JsonMapper();

  private final String idPrefix;
  private final String object;

  Shape(String idPrefix, String object) {
    this.idPrefix = idPrefix;
    this.object = object;
  }

  String idPrefix() {
    return idPrefix;
  }

  /** The name of the form. */
  String object() {
    return object;
  }

  /** Puts a text into a choice. */
  abstract void put(ObjectNode choice, String text);

  /** The log-probabilities of sampled tokens. */
  ObjectNode logProbabilities(List<Token> tokens) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode content = all.putArray("content");
    for (Token token : tokens) {
      content
          .addObject()
          .put("token", token.text())
          .put("logprob", token.logProbability())
          .putArray("top_logprobs");
    }
    return all;
  }
}
