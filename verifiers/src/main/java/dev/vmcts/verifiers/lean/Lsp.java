package dev.vmcts.verifiers.lean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vmcts.verifiers.process.ToolProcess;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The messages to and from a language server: JSON behind a header that tells its length. For one thread at a time. */
final class Lsp {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode END = JsonNodeFactory.instance.nullNode();
  private static final int LONGEST = 64 << 20;

  private final OutputStream out;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private int lastId;

  Lsp(ToolProcess process) {
    this.out = process.stdin();
    InputStream in = new BufferedInputStream(process.stdout());
    Thread reader = new Thread(() -> read(in), "vmcts-lsp-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Sends a notification. */
  void tell(String method, Object params) throws IOException {
    send(JSON.createObjectNode()
        .put("jsonrpc", "2.0")
        .put("method", method)
        .set("params", JSON.valueToTree(params)));
  }

  /** Sends a request and returns its number. */
  int ask(String method, Object params) throws IOException {
    lastId++;
    send(JSON.createObjectNode()
        .put("jsonrpc", "2.0")
        .put("id", lastId)
        .put("method", method)
        .set("params", JSON.valueToTree(params)));
    return lastId;
  }

  /**
   * The next message.
   *
   * @return null when none comes within the time
   * @throws IOException when the server has ended
   */
  @Nullable
  JsonNode next(Duration most) throws IOException, InterruptedException {
    JsonNode message = received.poll(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS);
    if (message != null && message.isNull()) {
      received.add(END);
      throw new IOException("Lean's server has ended");
    }
    return message;
  }

  private void send(JsonNode message) throws IOException {
    byte[] body = JSON.writeValueAsBytes(message);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private void read(InputStream in) {
    try (in) {
      for (int length = length(in); length >= 0; length = length(in)) {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
          break;
        }
        received.add(JSON.readTree(body));
      }
    } catch (IOException e) {
      // The server was killed, or writes what is no message: both end the talk.
    }
    received.add(END);
  }

  /** Reads a header; -1 at the end of the stream. */
  private static int length(InputStream in) throws IOException {
    int length = -1;
    for (String line = line(in); line != null; line = line(in)) {
      if (line.isEmpty()) {
        if (length < 0 || length > LONGEST) {
          throw new IOException("a message of " + length + " bytes; allowed: 0 to " + LONGEST);
        }
        return length;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        try {
          length = Integer.parseInt(lower.substring("content-length:".length()).strip());
        } catch (NumberFormatException e) {
          throw new IOException("no length: " + line, e);
        }
      }
    }
    return -1;
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return bytes.toString(StandardCharsets.UTF_8).strip();
      }
      if (bytes.size() > 1000) {
        throw new IOException("a header line without an end");
      }
      bytes.write(b);
    }
    return null;
  }
}
