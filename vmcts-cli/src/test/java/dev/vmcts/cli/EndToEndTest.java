package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmcts.cli.FakeCheckout.Result;
import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user sees of {@code ./vmcts} itself, with nothing faked, as {@code ./vmcts setup} has built it. */
@Tag("slow")
final class EndToEndTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    Path state = FakeCheckout.launcher().resolveSibling(".vmcts/app");
    assumeTrue(Files.exists(state), "nothing is built; ./vmcts setup builds");
    write("good.v", "Lemma a : True.\nProof.\nAdmitted.\n");
    write("nohole.v", "Lemma a : True.\nProof. exact I. Qed.\n");
    write("open.v", "(* vmcts: hole *)\n");
    write("key.v", "(*---\nsize: 3\n---*)\nAdmitted.\n");
    write("gap.v", "Lemma a : 1 = 2.\n(* vmcts: hole *) Proof. Admitted. (* vmcts: end *)\n");
    write("text.txt", "Admitted.\n");
    write("bad.jsonl", "{}\n");
    write("broken.gguf", "GGUF");
    Files.createDirectory(folder.resolve("nocoq"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "synth no.v                       | 21 | no.v: no such file",
        "synth text.txt                   | 21 | allowed: .v",
        "synth nohole.v                   | 21 | nohole.v: no hole; mark one with (* vmcts: hole *)",
        "synth open.v                     | 21 | open.v:1:1: this hole is never closed",
        "synth key.v                      | 21 | key.v:2:1: unknown header key 'size'; allowed: axioms",
        "synth good.v --tokens 0          | 2  | a budget of 0 tokens; allowed: more than 0",
        "synth good.v --threads 0         | 2  | threads is 0; allowed: 1 to 256",
        "synth good.v --strategy magic    | 2  | --strategy",
        "synth good.v -o /proc            | 2  | /proc: cannot be written to; choose another folder",
        "synth good.v -o text.txt         | 2  | text.txt: no folder",
        "synth good.v --model no.gguf     | 20 | no.gguf",
        "synth good.v --model broken.gguf | 20 | broken.gguf",
        "synth good.v --coq nocoq         | 20 | coqc not found in",
        "snyth good.v                     | 2  | did you mean",
        "trace show bad.jsonl             | 2  | bad.jsonl:1: no trace",
      })
  void launcher_wrongInput_saysItInOneLine(String command, int status, String message)
      throws Exception {
    assumeTrue(
        Executables.find("coqc").isPresent() || !command.contains("--model"),
        "Coq is not installed");
    Result run = run(command);
    assertThat(run.err()).contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("vmcts: ");
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verify gap.v | 12 | refused by Coq",
        "--version    | 0  | vmcts ",
        "--help       | 0  | Exit codes:",
      })
  void launcher_answer_isOnStandardOutput(String command, int status, String message)
      throws Exception {
    assumeTrue(
        Executables.find("coqc").isPresent() || !command.contains("verify"),
        "Coq is not installed");
    Result run = run(command);
    assertThat(run.out()).contains(message);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(status);
  }

  private Result run(String command) throws Exception {
    List<String> words = List.of(command.trim().split(" +", -1));
    ProcessBuilder builder =
        new ProcessBuilder(FakeCheckout.launcher().toString()).directory(folder.toFile());
    builder.command().addAll(words);
    builder.environment().putAll(Map.of("VMCTS_BUILD", "off", "VMCTS_SETUP", "off"));
    Process process = builder.start();
    process.getOutputStream().close();
    return FakeCheckout.end(process);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
