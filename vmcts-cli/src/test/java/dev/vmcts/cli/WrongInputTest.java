package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.verifiers.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input gives one line on standard error, and the exit status that belongs to it. */
final class WrongInputTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    System.setProperty("vmcts.home", folder.toString());
    write("good.v", "Lemma a : True.\nProof.\nAdmitted.\n");
    write("nohole.v", "Lemma a : True.\nProof. exact I. Qed.\n");
    write("empty.v", "");
    write("open.v", "(* vmcts: hole *)\n");
    write("end.v", "(* vmcts: end *)\n");
    write("nested.v", "(* vmcts: hole *)\n(* vmcts: hole *)\n(* vmcts: end *)\n");
    write("comment.v", "(* never closed\nAdmitted.\n");
    write("headers.v", "(*---\ntitle: a\n---*)\n(*---\ntitle: b\n---*)\nAdmitted.\n");
    write("key.v", "(*---\nsize: 3\n---*)\nAdmitted.\n");
    write("yaml.v", "(*---\ntitle: [\n---*)\nAdmitted.\n");
    write("budget.v", "(*---\nbudget: {tokens: 0}\n---*)\nAdmitted.\n");
    write("minutes.v", "(*---\nbudget: {minutes: soon}\n---*)\nAdmitted.\n");
    write("text.txt", "Admitted.\n");
    write("lean.lean", "theorem t : 1 = 1 := by sorry\n");
    write("broken.gguf", "GGUF");
    write("text.gguf", "this is no model at all, only text\n");
    write("arms.yaml", "{problems: [good.v], arms: {a: --depht 3}}\n");
    write("plan.yaml", "problem: [good.v]\n");
    write("bad.jsonl", "{}\n");
    write("newer.jsonl", "{\"event\":\"header\",\"version\":\"9.0\"}\n");
    Files.write(folder.resolve("binary.v"), new byte[] {'a', 0, 'b'});
    Files.write(folder.resolve("latin.v"), new byte[] {'(', '*', (byte) 0xE9, '*', ')'});
    Files.createDirectory(folder.resolve("dir.v"));
    Files.createDirectory(folder.resolve("nocoq"));
    Path old = Files.createDirectory(folder.resolve("oldcoq")).resolve("coqc");
    Files.writeString(old, "#!/bin/sh\necho 8.4pl6\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    Path locked = Files.createDirectory(folder.resolve("lockedcoq")).resolve("coqc");
    Files.writeString(locked, "#!/bin/sh\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "synth                                      | 2  | FILE",
        "synth no.v                                 | 21 | no.v: no such file",
        "synth dir.v                                | 21 | dir.v: not a file",
        "synth text.txt                             | 21 | text.txt: the language is told by the extension; allowed: .v",
        "synth empty.v                              | 21 | empty.v: no hole; mark one with (* vmcts: hole *)",
        "synth nohole.v                             | 21 | nohole.v: no hole",
        "synth open.v                               | 21 | open.v:1:1: this hole is never closed",
        "synth end.v                                | 21 | end.v:1:1: no hole is open here",
        "synth nested.v                             | 21 | nested.v:2:1: a hole inside the hole of line 1",
        "synth comment.v                            | 21 | comment.v:1:1: this comment is never closed",
        "synth headers.v                            | 21 | headers.v:4:1: a second header",
        "synth key.v                                | 21 | key.v:2:1: unknown header key 'size'; allowed: axioms",
        "synth yaml.v                               | 21 | the header is not YAML",
        "synth budget.v                             | 21 | budget.v:2:1: tokens is '0'; allowed",
        "synth minutes.v                            | 21 | minutes.v:2:1: minutes is 'soon'; allowed",
        "synth binary.v                             | 21 | binary.v:1:2: a NUL character",
        "synth latin.v                              | 21 | latin.v: not UTF-8",
        "synth lean.lean --lean nolean              | 20 | lean not found in nolean",
        "synth good.v                               | 20 | the bundled model is missing",
        "synth good.v --model no.gguf               | 20 | no.gguf",
        "synth good.v --model openai:http://localhost:1/v1#m --threads 2 | 2 | --threads 2 is for a model that llama.cpp runs here",
        "synth good.v --model openai:http://localhost:1/v1#m --native installed | 2 | --native installed is for a model that llama.cpp runs here",
        "synth good.v --model openai:http://localhost:1/v1#m --gpu-layers 0 | 2 | --gpu-layers 0 is for a model that llama.cpp runs here",
        "synth good.v --model openai:http://localhost:1/v1#m --kept-prefixes 1 | 2 | --kept-prefixes is for a model that llama.cpp runs here",
        "synth good.v --model openai:http://localhost:1/v1#m --kv-type f16 | 2 | each of --context-size, --kv-type, --rope and --rope-scale is for a model that llama.cpp runs here",
        "synth good.v --model openai:nowhere#m      | 20 | allowed: openai:URL#MODEL, such as openai:http://",
        "synth good.v --model openai:http://localhost:1/v1#m | 20 | cannot reach the model's server at http://localhost:1/v1; is it running?",
        "synth good.v --model broken.gguf           | 20 | broken.gguf",
        "synth good.v --model text.gguf             | 20 | text.gguf",
        "synth good.v --tokens 0                    | 2  | a budget of 0 tokens; allowed: more than 0",
        "synth good.v --minutes -1                  | 2  | allowed: more than 0",
        "synth good.v --temperature 11              | 2  | temperature is 11.0; allowed: 0 to 10",
        "synth good.v --top-p 0                     | 2  | top-p is 0.0; allowed: more than 0",
        "synth good.v --depth 0                     | 2  | depth limit is 0; allowed: 1 to 10000",
        "synth good.v --seed one                    | 2  | --seed",
        "synth good.v --strategy magic              | 2  | --strategy",
        "synth good.v --step-seconds 0              | 2  | step-seconds is 0.0; allowed",
        "synth good.v --accept-seconds -1           | 2  | accept-seconds is -1.0; allowed",
        "synth good.v --threads 0                   | 2  | threads is 0; allowed: 1 to 256",
        "synth good.v --threads 257                 | 2  | threads is 257; allowed: 1 to 256",
        "synth good.v --seeed 3                     | 2  | --seeed",
        "synth good.v --coq nocoq                   | 20 | coqc not found in",
        "synth good.v --coq oldcoq                  | 20 | allowed: 8.13 and newer",
        "synth good.v --coq lockedcoq               | 20 | may not be executed",
        "synth good.v -o text.txt                   | 2  | text.txt: no folder",
        "snyth good.v                               | 2  | did you mean",
        "trace show no.jsonl                        | 2  | no.jsonl: no such file",
        "trace show bad.jsonl                       | 2  | bad.jsonl:1: no trace",
        "trace show newer.jsonl                     | 2  | trace version '9.0'",
        "verify nohole.v                            | 21 | no hole",
        "prompt                                     | 2  | prompt does what? allowed: list, show",
        "prompt show                                | 2  | FILE",
        "prompt show no.v                           | 21 | no.v: no such file",
        "prompt show nohole.v                       | 21 | no hole",
        "prompt show good.v                         | 20 | the bundled model is missing",
        "prompt show good.v --model no.gguf         | 20 | no.gguf does not exist",
        "prompt show good.v --model broken.gguf     | 20 | broken.gguf",
        "prompt show good.v --prompt-style fancy    | 2  | prompt style 'fancy' is unknown; allowed: tiny, base",
        "prompt show good.v --prompt-style base --context-size 512 | 2 | each of --context-size, --kv-type, --rope and --rope-scale goes with --context, since",
        "prompt show good.v --prompt-style base --coq nocoq | 20 | coqidetop.opt not found in",
        "model                                      | 2  | model does what? allowed: info, list, bench, serve, pull, remove",
        "model info                                 | 20 | the bundled model is missing",
        "model info no.gguf                         | 20 | no.gguf does not exist",
        "model info text.gguf                       | 20 | text.gguf is not a GGUF file",
        "model info broken.gguf                     | 20 | broken.gguf is truncated",
        "model info script:a                        | 2  | model 'script:a' has nothing to tell; allowed: FILE.gguf, hf:",
        "model info openai:http://localhost:1/v1#m  | 20 | cannot reach the model's server at http://localhost:1/v1",
        "model bench text.gguf                      | 20 | text.gguf is not a GGUF file",
        "model bench openai:http://localhost:1/v1#m | 2  | is not run here; allowed: FILE.gguf",
        "model bench broken.gguf --rounds 0         | 2  | rounds is 0; allowed: 1 to 1000",
        "model bench broken.gguf --threads 1,0      | 2  | threads is 0; allowed: 1 to 256",
        "model bench broken.gguf --tokens 0         | 2  | tokens is 0; allowed: 1 to",
        "model serve --model no.gguf                | 20 | no.gguf does not exist",
        "model serve --model broken.gguf --port -1  | 2  | port is -1; allowed: 0 to 65535",
        "model serve --model openai:nowhere#m       | 20 | allowed: openai:URL#MODEL",
        "model pull                                 | 2  | MODEL",
        "model pull some/model                      | 2  | 'some/model' names no model of a hub; allowed: hf:OWNER/REPO",
        "model pull hf:../model                     | 2  | 'hf:../model' names no model of a hub",
        "model remove hf:no-one/no-model            | 20 | model hf:no-one/no-model is not in the cache folder",
        "model info hf:no-one/no-model              | 20 | download it with: vmcts model pull hf:no-one/no-model",
        "synth good.v --model hf:no-one             | 20 | 'hf:no-one' names no model of a hub; allowed: hf:OWNER/REPO",
        "sweep                                      | 2  | no FILE; name problem files, or a sweep's file",
        "sweep good.v                               | 2  | no folder to write to; name one with -o DIR",
        "sweep no.v -o out                          | 21 | no.v: no such file",
        "sweep no.yaml -o out                       | 2  | no.yaml: no such file",
        "sweep plan.yaml -o out                     | 2  | plan.yaml: unknown key 'problem'; allowed: problems,",
        "sweep arms.yaml -o out                     | 2  | arms.yaml: arms: 'a': Unknown options: '--depht', '3' (see: vmcts synth --help)",
        "sweep plan.yaml good.v -o out              | 2  | plan.yaml: a sweep's file stands alone",
        "sweep good.v -o out --seeds 0              | 2  | --seeds is 0; allowed: 1 to 100000",
        "sweep good.v -o out --seeds few            | 2  | --seeds",
        "sweep good.v -o out --jobs 0               | 2  | --jobs is 0; allowed: 1 to",
        "sweep good.v -o out --shards 0 --slurm     | 2  | --shards is 0; allowed: 1 to",
        "sweep good.v -o out --shard 1/2 --slurm    | 2  | --shard goes without --slurm",
        "sweep good.v -o out --fail-under 101       | 2  | --fail-under is 101.0; allowed: 0 to 100",
        "sweep good.v -o out --arm a --arm a        | 2  | --arm 'a' is given twice",
        "sweep good.v -o out --arm a/b              | 2  | --arm 'a/b': no name; allowed: NAME=OPTIONS",
        "sweep good.v -o out --arm a=--tokens=0     | 2  | --arm 'a': a budget of 0 tokens",
        "sweep good.v -o text.txt                   | 2  | text.txt: no folder",
        "sweep good.v -o out --coq nocoq            | 20 | coqc not found in",
        "sweep good.v -o out --arm a=--model=no.gguf| 20 | no.gguf",
        "sweep report nosweep.v                     | 2  | nosweep.v: no sweep in it",
        "sweep report                               | 2  | DIR",
        "sweep report out --resamples 0             | 2  | --resamples is 0; allowed: 1 to 1000000",
        "sweep merge no.v -o out                    | 2  | no.v: no sweep in it",
        "sweep merge no.v                           | 2  | --output",
      })
  void run_wrongInput_saysItInOneLine(String command, int status, String message) {
    Assumptions.assumeTrue(
        Executables.find("coqc").isPresent() || !command.contains("model"), "Coq is not installed");
    String[] words = command.trim().split(" +", -1);
    for (int i = 1; i < words.length; i++) {
      if (words[i].matches("(no)?\\w+\\.(v|txt|lean|gguf|jsonl|yaml)|\\w*coq|out")
          && !words[i].startsWith("--")) {
        words[i] = folder.resolve(words[i]).toString();
      }
    }
    Cli run = Cli.run(words);
    assertThat(run.err()).contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("vmcts: ");
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void run_outputFolderThatNobodyMayWriteTo_saysSo() {
    Path output = Path.of("/proc");
    Assumptions.assumeTrue(Files.isDirectory(output), "no /proc");
    Cli run = Cli.run("synth", folder.resolve("good.v").toString(), "-o", output.toString());
    assertThat(run.err()).contains("cannot be written to");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
