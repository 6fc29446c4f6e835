package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the command with the real Dafny on scripted steps. */
@Tag("slow")
final class DafnySynthTest {

  private static final String OWN = """
      function sum(n: nat): nat { if n == 0 then 0 else n + sum(n - 1) }

      lemma Sum(n: nat)
        ensures 2 * sum(n) == n * (n + 1)
      """;

  @TempDir
  private Path folder;

  @BeforeEach
  void dafnyIsThere() {
    assumeTrue(Executables.find("dafny").isPresent(), "dafny is not on the search path");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @Test
  void synth_bodylessLemma_isSolvedFromGoodAndBadSteps() throws Exception {
    Path file = write("own.dfy", OWN);
    Cli run =
        synth(file, "assume false;", "sum(n);", "if n > 0 {", "Sum(n);", "Sum(n - 1);", "}", "}");

    assertThat(run.err()).contains("vmcts: solved after", "proven: Sum");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith(OWN.strip()).doesNotContain("assume");
    Cli verify =
        Cli.run("verify", folder.resolve("out/own.dfy").toString(), "--problem", file.toString());
    assertThat(verify.out()).contains("accepted", "proven: Sum");
    assertThat(verify.status()).isZero();
  }

  @Test
  void synth_functionAndProof_fillsBothHoles() throws Exception {
    // Most expansions begin with the words "function fac(", since the given text lacks that name.
    Path file = write("fac.dfy", """
        // vmcts: hole
        // vmcts: end
        lemma FacPositive(n: nat)
          ensures fac(n) > 0 && fac(3) == 6
        {
        // vmcts: hole
        // vmcts: end
        }
        """);
    Cli run = synth(
        file,
        "n: nat): nat { if n == 0 then 1 else n * fac(n - 1) }",
        "n: nat) : nat { if n == 0 then 1 else n * fac(n - 1) }",
        "n : nat) : nat { if n == 0 then 1 else n * fac(n - 1) }");

    assertThat(run.err()).contains("vmcts: solved after");
    assertThat(run.out()).contains("function fac(n", "lemma FacPositive");
  }

  @Test
  void verify_cheat_isRefusedWithTheReason() throws Exception {
    Path cheat = write(
        "cheat.dfy",
        "lemma A()\n  ensures false\n{\n// vmcts: hole\n  assume false;\n// vmcts: end\n}\n");
    Cli refused = Cli.run("verify", cheat.toString(), "--json");

    assertThat(refused.status()).isEqualTo(ExitCode.REJECTED.status());
    assertThat(refused.out()).contains("FORBIDDEN", "'assume' may not be used in a hole");
  }

  private Cli synth(Path file, String... steps) throws IOException {
    Path script = folder.resolve("script.json");
    Files.writeString(script, new JsonMapper().writeValueAsString(List.of(steps)));
    return Cli.run(
        "synth",
        file.toString(),
        "-o",
        folder.resolve("out").toString(),
        "--model",
        "script:" + script,
        "--step-seconds",
        "30",
        "--seed",
        "1");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
