package dev.vmcts.llm.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.TransientModelException;
import org.jspecify.annotations.Nullable;

/** A request that is not answered with a completion: status of HTTP, and an error in OpenAI's form. */
final class ApiException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String param;
  private final @Nullable String code;

  private ApiException(int status, @Nullable String param, @Nullable String code, String message) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }

  /** The request is wrong, in a field if one is named. */
  static ApiException wrong(@Nullable String param, String message) {
    return new ApiException(400, param, null, message);
  }

  /** Another status of HTTP. */
  static ApiException of(int status, @Nullable String code, String message) {
    return new ApiException(status, null, code, message);
  }

  /** What a failure of the model is for the one who asks. */
  static ApiException of(ModelException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof PromptTooLongException tooLong) {
      return new ApiException(
          400,
          "prompt",
          "context_length_exceeded",
          "the model's context length is " + tooLong.contextLength() + " tokens; the prompt has "
              + tooLong.promptTokens());
    }
    return new ApiException(e instanceof TransientModelException ? 503 : 500, null, null, message);
  }

  int status() {
    return status;
  }

  ObjectNode json() {
    ObjectNode all = new JsonMapper().createObjectNode();
    all.putObject("error")
        .put("message", getMessage())
        .put("type", status < 500 ? "invalid_request_error" : "server_error")
        .put("param", param)
        .put("code", code);
    return all;
  }
}
