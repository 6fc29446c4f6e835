package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --context} with the real Coq and the bundled model. */
@Tag("slow")
final class ContextCommandTest {

  private static final String LIBRARY = """
      Require Import Lia.
      Fixpoint triple (n : nat) : nat := match n with 0 => 0 | S p => S (S (S (triple p))) end.
      Lemma triple_add : forall n m, triple (n + m) = triple n + triple m.
      Proof.
        induction n; simpl; intros.
        - reflexivity.
        - rewrite IHn. reflexivity.
      Qed.
      Definition colour := bool.
      """;

  private static final String PROBLEM = """
      Require Import Lia.
      Fixpoint triple (n : nat) : nat := match n with 0 => 0 | S p => S (S (S (triple p))) end.
      Lemma triple_spec : forall n, triple n = n + n + n.
      Proof.
      Admitted.
      """;

  @TempDir
  private Path folder;

  private Path problem = Path.of("");
  private Path library = Path.of("");

  @BeforeEach
  void files() throws IOException {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
    problem = Files.writeString(folder.resolve("problem.v"), PROBLEM);
    library = Files.createDirectories(folder.resolve("library"));
    Files.writeString(library.resolve("triple.v"), LIBRARY);
    Files.writeString(library.resolve("notes.txt"), "triple");
  }

  @Test
  void promptShow_context_standsBeforeTheProblem() {
    Cli run = Cli.run("prompt", "show", problem.toString(), "--context", library.toString());
    assertThat(run.err()).contains("vmcts: context: ", " declarations from 1 file, ");
    assertThat(run.out())
        .containsSubsequence("Lemma triple_add", "Qed.", "Lemma triple_spec")
        .doesNotContain("colour");
  }

  @Test
  void promptShow_messages_haveTheContextBeforeTheQuestion() {
    Cli run = Cli.run(
        "prompt",
        "show",
        problem.toString(),
        "--context",
        library.toString(),
        "--prompt-style",
        "ask");
    assertThat(run.out())
        .containsSubsequence("[user]", "```coq\n", "Lemma triple_add", "```", "Lemma triple_spec");
  }

  @Test
  void synth_context_isComputedOnceAndGoneOnWith() throws Exception {
    List<String> line = List.of(
        "synth",
        problem.toString(),
        "-o",
        folder.resolve("out").toString(),
        "--context",
        library.toString(),
        "--context-tokens",
        "300",
        "--context-size",
        "2048",
        "--rope",
        "linear",
        "--rope-scale",
        "2",
        "--solvers",
        "off",
        "--expansions",
        "6");
    Cli run = Cli.run(line.toArray(String[]::new));
    assertThat(run.err()).contains("vmcts: context: ");
    Path trace = folder.resolve("out/problem.trace.jsonl");
    List<JsonNode> lines = new ArrayList<>();
    for (String json : Files.readAllLines(trace)) {
      lines.add(new JsonMapper().readTree(json));
    }
    assertThat(lines.get(0).path("context").asText()).contains("Lemma triple_add");
    assertThat(lines.get(0).path("contextSetup").toString())
        .isEqualTo("{\"size\":2048,\"rope\":\"linear\",\"ropeScale\":2.0}");
    List<JsonNode> proposals =
        lines.stream().filter(e -> e.path("event").asText().equals("propose")).toList();
    assertThat(proposals).isNotEmpty();
    assertThat(proposals.subList(1, proposals.size()))
        .allSatisfy(p -> assertThat(
                p.path("promptTokens").asInt() - p.path("reusedTokens").asInt())
            .isLessThan(100));
    if (lines.get(lines.size() - 1).path("outcome").asText().equals("BUDGET_SPENT")) {
      Files.delete(library.resolve("triple.v"));
      Cli more = Cli.run("synth", "--resume", trace.toString(), "--expansions", "7");
      assertThat(more.status())
          .as(more.err())
          .isIn(ExitCode.SOLVED.status(), ExitCode.BUDGET_SPENT.status());
      assertThat(Files.readAllLines(trace)).hasSizeGreaterThan(lines.size());
    }
  }

  @Test
  void context_thatCannotBe_isRefusedInOneLine() throws IOException {
    Path binary = folder.resolve("binary.v");
    Files.write(binary, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    refused("has no place for other files", "--prompt-style", "paper", "--context", library);
    refused("no such file or folder", "--context", folder.resolve("nowhere"));
    refused("takes .v files", "--context", library.resolve("notes.txt"));
    refused("no .v file in this folder", "--context", Files.createDirectory(folder.resolve("e")));
    refused("binary.v: is no UTF-8 text", "--context", binary);
    refused("allowed: 1 to 1024, the mod", "--context", library, "--context-tokens", 5000);
    refused("context tokens is 0; allowed", "--context", library, "--context-tokens", 0);
    refused("--context-tokens goes with --context", "--context-tokens", 5);
  }

  @Test
  void contextSize_thatCannotBe_isRefusedInOneLine() {
    refused("context size is 0; allowed: 16 to", "--context-size", 0);
    refused("--rope yarn goes with --rope-scale", "--rope", "yarn");
    refused("--rope-scale goes with --rope linear", "--rope-scale", 4);
    refused("rope scale is 5000.0; allowed: 1", "--rope", "linear", "--rope-scale", 5000);
    refused("'script:x' is none; leave it out", "--kv-type", "f16", "--model", "script:x");
    refused("kept prefixes is -1.0; allowed: 0 to 10000", "--kept-prefixes", -1);
    refused("kept prefixes is NaN; allowed", "--kept-prefixes", "NaN");
    refused(ExitCode.MISSING, "have 48 numbers; allowed: f16", "--kv-type", "q8_0");
    refused(ExitCode.MISSING, "is 2000; allowed: 16 to 1024", "--context-size", 2000);
  }

  @Test
  void sweep_armWithoutItsFiles_isRefusedBeforeItRuns() {
    Cli run = Cli.run(
        "sweep",
        problem.toString(),
        "-o",
        folder.resolve("sweep").toString(),
        "--arm",
        "shown=--context " + folder.resolve("nowhere"));
    assertThat(run.err()).contains("arm 'shown': ", "no such file or folder").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  private void refused(String message, Object... options) {
    refused(ExitCode.USAGE, message, options);
  }

  private void refused(ExitCode status, String message, Object... options) {
    List<String> line = new ArrayList<>(
        List.of("synth", problem.toString(), "-o", folder.resolve("out").toString()));
    for (Object option : options) {
      line.add(option.toString());
    }
    Cli run = Cli.run(line.toArray(String[]::new));
    assertThat(run.err()).contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.status()).isEqualTo(status.status());
  }
}
