package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.problem.Language;
import dev.vmcts.text.grammar.Grammar;
import dev.vmcts.verifiers.process.Executables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches whose steps are held to a grammar, with the real Coq and the bundled model. */
final class GrammarCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir
  private Path folder;

  @BeforeAll
  static void home() {
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  private Cli synth(String problem, String... more) {
    List<String> line = new ArrayList<>(
        List.of("synth", problem, "-q", "-o", folder.resolve("out").toString()));
    line.addAll(List.of(more));
    return Cli.run(line.toArray(String[]::new));
  }

  private List<JsonNode> trace(String name) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out/" + name + ".trace.jsonl"))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  /** Checks that all that was proposed and is whole is a step of a grammar; returns how many were. */
  private static int checkProposals(List<JsonNode> trace, Grammar grammar) {
    int whole = 0;
    for (JsonNode line : trace) {
      if (line.path("event").asText().equals("propose")
          && !line.path("begun").asText().contains(".")
          && line.path("stopReason").asText().equals("STOP")) {
        String text = line.path("begun").asText() + line.path("text").asText();
        assertThat(grammar.allows(text)).as(text).isTrue();
        whole++;
      }
    }
    return whole;
  }

  @Test
  @Tag("slow")
  void synth_steps_isSolvedAndEveryProposalIsAStep() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Cli run = synth("../problems/quickstart/factorial.v", "--grammar", "steps");
    assertThat(run.err()).contains("solved after", "proven: ");
    assertThat(run.status()).isZero();
    List<JsonNode> trace = trace("factorial");
    assertThat(trace.get(0).at("/settings/sampling/grammar/rules").asText())
        .isEqualTo(GrammarOptions.bundled(Language.COQ));
    assertThat(checkProposals(trace, Grammar.of(GrammarOptions.bundled(Language.COQ))))
        .isPositive();
    String file = folder.resolve("out/factorial.trace.jsonl").toString();
    assertThat(Cli.run("trace", "verify", file).out()).contains(" 0 differ");
  }

  @Test
  @Tag("slow")
  void synth_grammarOfOneTactic_proposesNothingElseAndGoesOnAlike() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Path problem = Files.writeString(
        folder.resolve("a.v"), "Lemma a : forall n m : nat, n = m -> m = n.\nProof.\nAdmitted.\n");
    Path grammar = Files.writeString(
        folder.resolve("auto.gbnf"), "root ::= \"intros.\" | \"now symmetry.\"\n");
    String[] options = {"--grammar", grammar.toString(), "--solvers", "off"};
    Cli run = synth(problem.toString(), options);
    assertThat(run.err()).contains("solved after");
    String program = run.out();
    List<JsonNode> whole = trace("a");
    assertThat(checkProposals(whole, Grammar.of(Files.readString(grammar)))).isPositive();
    // What the trace has is enough to go on, whatever became of the file.
    Files.delete(grammar);
    Path file = folder.resolve("out/a.trace.jsonl");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 3));
    Cli again = Cli.run("synth", "--resume", file.toString(), "-q");
    assertThat(again.err()).contains("solved after");
    assertThat(again.out()).isEqualTo(program);
  }

  @Test
  void synth_off_leavesNoTraceInTheTrace() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Path problem =
        Files.writeString(folder.resolve("a.v"), "Lemma a : 1 = 1.\nProof.\nAdmitted.\n");
    Path script = Files.writeString(folder.resolve("s.txt"), "reflexivity.\nQed.\n");
    synth(problem.toString(), "--model", "script:" + script);
    assertThat(trace("a").get(0).at("/settings/sampling").has("grammar")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "root ::= (\"a\"!:1:10: this group is not closed",
        "a ::= \"b\"!:1:1: there is no rule 'root', which a text has to fit",
      })
  void synth_wrongFile_saysWhere(String gbnf, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.gbnf"), gbnf);
    Cli run = synth("../problems/quickstart/factorial.v", "--grammar", file.toString());
    assertThat(run.err()).contains(file + (message == null ? ":" : message));
    assertThat(run.err().strip()).doesNotContain("\n");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--grammar no.gbnf|grammar is 'no.gbnf', and no such file is there; allowed: off, steps, a GBNF file",
        "--grammar ..|grammar is '..', and no such file is there",
        "--grammar ../model/vmcts-tiny.gguf|vmcts-tiny.gguf has 7941792 bytes; a grammar has at most 1048576",
        "--grammar steps --strategy whole|--grammar is of one step, and --strategy whole samples many at once",
        "--grammar steps --strategy rmax|--strategy rmax samples many at once",
        "--grammar steps --model script:none.txt|--grammar steps is for a model that llama.cpp runs here, and 'script:none.txt' is none",
        "--grammar steps --model openai:http://localhost:1/v1#m|is for a model that llama.cpp runs here",
      })
  void synth_whatCannotBe_isRefused(String options, String message) {
    Cli run = synth("../problems/quickstart/factorial.v", options.split(" "));
    assertThat(run.err()).contains(message);
    assertThat(run.err().strip()).doesNotContain("\n");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void synth_fileThatIsNoText_isRefused() throws Exception {
    Path file = Files.write(folder.resolve("b.gbnf"), new byte[] {(byte) 0xE9, 'a'});
    Cli run = synth("../problems/quickstart/factorial.v", "--grammar", file.toString());
    assertThat(run.err()).contains("b.gbnf is no text in UTF-8; write it so");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void sweep_wrongGrammarOfAnArm_namesTheArm() {
    Cli run = Cli.run(
        "sweep",
        "../problems/quickstart/factorial.v",
        "-o",
        folder.resolve("sweep").toString(),
        "--arm",
        "held=--grammar no.gbnf");
    assertThat(run.err()).contains("'held': grammar is 'no.gbnf', and no such file is there");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }
}
