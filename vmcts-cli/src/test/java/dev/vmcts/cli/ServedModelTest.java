package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vmcts model serve} with the bundled model, asked by {@code synth} with the real Coq. */
@Tag("slow")
final class ServedModelTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final String SERVES = "vmcts: serves vmcts-tiny.gguf; ask it with --model ";

  @TempDir
  private Path folder;

  private Path output;
  private Process server;
  private String model;

  @BeforeEach
  void serve() throws Exception {
    output = folder.resolve("serve.txt");
    server = CliProcess.start(folder, HOME, Map.of(), output, "model", "serve", "--port", "0");
    model = "";
    for (int i = 0; i < 600 && server.isAlive() && model.isEmpty(); i++) {
      Thread.sleep(50);
      model = Files.readAllLines(output).stream()
          .filter(line -> line.startsWith(SERVES) && line.endsWith(".gguf"))
          .map(line -> line.substring(SERVES.length()))
          .findFirst()
          .orElse("");
    }
    assertThat(model).as(Files.readString(output)).startsWith("openai:http://127.0.0.1:");
  }

  @AfterEach
  void end() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
  }

  @Test
  void synth_modelBehindAServer_solves() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Cli run = Cli.run(
        "synth",
        "../problems/quickstart/own.v",
        "--model",
        model,
        "--prompt-style",
        "tiny",
        "-o",
        folder.toString());

    assertThat(run.err()).contains("solved");
    assertThat(run.status()).isZero();
    List<String> trace = Files.readAllLines(folder.resolve("own.trace.jsonl"));
    assertThat(trace.get(0)).contains(model);
    // What the server says of each token reaches the search.
    assertThat(trace)
        .anyMatch(line ->
            line.contains("\"event\":\"propose\"") && !line.contains("\"logProbability\":0.0"));
  }

  @Test
  void serve_requestsAtOnce_areAllAnswered() throws Exception {
    URI uri = URI.create(model.substring("openai:".length(), model.indexOf('#')) + "/completions");
    String body =
        "{\"prompt\":\"Lemma a : forall n, \",\"max_tokens\":30,\"seed\":5,\"stop\":\"\\n\"}";
    HttpRequest request = HttpRequest.newBuilder(uri)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
            () -> client.sendAsync(request, BodyHandlers.ofString()))
        .limit(12)
        .toList();

    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      JsonNode json = new JsonMapper().readTree(answer.get(60, TimeUnit.SECONDS).body());
      assertThat(json.at("/usage/completion_tokens").asInt()).isBetween(1, 30);
      assertThat(json.at("/choices/0/text").asText()).isNotEmpty().doesNotContain("\n");
    }
  }

  @Test
  void serve_askedToEnd_endsWithItsModel() throws Exception {
    List<ProcessHandle> children = server.descendants().toList();
    assertThat(children).isNotEmpty();

    server.destroy();

    assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle child : children) {
      child.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(Files.readString(output).lines())
        .hasSizeLessThanOrEqualTo(2)
        .noneMatch(line -> line.contains("Exception") || line.contains("error"));
  }

  @Test
  void serve_portThatIsTaken_saysSo() throws IOException {
    System.setProperty("vmcts.home", HOME.toString());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli run = Cli.run("model", "serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(run.err()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
      assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
    }
  }
}
