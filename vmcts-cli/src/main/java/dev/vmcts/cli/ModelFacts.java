package dev.vmcts.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.ModelInfo;
import dev.vmcts.llm.chat.ChatFormat;
import dev.vmcts.llm.chat.ChatTemplate;
import dev.vmcts.llm.file.FileHash;
import dev.vmcts.llm.gguf.FileType;
import dev.vmcts.llm.gguf.GgufFile;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.openai.OpenAiModel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known about a model without running it. What it does not say is null in JSON and left out in text. */
final class ModelFacts {

  private final ObjectNode json = new JsonMapper().createObjectNode();

  private ModelFacts() {}

  /**
   * What the header of a model's file says, and the hash of the file.
   *
   * @throws ModelException if llama.cpp cannot run it, as for a search
   */
  static ModelFacts of(Path file) throws ModelException {
    GgufFile header = LlamaCppModel.header(file, NativeOptions.ofEnvironment(null));
    String architecture = header.architecture().orElse("");
    ModelFacts facts = new ModelFacts();
    facts.json.put("model", file.toString());
    facts.json.put("name", header.text("general.name").orElse(null));
    facts.json.put("architecture", architecture);
    facts.json.put("parameters", header.parameters());
    facts.json.put("fileType", FileType.of(header).orElse(null));
    facts.json.set("parametersByType", new JsonMapper().valueToTree(header.elements()));
    facts.number("contextTokens", header.contextLength());
    facts.number("layers", header.number(architecture + ".block_count"));
    facts.number("embedding", header.number(architecture + ".embedding_length"));
    facts.number("vocabulary", header.number("tokenizer.ggml.tokens"));
    facts.json.put("chatTemplate", chatTemplate(file, header));
    facts.json.put("promptStyle", style(file, header));
    facts.json.put("license", header.text("general.license").orElse(null));
    facts.json.put("bytes", header.bytes());
    facts.json.put("sha256", FileHash.ofFile(file));
    return facts;
  }

  /** What a server says about a model that it has. */
  static ModelFacts of(String spec, ModelInfo served) {
    ModelFacts facts = new ModelFacts();
    facts.json.put("model", spec);
    facts.json.put("name", served.id());
    boolean known = served.contextLength() != OpenAiModel.UNKNOWN_CONTEXT;
    facts.number(
        "contextTokens", known ? OptionalLong.of(served.contextLength()) : OptionalLong.empty());
    facts.json.put("promptStyle", PromptOptions.suiting(served.promptStyle()));
    return facts;
  }

  /** The prompt style of a model when the user names none. */
  static String style(Path file, GgufFile header) {
    return PromptOptions.suiting(LlamaCppModel.promptStyle(file, header));
  }

  /** The family of a model's chat template; null when it has none. */
  private static @Nullable String chatTemplate(Path file, GgufFile header) {
    ChatTemplate template = LlamaCppModel.template(file, header);
    return template.source().isEmpty()
        ? null
        : template.format().map(ChatFormat::label).orElse("unknown");
  }

  private void number(String key, OptionalLong value) {
    json.put(key, value.isPresent() ? value.getAsLong() : null);
  }

  /** Bytes, in the unit that suits. */
  static String size(long bytes) {
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20))
        : String.format(Locale.ROOT, "%.2f GiB", bytes / (double) (1 << 30));
  }

  ObjectNode json() {
    return json;
  }

  /** A line for each fact. */
  String text() {
    StringBuilder text = new StringBuilder();
    json.properties().forEach(fact -> {
      if (!fact.getValue().isNull()) {
        text.append(String.format(
            "%-16s %s%n", label(fact.getKey()), shown(fact.getKey(), fact.getValue())));
      }
    });
    return text.toString();
  }

  private static String label(String key) {
    return switch (key) {
      case "fileType" -> "file type";
      case "parametersByType" -> "stored as";
      case "contextTokens" -> "context, tokens";
      case "chatTemplate" -> "chat template";
      case "promptStyle" -> "prompt style";
      case "bytes" -> "size";
      default -> key;
    };
  }

  private static String shown(String key, JsonNode value) {
    return switch (key) {
      case "bytes" -> size(value.asLong()) + ", " + value.asText() + " bytes";
      case "parametersByType" ->
        value.properties().stream()
            .sorted(Comparator.comparingLong(type -> -type.getValue().asLong()))
            .map(type -> type.getValue().asText() + " in " + type.getKey())
            .collect(Collectors.joining(", "));
      default -> value.asText();
    };
  }
}
