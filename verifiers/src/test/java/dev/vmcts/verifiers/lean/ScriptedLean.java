package dev.vmcts.verifiers.lean;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that stands in for Lean. As {@code lean --server} it replays what a real one was recorded to send; as
 * {@code lean --json} it writes messages as a real one was recorded to, at words that ask for them: see {@code
 * scripted-batch}.
 *
 * <p>To the first text, and to each further one, it sends what was sent to the recorded text of that number. A text that
 * holds {@code HANG} is never read to its end, one that holds {@code DIE} ends the program, and one that holds {@code DIE ONCE}
 * ends the first program in a folder.
 */
final class ScriptedLean {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> record = new ArrayList<>();
  private int at;

  private ScriptedLean(Path transcript) throws IOException {
    for (String line : Files.readAllLines(transcript)) {
      record.add(JSON.readTree(line));
    }
  }

  /** Writes a script that starts the program, and says which version it is and where. */
  static Path install(Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path transcript = Recorded.FOLDER.resolve("server.jsonl").toAbsolutePath();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path script = bin.resolve("lean");
    Files.writeString(
        script, """
        #!/bin/sh
        [ "$1" != -M ] || shift 2
        case "$1" in
          --version) echo 'Lean (version 4.27.0-pre, x86_64-pc-linux-gnu, Release)' ;;
          --print-prefix) echo '%s' ;;
          --json) exec "$(dirname "$0")/batch" "$@" ;;
          *) exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s '%s' ;;
        esac
        """.formatted(folder, java, classPath(), ScriptedLean.class.getName(), transcript));
    Path batch = bin.resolve("batch");
    Files.copy(Path.of("src", "test", "resources", "lean", "scripted-batch"), batch);
    Files.setPosixFilePermissions(batch, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  /** The folders and archives with the classes that the program needs. */
  private static String classPath() {
    return Stream.of(ScriptedLean.class, JsonMapper.class, JsonFactory.class, JsonCreator.class)
        .map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Serves until its input ends.
   *
   * @param arguments the transcript
   */
  public static void main(String[] arguments) throws IOException {
    new ScriptedLean(Path.of(arguments[0])).serve(System.in, System.out);
  }

  private void serve(InputStream in, PrintStream out) throws IOException {
    boolean hangs = false;
    for (JsonNode asked = read(in); asked != null; asked = read(in)) {
      String text = asked.path("params").toString();
      if (text.contains("DIE")
          && (!text.contains("DIE ONCE") || new File("died").createNewFile())) {
        System.err.println("excessive memory consumption detected at 'interpreter'");
        Runtime.getRuntime().halt(134);
      }
      boolean opens = asked.path("method").asText().startsWith("textDocument/did");
      hangs = opens ? text.contains("HANG") : hangs;
      if (asked.has("id") && !hangs) {
        replay(asked, out);
      }
    }
  }

  /** Sends what was recorded between the request of this method that comes next and its answer. */
  private void replay(JsonNode asked, PrintStream out) throws IOException {
    while (at < record.size() && !isRequest(record.get(at), asked.path("method").asText())) {
      at++;
    }
    int recordedId = at < record.size() ? record.get(at).path("msg").path("id").asInt() : -1;
    JsonNode version = asked.path("params").path("version");
    boolean answered = false;
    for (at++; at < record.size() && !answered; at++) {
      JsonNode message = record.get(at).path("msg");
      if (record.get(at).path("dir").asText().equals("recv")) {
        ObjectNode sent = message.deepCopy();
        answered = !message.has("method") && message.path("id").asInt() == recordedId;
        if (answered) {
          sent.set("id", asked.path("id"));
        }
        if (sent.path("params").has("version") && version.isInt()) {
          ((ObjectNode) sent.path("params")).set("version", version);
        }
        write(sent, out);
      }
    }
    if (!answered) {
      write(
          JSON.createObjectNode()
              .put("jsonrpc", "2.0")
              .<ObjectNode>set("id", asked.path("id"))
              .set("result", JSON.createObjectNode()),
          out);
    }
  }

  private static boolean isRequest(JsonNode line, String method) {
    return line.path("dir").asText().equals("send")
        && line.path("msg").path("method").asText().equals(method);
  }

  private static void write(JsonNode message, PrintStream out) throws IOException {
    byte[] body = JSON.writeValueAsBytes(message);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private static @Nullable JsonNode read(InputStream in) throws IOException {
    StringBuilder header = new StringBuilder();
    while (header.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      header.append((char) b);
    }
    int length = Integer.parseInt(header.substring("Content-Length: ".length()).strip());
    return JSON.readTree(in.readNBytes(length));
  }
}
