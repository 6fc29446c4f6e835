package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vmcts.llm.file.FileHash;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled model pulled from a hub on this machine, and used from the cache when the hub is gone. */
final class ModelPullTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path BUNDLED = HOME.resolve("model/vmcts-tiny.gguf");

  @TempDir
  private Path folder;

  private HttpServer hub;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws Exception {
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext("/api/models/some/tiny", exchange -> {
      byte[] list =
          "{\"siblings\":[{\"rfilename\":\"tiny-f16.gguf\"}]}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, list.length);
      exchange.getResponseBody().write(list);
      exchange.close();
    });
    String hash = FileHash.ofFile(BUNDLED);
    byte[] content = Files.readAllBytes(BUNDLED);
    hub.createContext("/some/tiny/resolve/main/tiny-f16.gguf", exchange -> {
      exchange.getResponseHeaders().set("X-Linked-Etag", '"' + hash + '"');
      exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(content.length));
      send(exchange, content);
    });
    hub.start();
    environment = Map.of(
        "HF_ENDPOINT",
        "http://localhost:" + hub.getAddress().getPort(),
        "VMCTS_CACHE",
        folder.resolve("cache").toString());
  }

  private static void send(HttpExchange exchange, byte[] content) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(200, head ? -1 : content.length);
      if (!head) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  @AfterEach
  void stop() {
    hub.stop(0);
  }

  @Tag("slow")
  @Test
  void pull_model_isUsedWithoutTheHubAndRemoved() throws Exception {
    Path file = folder.resolve("cache/models/some/tiny/tiny-f16.gguf");

    String pulled = run(0, "model", "pull", "hf:some/tiny");
    assertThat(pulled).contains("MiB, 100 %\n").endsWith(file + "\n");
    assertThat(file).hasSameBinaryContentAs(BUNDLED);
    hub.stop(0);

    assertThat(run(0, "model", "info", "hf:some/tiny")).contains("prompt style     tiny\n");
    assertThat(run(0, "model", "list")).contains(file.toString());
    assertThat(run(20, "model", "pull", "hf:some/tiny")).contains("cannot reach the hub at http:");
    searches();
    assertThat(run(0, "model", "remove", "hf:some/tiny:f16")).isEqualTo(file + "\n");
    assertThat(file.getParent()).doesNotExist();
    assertThat(run(
            20,
            "synth",
            HOME.resolve("problems/quickstart/own.v").toString(),
            "-m",
            "hf:some/tiny"))
        .contains("model hf:some/tiny is not in the cache folder")
        .contains("download it with: vmcts model pull hf:some/tiny");
  }

  private void searches() throws Exception {
    if (Executables.find("coqc").isPresent()) {
      String problem = HOME.resolve("problems/quickstart/own.v").toString();
      assertThat(run(0, "synth", problem, "-m", "hf:some/tiny", "-q")).contains("Qed.");
      assertThat(Files.readString(folder.resolve("vmcts-out/own.trace.jsonl")))
          .contains("\"hf:some/tiny\"");
    }
  }

  @Test
  void pull_unknownModel_saysSo() throws Exception {
    assertThat(run(20, "model", "pull", "hf:some/other"))
        .contains("answers 404 for hf:some/other: there is no such model");
  }

  private String run(int status, String... arguments) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = CliProcess.start(folder, HOME, environment, output, arguments);
    assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(status);
    return Files.readString(output);
  }
}
