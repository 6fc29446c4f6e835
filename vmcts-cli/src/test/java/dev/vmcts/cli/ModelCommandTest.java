package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.vmcts.llm.file.FileHash;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vmcts model} says about models, on the bundled one. */
final class ModelCommandTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path BUNDLED = HOME.resolve("model/vmcts-tiny.gguf");

  @TempDir
  private Path folder;

  @BeforeEach
  void home() {
    System.setProperty("vmcts.home", HOME.toString());
  }

  @Test
  void info_bundledModel_isWhatItsFileSays() throws Exception {
    Cli run = Cli.run("model", "info", "--json");

    JsonNode facts = JSON.readTree(run.out());
    assertThat(run.status()).isZero();
    assertThat(facts.path("model").asText()).isEqualTo(BUNDLED.toString());
    assertThat(facts.path("architecture").asText()).isEqualTo("llama");
    assertThat(facts.path("license").asText()).isEqualTo("apache-2.0");
    assertThat(facts.path("promptStyle").asText()).isEqualTo("tiny");
    assertThat(facts.path("parameters").asLong()).isBetween(1_000_000L, 20_000_000L);
    assertThat(facts.path("layers").asInt()).isBetween(1, 64);
    assertThat(facts.path("vocabulary").asInt()).isBetween(256, 100_000);
    assertThat(facts.path("contextTokens").asInt()).isBetween(16, 100_000);
    assertThat(facts.path("bytes").asLong()).isEqualTo(Files.size(BUNDLED));
    assertThat(facts.path("sha256").asText()).isEqualTo(FileHash.ofFile(BUNDLED));
  }

  @Test
  void info_text_hasALineForEachFact() throws Exception {
    Cli run = Cli.run("model", "info", BUNDLED.toString());

    assertThat(run.out())
        .contains("architecture     llama\n", "prompt style     tiny\n", " in F16")
        .contains("MiB, " + Files.size(BUNDLED) + " bytes\n")
        .doesNotContain("null");
  }

  @Test
  void info_instructModel_namesItsChatTemplateAndStyle() throws Exception {
    Path tuned = ChatModel.write(folder.resolve("small-instruct.gguf"), "<|im_start|>");
    Path base = ChatModel.write(folder.resolve("small.gguf"), "<|im_start|>");
    Path odd = ChatModel.write(folder.resolve("odd-chat.gguf"), "{{ messages }}");

    assertThat(Cli.run("model", "info", tuned.toString()).out())
        .containsPattern("chat template +chatml\n")
        .containsPattern("prompt style +instruct\n");
    assertThat(Cli.run("model", "info", base.toString()).out())
        .containsPattern("chat template +chatml\n")
        .containsPattern("prompt style +base\n");
    assertThat(Cli.run("model", "info", odd.toString()).out())
        .containsPattern("chat template +unknown\n")
        .containsPattern("prompt style +base\n");
  }

  @Test
  void info_server_saysWhatTheServerSays() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] models =
        "{\"data\":[{\"id\":\"seven\",\"max_model_len\":777}]}".getBytes(StandardCharsets.UTF_8);
    server.createContext("/v1/models", exchange -> {
      exchange.sendResponseHeaders(200, models.length);
      exchange.getResponseBody().write(models);
      exchange.close();
    });
    server.start();
    try {
      String url = "openai:http://localhost:" + server.getAddress().getPort() + "/v1";
      JsonNode facts = JSON.readTree(Cli.run("model", "info", url, "--json").out());
      assertThat(facts.path("name").asText()).isEqualTo("seven");
      assertThat(facts.path("contextTokens").asInt()).isEqualTo(777);
      assertThat(facts.path("promptStyle").asText()).isEqualTo("base");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void list_cache_showsUsableModelsAndWhyOthersAreNot() throws Exception {
    Path models = Files.createDirectories(folder.resolve("cache/models/some/one"));
    Files.copy(BUNDLED, models.resolve("good.gguf"));
    Files.writeString(models.resolve("bad.gguf"), "this is no model");
    Path output = folder.resolve("output");
    Process list = CliProcess.start(
        folder,
        HOME,
        Map.of("VMCTS_CACHE", folder.resolve("cache").toString()),
        output,
        "model",
        "list");

    assertThat(list.waitFor()).isZero();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).endsWith(BUNDLED.toString()).contains(" MiB  ", " tiny ");
    assertThat(lines.get(1)).contains("unusable: ", "bad.gguf is not a GGUF file");
    assertThat(lines.get(2)).endsWith("good.gguf").contains(" tokens  tiny ");
  }
}
