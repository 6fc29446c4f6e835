package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
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

  @Test
  void doctor_dafnyThere_isTriedOnGoodAndBadProofs() throws Exception {
    assumeTrue(Executables.find("dafny").isPresent(), "Dafny is not installed");
    Cli run = Cli.run("doctor", "--json");

    assertThat(health(new JsonMapper().readTree(run.out())))
        .containsEntry("dafny", "OK")
        .containsEntry("dafny accepts a proof", "OK")
        .containsEntry("dafny refuses a wrong proof", "OK")
        .containsEntry("dafny audit refuses a gap", "OK");
  }

  @Test
  void doctor_dafnyNamedAndNotThere_isMissing() {
    Cli run = Cli.run("doctor", "--dafny", folder + "/none", "--model", folder + "/no.gguf");

    assertThat(run.out()).containsPattern("MISSING +dafny +.*/none is no program");
  }

  @Test
  void doctor_dafnyWithoutItsSolver_isFoundOut() throws Exception {
    assumeTrue(Executables.find("dafny").isPresent(), "Dafny is not installed");
    Path broken = folder.resolve("dafny");
    Files.writeString(broken, """
        #!/bin/sh
        case $1 in *version) exec dafny $1 ;; esac
        for last; do :; done
        exec dafny /compile:0 /z3exe:/no/z3 $last
        """);
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
    Cli run = Cli.run(
        "doctor", "--dafny", broken.toString(), "--model", folder + "/no.gguf", "--sandbox", "off");

    assertThat(run.out()).containsPattern("MISSING +dafny accepts a proof +it does not");
  }

  private static Map<String, String> health(JsonNode json) {
    Map<String, String> health = new TreeMap<>();
    json.get("findings")
        .forEach(f -> health.put(f.get("check").asText(), f.get("health").asText()));
    return health;
  }
}
