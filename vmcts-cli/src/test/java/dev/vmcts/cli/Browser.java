package dev.vmcts.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, led by its DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers;
  private int requests;

  private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
  }

  /** Where Chromium is, if it is installed. */
  static Optional<Path> program() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Executables.find(name).stream())
        .findFirst();
  }

  /** Starts it. */
  static Browser start(Path program, Path profile, int width, int height) throws Exception {
    Process process = new ProcessBuilder(
            program.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "--window-size=" + width + "," + height,
            "about:blank")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      HttpClient client = HttpClient.newHttpClient();
      BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
      WebSocket socket = client
          .newWebSocketBuilder()
          .buildAsync(URI.create(page(client, profile)), new Answers(answers))
          .get();
      return new Browser(process, socket, answers);
    } catch (Exception e) {
      end(process);
      throw e;
    }
  }

  /** The address of the first page's socket, once the browser has said its port. */
  private static String page(HttpClient client, Path profile) throws Exception {
    Path port = profile.resolve("DevToolsActivePort");
    Instant end = Instant.now().plus(PATIENCE);
    while (!Files.exists(port) || Files.readAllLines(port).isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IOException("Chromium says no port within " + PATIENCE);
      }
      Thread.sleep(100);
    }
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json");
    while (true) {
      String answer = client
          .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
          .body();
      for (JsonNode target : JSON.readTree(answer)) {
        if (target.path("type").asText().equals("page")) {
          return target.path("webSocketDebuggerUrl").asText();
        }
      }
      Thread.sleep(100);
    }
  }

  /** Opens a file and waits until it is there. */
  void open(Path file) throws Exception {
    call("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
    Instant end = Instant.now().plus(PATIENCE);
    while (!evaluate("document.readyState === 'complete' && location.protocol === 'file:'")
        .asBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IOException(file + " is not there within " + PATIENCE);
      }
      Thread.sleep(100);
    }
  }

  /** The value of a JavaScript expression; a promise is waited for. */
  JsonNode evaluate(String expression) throws Exception {
    ObjectNode parameters = JSON.createObjectNode()
        .put("expression", expression)
        .put("returnByValue", true)
        .put("awaitPromise", true);
    JsonNode result = call("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new IOException(result.path("exceptionDetails").toString());
    }
    return result.at("/result/value");
  }

  /** A click with the left button. */
  void click(double x, double y) throws Exception {
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          JSON.createObjectNode()
              .put("type", type)
              .put("x", x)
              .put("y", y)
              .put("button", "left")
              .put("clickCount", 1));
    }
  }

  /** A key of the keyboard that has no text of its own. */
  void key(String key) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          JSON.createObjectNode().put("type", type).put("key", key).put("code", key));
    }
  }

  /** Writes what is seen as a PNG file. */
  void picture(Path file) throws Exception {
    JsonNode result = call("Page.captureScreenshot", JSON.createObjectNode());
    Files.write(file, Base64.getDecoder().decode(result.path("data").asText()));
  }

  private JsonNode call(String method, ObjectNode parameters) throws Exception {
    int id = ++requests;
    ObjectNode request = JSON.createObjectNode().put("id", id).put("method", method);
    request.set("params", parameters);
    socket.sendText(request.toString(), true).get();
    while (true) {
      JsonNode answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null) {
        throw new IOException("no answer to " + method + " within " + PATIENCE);
      } else if (answer.path("id").asInt() == id) {
        return answer.path("result");
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Collects whole messages. */
  private static final class Answers implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> to;
    private final StringBuilder text = new StringBuilder();

    private Answers(BlockingQueue<JsonNode> to) {
      this.to = to;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          to.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, data, last);
    }
  }
}
