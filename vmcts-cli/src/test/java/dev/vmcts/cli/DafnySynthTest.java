package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
  void synth_clausesOfALoop_areWrittenOneByOne() throws Exception {
    Path file = write("loop.dfy", """
        method Twice(n: nat) returns (r: nat)
          ensures r == 2 * n
        {
          r := 0;
          var i := 0;
          while i < n
            // vmcts: hole
            // vmcts: end
          {
            r := r + 2;
            i := i + 1;
          }
        }
        """);
    Cli run = synth(
        file,
        "decreases *",
        "invariant r == 2 * n",
        "invariant r == 2 * i\n  invariant i <= n",
        "invariant i <= n\n");

    assertThat(run.err()).contains("vmcts: solved after", "proven: Twice");
    assertThat(run.out()).contains("invariant r == 2 * i\n", "invariant i <= n\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void synth_dafny4_isSpokenToInItsOwnWords() throws Exception {
    Path dafny = Path.of("src/test/resources/dafny/as-4.4.sh").toAbsolutePath();
    Path file = write("own.dfy", OWN);
    Cli run = synth(
        file, "--dafny=" + dafny, "if n > 0 {", "Sum(n);", "Sun(n);", "Sum(n - 1);", "}", "}");

    assertThat(run.err()).contains("vmcts: solved after", "proven: Sum");
    assertThat(run.status()).isZero();
    assertThat(Files.readString(folder.resolve("out/own.trace.jsonl"))).contains("\"4.4.0\"");
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

  /** Runs the command on steps, in front of which further options may stand. */
  private Cli synth(Path file, String... optionsAndSteps) throws IOException {
    Path script = folder.resolve("script.json");
    List<String> steps =
        Stream.of(optionsAndSteps).filter(s -> !s.startsWith("--")).toList();
    Files.writeString(script, new JsonMapper().writeValueAsString(steps));
    List<String> arguments = new ArrayList<>(List.of(
        "synth",
        file.toString(),
        "-o",
        folder.resolve("out").toString(),
        "--model",
        "script:" + script,
        "--step-seconds",
        "30",
        "--seed",
        "1"));
    Stream.of(optionsAndSteps).filter(s -> s.startsWith("--")).forEach(arguments::add);
    return Cli.run(arguments.toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
