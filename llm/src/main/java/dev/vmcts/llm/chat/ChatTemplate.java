package dev.vmcts.llm.chat;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.gguf.GgufFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chat template of a model's file, as far as it is understood.
 *
 * @param model the file, for messages
 * @param source what the file says; empty when it says nothing
 */
public record ChatTemplate(String model, Optional<String> source) {

  private static final String KEY = "tokenizer.chat_template";
  private static final Pattern TUNED =
      Pattern.compile("(?i)(?<![a-z])(?:instruct|inst|chat|it|assistant|sft|dpo|rlhf)(?![a-z])");

  /** The template that a header holds. */
  public static ChatTemplate of(String model, GgufFile header) {
    return new ChatTemplate(model, header.text(KEY));
  }

  /** Its format; empty when there is no template, or one that is not known. */
  public Optional<ChatFormat> format() {
    return source.flatMap(ChatFormat::of);
  }

  /** Why no conversation can be written, on one line that says what to do; empty when it can. */
  public Optional<String> refusal() {
    if (format().isPresent()) {
      return Optional.empty();
    }
    String known =
        Arrays.stream(ChatFormat.values()).map(ChatFormat::label).collect(Collectors.joining(", "));
    return Optional.of(
        source.isEmpty()
            ? "model " + model + " has no chat template, so it can only go on with a text:"
                + " --prompt-style base"
            : "model " + model + " has a chat template that is not known (known: " + known
                + "); use --prompt-style base, or serve it with llama-server and name it with"
                + " --model openai:URL");
  }

  /**
   * A prompt as the model is given it.
   *
   * @throws ModelException if it is a conversation and the format is not known
   */
  public Spelled spell(Prompt prompt) throws ModelException {
    if (prompt.plain()) {
      return Spelled.of(prompt.begun());
    }
    return ChatSpelling.of(
        format().orElseThrow(() -> new ModelException(refusal().orElse(""))), prompt);
  }

  /**
   * Whether a model can be written conversations and was trained for them: base models have templates too, so the model's
   * name has to say it.
   */
  public boolean suits(GgufFile header) {
    return format().isPresent()
        && Stream.of(
                Optional.of(model), header.text("general.name"), header.text("general.finetune"))
            .flatMap(Optional::stream)
            .anyMatch(name -> TUNED.matcher(name).find());
  }
}
