package dev.vmcts.llm.gguf;

import dev.vmcts.llm.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
   * Refuses a model that llama.cpp b4916, the default library, cannot run, or cannot write text with.
   *
   * @throws ModelException that names the architecture and those that work
   */
  public static void check(Path path, GgufFile file) throws ModelException {
    String architecture = writer(path, file);
    if (!WRITERS.contains(architecture)) {
      throw new ModelException("model file " + path + " has architecture '" + architecture
          + "', which the bundled llama.cpp (b4916) does not know; a newer one may (vmcts native install);"
          + " known: " + String.join(", ", List.copyOf(new TreeSet<>(WRITERS))));
    }
    Optional<String> type = file.unknownTypes().findFirst();
    if (type.isPresent()) {
      throw new ModelException("model file " + path + " has tensors of " + type.get()
          + ", which llama.cpp b4916 does not know; use a file with F16 or Q4_K, Q5_K, Q6_K, Q8_0,"
          + " or a newer llama.cpp (vmcts native install)");
    }
    checkTokenizer(path, file);
  }

  /**
   * Refuses a model that no llama.cpp can write text along branches with, as far as its architecture is known; one that is
   * not is left to the library.
   *
   * @throws ModelException that names the architecture
   */
  public static void checkForAnyLibrary(Path path, GgufFile file) throws ModelException {
    writer(path, file);
    checkTokenizer(path, file);
  }

  /** The architecture, if it is not known to be none that continues text. */
  private static String writer(Path path, GgufFile file) throws ModelException {
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
    return architecture;
  }

  private static void checkTokenizer(Path path, GgufFile file) throws ModelException {
    String tokenizer = file.text("tokenizer.ggml.model").orElse("none");
    if (tokenizer.equals("none")
        || tokenizer.equals("no_vocab")
        || file.number("tokenizer.ggml.tokens").isEmpty()) {
      throw new ModelException("model file " + path + " has no tokenizer, so it cannot read text");
    }
  }
}
