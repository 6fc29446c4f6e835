package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.prompt.PromptStyle;
import dev.vmcts.text.Sha256;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code vmcts prompt} prints, with the real Coq. */
final class PromptCommandTest {

  private static final String LEMMA = """
      (*---
      spec: Adding in the other order gives the same.
      hints: [By induction.]
      ---*)
      Require Import Arith.
      Lemma other : forall n m : nat, n + m = m + n.
      Proof.
      (* vmcts: hole *)
      (* vmcts: end *)
      """;

  @TempDir
  private Path folder;

  @BeforeEach
  void home() {
    System.setProperty("vmcts.home", Path.of("..").toAbsolutePath().normalize().toString());
  }

  @Test
  void list_text_showsEveryStyle() {
    Cli run = Cli.run("prompt", "list");

    assertThat(run.out().lines()).hasSameSizeAs(PromptStyle.BUNDLED);
    assertThat(run.out()).contains(PromptStyle.BUNDLED);
    assertThat(run.out()).contains("Plain continuation of the file");
    assertThat(run.status()).isZero();
  }

  @Test
  void list_json_isTheStylesFile() throws Exception {
    Cli run = Cli.run("prompt", "list", "--json");

    Path style = folder.resolve("copy.yaml");
    Files.writeString(style, run.out().lines().toList().get(1));
    assertThat(PromptStyle.named(style.toString())).isEqualTo(PromptStyle.named("base"));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"", "--hints", "--prompt-style=base"})
  void show_style_isWhatASearchGivesTheModelFirst(String option) throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    String file = write("other.v", LEMMA).toString();
    String[] options = option.isEmpty() ? new String[0] : new String[] {option};

    Cli shown = Cli.run(join(new String[] {"prompt", "show", file}, options));
    Cli.run(join(
        new String[] {"synth", file, "-q", "--expansions", "1", "-o", folder.toString()}, options));

    assertThat(shown.status()).isZero();
    assertThat(shown.out()).contains("Lemma other");
    assertThat(shown.out().contains("By induction.")).isEqualTo(!option.isEmpty());
    assertThat(Sha256.of(shown.out())).isEqualTo(firstPrompt(folder.resolve("other.trace.jsonl")));
  }

  @Test
  void show_messages_areWhatAScriptedModelIsGiven() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    String file = write("other.v", LEMMA).toString();
    String[] options = {"--prompt-style=instruct", "-m", "script:" + write("steps", "auto.\n")};

    Cli shown = Cli.run(join(new String[] {"prompt", "show", file}, options));
    Cli.run(join(
        new String[] {"synth", file, "-q", "--expansions", "1", "-o", folder.toString()}, options));

    assertThat(shown.out()).contains("[user]\nWrite out a coq file", "[assistant]\n```coq\n");
    assertThat(Sha256.of(shown.out())).isEqualTo(firstPrompt(folder.resolve("other.trace.jsonl")));
  }

  @Test
  void show_messagesToAFile_areWrittenAsItsTemplateDoes() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    Path model = ChatModel.write(folder.resolve("small-it.gguf"), "{{ '<start_of_turn>' }}");

    Cli run =
        Cli.run("prompt", "show", write("other.v", LEMMA).toString(), "--model", model.toString());

    assertThat(run.out())
        .startsWith("<start_of_turn>user\nYou complete programs and proofs.")
        .contains(
            "\n\nWrite out a coq file in one code block, with every definition and every proof complete."
                + "<end_of_turn>\n<start_of_turn>model\n```coq\n(* Adding in")
        .endsWith("|- forall n m : nat, n + m = m + n *)\n");
  }

  @Test
  void show_messagesToAFileThatHasNoTemplate_saysWhatToDo() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    String model = Path.of("../model/vmcts-tiny.gguf").toString();
    String file = write("other.v", LEMMA).toString();
    String why = "model vmcts-tiny.gguf has no chat template, so it can only go on with a text:"
        + " --prompt-style base\n";

    Cli shown = Cli.run("prompt", "show", file, "--model", model, "--prompt-style", "instruct");
    Cli searched = Cli.run("synth", file, "-q", "-m", model, "--prompt-style", "instruct");

    assertThat(shown.err()).isEqualTo("vmcts: " + why);
    assertThat(searched.err())
        .isEqualTo("vmcts: prompt style 'instruct' says messages, but " + why);
    assertThat(searched.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void show_styleOfAFile_isUsed() throws Exception {
    assumeTrue(Executables.find("coqc").isPresent(), "Coq is not installed");
    String yaml = Files.readString(Path.of("../prompts/base.yaml"));
    Path style = write("own.yaml", yaml.replace("preamble: \"\"", "preamble: \"(* mine *)\\n\""));

    Cli run = Cli.run(
        "prompt",
        "show",
        write("other.v", LEMMA).toString(),
        "--prompt-style",
        style.toString(),
        "--model",
        "script:not-looked-for");

    assertThat(run.out()).startsWith("(* mine *)\n").contains("|- forall n m");
  }

  private static String firstPrompt(Path trace) throws IOException {
    for (String line : Files.readAllLines(trace)) {
      JsonNode event = new JsonMapper().readTree(line);
      if (event.path("event").asText().equals("propose")) {
        assertThat(event.hasNonNull("begun")).isFalse();
        return event.path("promptSha256").asText();
      }
    }
    throw new AssertionError("no prompt in " + trace);
  }

  private static String[] join(String[] first, String[] second) {
    return Stream.of(first, second).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
