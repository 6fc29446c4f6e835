package dev.vmcts.llm.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StreamingModel;
import dev.vmcts.llm.StreamingModel.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers one request for a completion. For one thread. */
final class Completer {

  private final HttpExchange exchange;
  private final CompletionRequest request;
  private final Completion completion;
  private final StopTexts stops;
  private final StringBuilder whole = new StringBuilder();
  private boolean begun;
  private @Nullable IOException broken;

  Completer(HttpExchange exchange, CompletionRequest request, String model) {
    this.exchange = exchange;
    this.request = request;
    this.completion = new Completion(
        request.shape(), model, request.logProbabilities(), Instant.now().getEpochSecond());
    this.stops = new StopTexts(request.stop());
  }

  /**
   * Asks the model and answers.
   *
   * @throws ApiException if the model cannot, and nothing was sent yet
   * @throws IOException if whoever asked is gone
   */
  void answer(StreamingModel model) throws ApiException, IOException, InterruptedException {
    try {
      Optional<Proposal> proposal =
          model.stream(request.prompt(), request.sampling(), request.seed(), this::token);
      if (broken != null) {
        throw broken;
      }
      boolean full = proposal.isPresent() && proposal.get().stopReason() == StopReason.LENGTH;
      finish(!stops.stopped() && full ? "length" : "stop");
    } catch (ModelException e) {
      ApiException error = ApiException.of(e);
      if (!begun) {
        throw error;
      }
      event(error.json().toString());
    }
  }

  private boolean token(Token token) {
    completion.count(token);
    String text = stops.add(token.text());
    whole.append(text);
    if (request.streams()) {
      try {
        event(completion.text(text, null).toString());
      } catch (IOException e) {
        broken = e;
      }
    }
    return broken == null && !stops.stopped();
  }

  private void finish(String reason) throws IOException {
    String rest = stops.rest();
    if (!request.streams()) {
      ObjectNode all = completion.text(whole + rest, reason);
      Answers.json(exchange, 200, completion.withUsage(all));
      return;
    }
    event(completion.text(rest, reason).toString());
    if (request.usage()) {
      event(completion.withUsage(completion.empty()).toString());
    }
    event("[DONE]");
  }

  /** Sends an event; the first one comes with the status. */
  private void event(String data) throws IOException {
    if (!begun) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      exchange.sendResponseHeaders(200, 0);
      begun = true;
    }
    exchange.getResponseBody().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }
}
