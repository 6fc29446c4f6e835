package dev.vmcts.llm.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vmcts.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A hub on this machine in the shape of Hugging Face's: the list of files, and files behind a redirect to another server
 * that knows ranges.
 */
final class FakeHub implements AutoCloseable {

  private final HttpServer hub = server();
  private final HttpServer store = server();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final List<String> ranges = new CopyOnWriteArrayList<>();
  final List<String> hubTokens = new CopyOnWriteArrayList<>();
  final List<String> storeTokens = new CopyOnWriteArrayList<>();
  /** Bytes after which the store breaks a connection off. */
  volatile int breaksAfter = Integer.MAX_VALUE;
  /** Whether the store gives what is asked for, or always all. */
  volatile boolean knowsRanges = true;
  /** The hash that the hub says; that of the file if empty. */
  volatile String tag = "";
  /** Where old/name/a.gguf is now. */
  volatile String movedTo = "/some/model/resolve/main/a.gguf";

  /** What the hub answers to everything; 0 for what is asked. */
  volatile int status;

  FakeHub() throws IOException {
    for (HttpServer server : List.of(hub, store)) {
      server.setExecutor(threads);
    }
    hub.createContext("/api/models/some/model", exchange -> answer(exchange, this::list));
    hub.createContext("/some/model/resolve/main/", exchange -> answer(exchange, this::resolve));
    hub.createContext("/old/name/resolve/main/a.gguf", exchange -> answer(exchange, this::moved));
    store.createContext("/blob/", exchange -> answer(exchange, this::content));
    hub.start();
    store.start();
  }

  private static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private interface Part {
    void answer(HttpExchange exchange) throws IOException;
  }

  private void answer(HttpExchange exchange, Part part) throws IOException {
    try (exchange) {
      boolean isHub = exchange.getLocalAddress().getPort() == hub.getAddress().getPort();
      String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      (isHub ? hubTokens : storeTokens).add(token);
      if (isHub && status != 0) {
        exchange.sendResponseHeaders(status, -1);
      } else {
        part.answer(exchange);
      }
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    StringBuilder json = new StringBuilder("{\"id\":\"some/model\",\"siblings\":[");
    json.append("{\"rfilename\":\"README.md\"}");
    new TreeMap<>(files)
        .keySet()
        .forEach(name -> json.append(",{\"rfilename\":\"").append(name).append("\"}"));
    byte[] bytes = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void resolve(HttpExchange exchange) throws IOException {
    String name =
        exchange.getRequestURI().getPath().substring("/some/model/resolve/main/".length());
    byte[] file = files.get(name);
    if (file == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    String hash = tag.isEmpty() ? Sha256.of(file) : tag;
    exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + hash + "\"");
    exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(file.length));
    exchange
        .getResponseHeaders()
        .set("Location", "http://localhost:" + store.getAddress().getPort() + "/blob/" + name);
    exchange.sendResponseHeaders(302, -1);
  }

  private void moved(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", movedTo);
    exchange.sendResponseHeaders(307, -1);
  }

  private void content(HttpExchange exchange) throws IOException {
    byte[] file = files.getOrDefault(
        exchange.getRequestURI().getPath().substring("/blob/".length()), new byte[0]);
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
    OutputStream out = exchange.getResponseBody();
    out.write(file, from, Math.min(breaksAfter, file.length - from));
    out.flush();
  }

  /** The hub, with a token. */
  Hub client() throws Exception {
    Map<String, String> environment = Map.of("HF_ENDPOINT", url(), "HF_TOKEN", "secret");
    return Hub.of(environment::get);
  }

  String url() {
    return "http://localhost:" + hub.getAddress().getPort();
  }

  @Override
  public void close() {
    hub.stop(0);
    store.stop(0);
    threads.shutdownNow();
  }
}
