package dev.vmcts.llm.gguf;

import dev.vmcts.llm.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The model architectures of llama.cpp b4916, and which of them can write text along branches. */
public final class Architectures {

  private static final Set<String> WRITERS = Set.of(
      "llama",
      "deci",
      "falcon",
      "grok",
      "gpt2",
      "gptj",
      "gptneox",
      "mpt",
      "baichuan",
      "starcoder",
      "refact",
      "bloom",
      "stablelm",
      "qwen",
      "qwen2",
      "qwen2moe",
      "qwen2vl",
      "phi2",
      "phi3",
      "phimoe",
      "plamo",
      "codeshell",
      "orion",
      "internlm2",
      "minicpm",
      "minicpm3",
      "gemma",
      "gemma2",
      "gemma3",
      "starcoder2",
      "xverse",
      "command-r",
      "cohere2",
      "dbrx",
      "olmo",
      "olmo2",
      "olmoe",
      "openelm",
      "arctic",
      "deepseek",
      "deepseek2",
      "chatglm",
      "bitnet",
      "jais",
      "nemotron",
      "exaone",
      "granite",
      "granitemoe",
      "chameleon");

  private static final Set<String> ENCODERS =
      Set.of("bert", "nomic-bert", "jina-bert-v2", "t5", "t5encoder", "wavtokenizer-dec");

  private static final Set<String> RECURRENT =
      Set.of("mamba", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7");

  private Architectures() {}

  /**
   * Refuses a model that this llama.cpp cannot run, or cannot write text with.
   *
   * @throws ModelException that names the architecture and those that work
   */
  public static void check(Path path, GgufFile file) throws ModelException {
    String architecture = file.architecture()
        .orElseThrow(() -> new ModelException(
            "model file " + path + " is not a model: it has no 'general.architecture'"));
    if (ENCODERS.contains(architecture)) {
      throw new ModelException("model file " + path + " has architecture '" + architecture
          + "', which does not continue text; use a decoder such as llama or qwen2");
    }
    if (RECURRENT.contains(architecture)) {
      throw new ModelException(
          "model file " + path + " has architecture '" + architecture
              + "', whose recurrent state cannot be branched; use a transformer such as llama or qwen2");
    }
    if (!WRITERS.contains(architecture)) {
      throw new ModelException("model file " + path + " has architecture '" + architecture
          + "', which the bundled llama.cpp (b4916) does not know; known: "
          + String.join(", ", List.copyOf(new TreeSet<>(WRITERS))));
    }
    String tokenizer = file.text("tokenizer.ggml.model").orElse("none");
    if (tokenizer.equals("none")
        || tokenizer.equals("no_vocab")
        || file.number("tokenizer.ggml.tokens").isEmpty()) {
      throw new ModelException("model file " + path + " has no tokenizer, so it cannot read text");
    }
  }
}
