package dev.vmcts.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.ModelException;
import dev.vmcts.text.OneLine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The HTTP side of a model's server. Thread-safe. */
final class OpenAiServer {

  /** A server that sends nothing for so long is given up. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  /** Where a text is gone on with. */
  static final String TEXT = "/completions";

  /** Where messages are answered. */
  static final String CHAT = "/chat/completions";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A request that the server did not take.
   *
   * @param path what was asked for, such as {@code /completions}
   * @param status of HTTP
   */
  record Refusal(String path, int status, String message) {

    /** Whether asking again later may help. */
    boolean passes() {
      return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    ModelException exception(OpenAiAddress address) {
      String what = "the server at " + address.base() + " answers " + status;
      String more = message.isBlank() ? "" : ": " + message;
      return new ModelException(
          switch (status) {
            case 401, 403 ->
              what + "; set OPENAI_API_KEY to a key that it takes"
                  + (address.keepsSecrets() ? "" : ", and use https: keys are not sent over http")
                  + more;
            case 404 ->
              what + "; the URL should end before " + path + ", such as http://localhost:8080/v1"
                  + (path.equals(CHAT)
                      ? "; where a server has no " + CHAT + ": --prompt-style base"
                      : "; where a server has " + CHAT + " only: --prompt-style instruct or ask")
                  + more;
            default -> what + more;
          });
    }
  }

  private final OpenAiAddress address;
  private final Optional<String> key;
  private final HttpClient client = HttpClient.newBuilder()
      .connectTimeout(CONNECT)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  private OpenAiServer(OpenAiAddress address, Optional<String> key) {
    this.address = address;
    this.key = key;
  }

  /** A server, with the key of the environment if it may have it. */
  static OpenAiServer of(OpenAiAddress address, UnaryOperator<@Nullable String> environment) {
    Optional<String> key = Optional.ofNullable(environment.apply("OPENAI_API_KEY"))
        .map(String::strip)
        .filter(k -> !k.isEmpty() && address.keepsSecrets());
    return new OpenAiServer(address, key);
  }

  /** What the server has; nothing is known where it does not say. */
  ServedModels models() throws ModelException, InterruptedException {
    try {
      HttpResponse<String> answer = client.send(
          request("/models").GET().timeout(LONGEST_SILENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() == 401 || answer.statusCode() == 403) {
        throw new Refusal("/models", answer.statusCode(), "").exception(address);
      }
      return new ServedModels(
          answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.missingNode());
    } catch (IOException e) {
      throw new ModelException(
          "cannot reach the model's server at " + address.base() + "; is it running? (" + e + ")",
          e);
    }
  }

  /**
   * Asks for a completion; its lines come into the queue.
   *
   * @param path {@link #TEXT} or {@link #CHAT}
   * @return why not, if the server does not take the request
   * @throws IOException if asking again later may help
   */
  Optional<Refusal> complete(String path, JsonNode body, LineQueue lines)
      throws IOException, InterruptedException {
    HttpRequest request = request(path)
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream")
        .timeout(LONGEST_SILENCE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
        client.send(request, BodyHandlers.ofPublisher());
    if (answer.statusCode() == 200) {
      answer.body().subscribe(BodySubscribers.fromLineSubscriber(lines));
      return Optional.empty();
    }
    LineQueue why = new LineQueue();
    answer.body().subscribe(BodySubscribers.fromLineSubscriber(why));
    Refusal refusal = new Refusal(path, answer.statusCode(), message(why.rest(CONNECT)));
    if (refusal.passes()) {
      throw new IOException("status " + refusal.status() + " " + refusal.message());
    }
    return Optional.of(refusal);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.at(path));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  /** What a server says of an error, on one line. */
  private static String message(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      JsonNode message = json.path("error").path("message");
      return OneLine.of(
          message.isMissingNode() ? json.path("message").asText("") : message.asText());
    } catch (JsonProcessingException e) {
      // No JSON, so it may be the page of a proxy, which helps nobody.
      return "";
    }
  }
}
