package dev.vmcts.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.llm.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The models that a server says it has, in its answer to {@code /models}; none when it does not say. */
record ServedModels(JsonNode answer) {

  private List<String> names() {
    List<String> names = new ArrayList<>();
    answer.path("data").forEach(model -> names.add(model.path("id").asText()));
    return names;
  }

  /** The name of the model that is meant. */
  String choose(OpenAiAddress address) throws ModelException {
    List<String> names = names();
    if (address.model().isEmpty() && names.size() == 1) {
      return names.get(0);
    }
    if (address.model().isEmpty()) {
      throw new ModelException("no model is named in '" + address.base() + "'; add #MODEL"
          + (names.isEmpty() ? "" : ", one of " + String.join(", ", names)));
    }
    if (!names.isEmpty() && !names.contains(address.model())) {
      throw new ModelException("the server at " + address.base() + " has no model '"
          + address.model() + "'; it has " + String.join(", ", names));
    }
    return address.model();
  }

  /** How many tokens a model's context has, in the words of vLLM or llama-server. */
  OptionalInt contextLength(String name) {
    for (JsonNode model : answer.path("data")) {
      int length = model
          .path("max_model_len")
          .asInt(model
              .path("meta")
              .path("n_ctx")
              .asInt(model.path("context_length").asInt(0)));
      if (model.path("id").asText().equals(name) && length > 0) {
        return OptionalInt.of(length);
      }
    }
    return OptionalInt.empty();
  }
}
