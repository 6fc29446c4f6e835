package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.open.Models;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose model, the bundled one, lives behind a server of completions. */
final class ServedModelTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir
  private Path folder;

  @Test
  void synth_modelBehindAServer_solves() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    try (LanguageModel model = Models.open("../model/vmcts-tiny.gguf", options -> options)) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/models", exchange -> answer(exchange, "{\"data\":[{\"id\":\"tiny\"}]}"));
      server.createContext(
          "/v1/completions", exchange -> answer(exchange, completion(exchange, model)));
      server.start();
      try {
        String url = "openai:http://localhost:" + server.getAddress().getPort() + "/v1#tiny";
        Cli run = Cli.run(
            "synth",
            "../problems/quickstart/own.v",
            "--model",
            url,
            "--prompt-style",
            "tiny",
            "-o",
            folder.toString());
        assertThat(run.err()).contains("solved");
        assertThat(run.status()).isZero();
        assertThat(Files.readString(folder.resolve("own.trace.jsonl"))).contains(url);
      } finally {
        server.stop(0);
      }
    }
  }

  private static String completion(HttpExchange exchange, LanguageModel model) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    Proposal proposal;
    try {
      proposal = model.sample(
          request.path("prompt").asText(),
          new Sampling(
              request.path("temperature").asDouble(),
              request.path("top_p").asDouble(),
              0,
              Math.min(40, request.path("max_tokens").asInt())),
          StopRule.NONE,
          request.path("seed").asLong());
    } catch (ModelException | InterruptedException e) {
      throw new IOException(e);
    }
    ObjectNode event = JSON.createObjectNode();
    event
        .putArray("choices")
        .addObject()
        .put("text", proposal.text())
        .put("finish_reason", proposal.stopReason() == StopReason.LENGTH ? "length" : "stop");
    event.putObject("usage").put("completion_tokens", proposal.tokens());
    return "data: " + event + "\n\ndata: [DONE]\n\n";
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
