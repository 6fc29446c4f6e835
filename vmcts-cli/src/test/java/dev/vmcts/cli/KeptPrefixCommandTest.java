package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of {@code vmcts synth --context} with the real Coq and the bundled model: the second reads what the first computed. */
@Tag("slow")
final class KeptPrefixCommandTest {

  private static final String FUNCTION =
      "Fixpoint triple (n : nat) : nat := match n with 0 => 0 | S p => S (S (S (triple p))) end.\n";

  @TempDir
  private Path folder;

  @Test
  void synth_secondRun_readsThePrefixAndSaysTheSame() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Files.writeString(
        folder.resolve("problem.v"),
        FUNCTION + "Lemma triple_spec : forall n, triple n = n + n + n.\nProof.\nAdmitted.\n");
    String facts = IntStream.range(0, 60)
        .mapToObj(i -> "Lemma triple_" + i + " : triple " + i + " = " + 3 * i
            + ".\nProof. reflexivity. Qed.\n")
        .collect(Collectors.joining());
    Files.writeString(folder.resolve("library.v"), FUNCTION + facts);

    JsonNode first = firstProposal("first");
    JsonNode second = firstProposal("second");

    assertThat(first.path("reusedTokens").asInt()).isZero();
    assertThat(second.path("reusedTokens").asInt()).isGreaterThanOrEqualTo(1024);
    assertThat(second.path("text")).isEqualTo(first.path("text"));
    assertThat(second.path("logProbability")).isEqualTo(first.path("logProbability"));
    assertThat(Files.readString(folder.resolve("second.txt"))).contains("kept");
  }

  private JsonNode firstProposal(String run) throws IOException, InterruptedException {
    Process search = CliProcess.start(
        folder,
        Path.of(".."),
        Map.of("VMCTS_CACHE", folder.resolve("cache").toString()),
        folder.resolve(run + ".txt"),
        "synth",
        "problem.v",
        "-o",
        run,
        "--context",
        "library.v",
        "--context-tokens",
        "1400",
        "--context-size",
        "2048",
        "--rope",
        "yarn",
        "--rope-scale",
        "2",
        "--solvers",
        "off",
        "--expansions",
        "1");
    search.waitFor();
    for (String line : Files.readAllLines(folder.resolve(run + "/problem.trace.jsonl"))) {
      JsonNode event = new JsonMapper().readTree(line);
      if (event.path("event").asText().equals("propose")) {
        return event;
      }
    }
    throw new AssertionError(Files.readString(folder.resolve(run + ".txt")));
  }
}
