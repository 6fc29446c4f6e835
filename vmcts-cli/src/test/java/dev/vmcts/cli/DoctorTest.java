package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void home() {
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @Test
  void doctor_everythingThere_isHealthy() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Cli run = Cli.run("doctor", "--json");

    JsonNode json = new JsonMapper().readTree(run.out());
    assertThat(health(json))
        .containsEntry("java", "OK")
        .containsEntry("coq", "OK")
        .containsEntry("coq accepts a proof", "OK")
        .containsEntry("coq refuses a wrong proof", "OK")
        .containsEntry("audit refuses a gap", "OK")
        .containsEntry("model", "OK")
        .containsKey("sandbox");
    assertThat(json.findValue("tokensPerSecond").asDouble()).isPositive();
    assertThat(run.status()).isZero();
  }

  @Test
  void doctor_nothingThere_saysHowToGetIt() {
    Cli run = Cli.run(
        "doctor", "--coq", folder.toString(), "--model", folder + "/no.gguf", "--sandbox", "off");

    assertThat(run.out())
        .containsPattern("MISSING +coq +coqc not found in .*; install Coq 8.13 or newer")
        .containsPattern("MISSING +model +.*no.gguf")
        .containsPattern("WARNING +sandbox +not confined: switched off");
    assertThat(run.status()).isEqualTo(ExitCode.MISSING.status());
  }

  private static Map<String, String> health(JsonNode json) {
    Map<String, String> health = new TreeMap<>();
    json.get("findings")
        .forEach(f -> health.put(f.get("check").asText(), f.get("health").asText()));
    return health;
  }
}
