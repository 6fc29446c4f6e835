package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose model's tokens are guessed, with the real Coq and the bundled model. */
final class DraftCommandTest {

  private static final String PROBLEM = "../problems/quickstart/factorial.v";

  @TempDir
  private Path folder;

  @BeforeAll
  static void home() {
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  private Cli synth(String... more) {
    String[] line = new String[more.length + 5];
    System.arraycopy(
        new String[] {"synth", PROBLEM, "-q", "-o", folder.resolve("out").toString()},
        0,
        line,
        0,
        5);
    System.arraycopy(more, 0, line, 5, more.length);
    return Cli.run(line);
  }

  @Test
  @Tag("slow")
  void synth_lookup_isSolvedAndStatsTellOfDrafts() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Cli run = synth("--draft", "lookup");
    assertThat(run.err()).contains("solved after", "proven: ");
    assertThat(run.status()).isZero();
    String trace = folder.resolve("out/factorial.trace.jsonl").toString();
    JsonNode header =
        new JsonMapper().readTree(Files.readAllLines(Path.of(trace)).get(0));
    assertThat(header.path("draft").asText()).isEqualTo("lookup");
    JsonNode json =
        new JsonMapper().readTree(Cli.run("trace", "stats", trace, "--json").out());
    assertThat(json.path("draftedTokens").asLong()).isPositive();
    assertThat(json.path("acceptedTokens").asLong())
        .isBetween(0L, json.path("draftedTokens").asLong());
    assertThat(json.path("draftSavedSeconds").isNumber()).isTrue();
    assertThat(Cli.run("trace", "stats", trace).out())
        .containsPattern("drafts: \\d+ tokens guessed, of which \\d+ accepted");
    assertThat(Cli.run("trace", "verify", trace).out()).contains(" 0 differ");
    assertThat(Cli.run("trace", "diff", trace, trace).out()).startsWith("the same search");
  }

  @Test
  void synth_draftOfNoKind_isRefused() {
    Cli run = synth("--draft", "guess");
    assertThat(run.err())
        .contains("draft is 'guess', and no such file is there; allowed: lookup, FILE.gguf");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void synth_draftForAModelThatIsNotRunHere_isRefused() {
    Cli run = synth("--draft", "lookup", "--model", "script:none.txt");
    assertThat(run.err())
        .contains(
            "--draft lookup is for a model that llama.cpp runs here, and 'script:none.txt' is none");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }
}
