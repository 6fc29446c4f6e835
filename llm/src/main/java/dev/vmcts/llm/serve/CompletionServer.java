package dev.vmcts.llm.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vmcts.llm.StreamingModel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a model over HTTP in OpenAI's protocol: {@code GET /v1/models}, {@code POST /v1/completions} and
 * {@code POST /v1/chat/completions}.
 *
 * <p>There is no authentication and no encryption. The model is asked by all clients at once; a request whose client closes
 * a stream is broken off.
 */
public final class CompletionServer implements AutoCloseable {

  private static final String CHAT = "/v1/chat/completions";
  private static final int CONNECTIONS = 64;
  private static final int MOST_BYTES = 16 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final StreamingModel model;
  private final String name;

  private CompletionServer(HttpServer server, StreamingModel model) {
    this.server = server;
    this.model = model;
    this.name = model.info().id();
  }

  /**
   * Starts to serve a model, which stays the caller's to close.
   *
   * @param address port 0 takes any that is free
   * @throws IOException if the address cannot be had
   */
  public static CompletionServer start(StreamingModel model, InetSocketAddress address)
      throws IOException {
    // Else each event of a stream would wait until the one before it is acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    CompletionServer started = new CompletionServer(HttpServer.create(address, 0), model);
    started.server.setExecutor(started.threads);
    started.server.createContext("/", started::answer);
    started.server.start();
    return started;
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        route(exchange);
      } catch (ApiException e) {
        Answers.json(exchange, e.status(), e.json());
      } catch (InterruptedException e) {
        // The server is being closed, and this thread with it.
        Thread.currentThread().interrupt();
      }
    }
  }

  private void route(HttpExchange exchange) throws ApiException, IOException, InterruptedException {
    String path = String.valueOf(exchange.getRequestURI().getPath());
    String allowed = switch (path) {
      case "/v1/models" -> "GET";
      case "/v1/completions", CHAT -> "POST";
      default ->
        throw ApiException.of(
            404,
            null,
            "there is no " + path + "; there are GET /v1/models, POST /v1/completions and POST "
                + CHAT);
    };
    if (!exchange.getRequestMethod().equals(allowed)) {
      throw ApiException.of(405, null, path + " takes " + allowed + " only");
    }
    if (allowed.equals("GET")) {
      Answers.json(exchange, 200, models());
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw ApiException.of(413, null, "the request has more than " + MOST_BYTES + " bytes");
    }
    CompletionRequest request = path.equals(CHAT)
        ? CompletionRequest.ofChat(body, name)
        : CompletionRequest.ofText(body, name);
    Optional<String> refusal = request.prompt().plain() ? Optional.empty() : model.refusesTurns();
    if (refusal.isPresent()) {
      throw ApiException.wrong("messages", refusal.get());
    }
    new Completer(exchange, request, name).answer(model);
  }

  private ObjectNode models() {
    ObjectNode all = new JsonMapper().createObjectNode().put("object", "list");
    all.putArray("data")
        .addObject()
        .put("id", name)
        .put("object", "model")
        .put("created", 0)
        .put("owned_by", "vmcts")
        .put("max_model_len", model.info().contextLength());
    return all;
  }

  /** Ends it at once, with every request that it works on; never throws. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
