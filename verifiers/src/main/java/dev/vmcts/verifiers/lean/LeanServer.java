package dev.vmcts.verifiers.lean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmcts.verifiers.process.ToolProcess;
import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running {@code lean --server} with one document. Of a text it reads again only what stands behind the first
 * difference from the text before; in a proof, only the tactics there.
 *
 * <p>For one thread at a time.
 */
final class LeanServer implements AutoCloseable {

  private static final String URI = "file:///Vmcts.lean";
  private static final Map<String, Object> DOCUMENT = Map.of("uri", URI);

  /** How long a text that was given up may take to be left. */
  private static final Duration LEAVE = Duration.ofSeconds(2);

  private final ToolProcess process;
  private final Lsp lsp;
  private int version;
  private String readBefore = "";

  private LeanServer(ToolProcess process) {
    this.process = process;
    this.lsp = new Lsp(process);
  }

  /**
   * Starts a server.
   *
   * @param folder the scratch folder that it works in
   * @throws VerifierException if it does not start
   */
  static LeanServer start(LeanTool tool, Path folder, Duration most)
      throws VerifierException, InterruptedException {
    // The first option shows errors before an end of text that comes too early; the second saves
    // 200 ms of each answer.
    List<String> command =
        tool.command("--server", "-DshowPartialSyntaxErrors=true", "-Dserver.reportDelayMs=0");
    LeanServer server = new LeanServer(
        tool.runner().start(command, folder, tool.limits(most), tool.environment(folder)));
    boolean started = false;
    try {
      int id = server.lsp.ask(
          "initialize",
          Map.of(
              "capabilities",
              Map.of("textDocument", Map.of("publishDiagnostics", Map.of())),
              "initializationOptions",
              Map.of("hasWidgets", false)));
      started = server.await(id, null, System.nanoTime() + most.toNanos()) != null;
      if (started) {
        server.lsp.tell("initialized", Map.of());
      }
    } catch (IOException e) {
      throw new VerifierException(
          "Lean's server does not start: " + lastLine(server.process.stderr(), e), e);
    } finally {
      if (!started) {
        server.close();
      }
    }
    if (!started) {
      throw new VerifierException(
          "Lean's server does not answer within " + most.toSeconds() + " s");
    }
    return server;
  }

  /**
   * Has a text read.
   *
   * @param goalsAt index where the goals are asked for; -1 when they are not
   */
  LeanReport read(String text, int goalsAt, Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    try {
      List<JsonNode> diagnostics = new ArrayList<>();
      if (await(open(text), diagnostics, deadline) == null) {
        return giveUp(most);
      }
      LeanPositions positions = new LeanPositions(text);
      List<String> goals = new ArrayList<>();
      if (goalsAt >= 0) {
        int id = lsp.ask(
            "$/lean/plainGoal",
            Map.of("textDocument", DOCUMENT, "position", positions.at(goalsAt)));
        JsonNode answer = await(id, null, deadline);
        if (answer == null) {
          return giveUp(most);
        }
        answer.path("result").path("goals").forEach(g -> goals.add(g.asText()));
      }
      readBefore = text;
      List<LeanDiagnostic> found =
          new ArrayList<>(diagnostics.stream().map(positions::diagnostic).toList());
      found.sort(Comparator.comparingInt(LeanDiagnostic::start));
      return new LeanReport.Read(found, goals);
    } catch (IOException e) {
      process.awaitEnd(LEAVE);
      return new LeanReport.Dead(lastLine(process.stderr(), e));
    }
  }

  /** Leaves a text that takes too long for the one before; a server that does not is ended. */
  private LeanReport giveUp(Duration most) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LEAVE.toNanos();
    if (await(open(readBefore), null, deadline) == null) {
      close();
    }
    return new LeanReport.TimedOut("no answer within " + most.toMillis() + " ms");
  }

  /** Sends a text and returns the number of the request that is answered when it has been read. */
  private int open(String text) throws IOException {
    version++;
    if (version == 1) {
      lsp.tell(
          "textDocument/didOpen",
          Map.of(
              "textDocument",
              Map.of("uri", URI, "languageId", "lean4", "version", version, "text", text)));
    } else {
      lsp.tell(
          "textDocument/didChange",
          Map.of(
              "textDocument",
              Map.of("uri", URI, "version", version),
              "contentChanges",
              List.of(Map.of("text", text))));
    }
    return lsp.ask("textDocument/waitForDiagnostics", Map.of("uri", URI, "version", version));
  }

  /**
   * Waits for an answer.
   *
   * @param diagnostics takes the last diagnostics that come for the current text before the answer
   * @return null when the time is over
   * @throws IOException when the server has ended, stopped reading, or answers with an error
   */
  private @Nullable JsonNode await(int id, @Nullable List<JsonNode> diagnostics, long deadline)
      throws IOException, InterruptedException {
    while (true) {
      JsonNode message = lsp.next(Duration.ofNanos(deadline - System.nanoTime()));
      if (message == null) {
        return null;
      }
      JsonNode params = message.path("params");
      boolean current = params.path("version").asInt(-1) == version;
      switch (message.path("method").asText()) {
        case "" -> {
          if (message.path("id").asInt(-1) == id) {
            if (message.has("error")) {
              throw new IOException(message.path("error").path("message").asText("an error"));
            }
            return message;
          }
        }
        case "textDocument/publishDiagnostics" -> {
          if (diagnostics != null && current) {
            diagnostics.clear();
            params.path("diagnostics").forEach(diagnostics::add);
          }
        }
        case "$/lean/fileProgress" -> {
          for (JsonNode range : params.path("processing")) {
            if (range.path("kind").asInt() == 2) {
              throw new IOException("Lean stopped reading the text");
            }
          }
        }
        default -> {}
      }
    }
  }

  boolean alive() {
    return process.alive();
  }

  long pid() {
    return process.pid();
  }

  /** How many texts it has read. */
  int requests() {
    return version;
  }

  private static String lastLine(String stderr, IOException e) {
    return stderr.strip().lines().reduce((a, b) -> b).orElse(String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    process.close();
  }
}
