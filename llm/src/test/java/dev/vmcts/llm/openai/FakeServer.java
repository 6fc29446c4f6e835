package dev.vmcts.llm.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of completions on this machine that answers what a test says. */
final class FakeServer implements AutoCloseable {

  /** What a request is answered with. */
  interface Answer {
    void to(HttpExchange exchange, String body) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile Answer models = (exchange, body) -> json(exchange, 404, "");
  private volatile Answer completions = (exchange, body) -> json(exchange, 404, "");
  private volatile Answer chat = (exchange, body) -> json(exchange, 404, "");

  FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/models", exchange -> answer(exchange, models, false));
    server.createContext("/v1/completions", exchange -> answer(exchange, completions, true));
    server.createContext("/v1/chat/completions", exchange -> answer(exchange, chat, true));
    server.start();
  }

  private void answer(HttpExchange exchange, Answer answer, boolean kept) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (kept) {
        bodies.add(body);
      }
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      answer.to(exchange, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  FakeServer models(Answer answer) {
    models = answer;
    return this;
  }

  FakeServer completions(Answer answer) {
    completions = answer;
    return this;
  }

  FakeServer chat(Answer answer) {
    chat = answer;
    return this;
  }

  /** The address, for {@code OpenAiModel}. */
  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** What was asked of {@code /completions} and {@code /chat/completions}, in order. */
  List<String> bodies() {
    return bodies;
  }

  List<String> keys() {
    return keys;
  }

  static void json(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Streams events, each flushed at once. */
  static Answer events(String... events) {
    return (exchange, body) -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      for (String event : events) {
        out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    };
  }

  static String piece(String text) {
    return "{\"choices\":[{\"index\":0,\"text\":\"" + text + "\",\"finish_reason\":null}]}";
  }

  static String delta(String text) {
    return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text
        + "\"},\"finish_reason\":null}]}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
