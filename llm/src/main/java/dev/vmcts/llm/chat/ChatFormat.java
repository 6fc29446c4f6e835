package dev.vmcts.llm.chat;

import dev.vmcts.llm.chat.Spelled.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the turns of a conversation are written for a family of models, told by what stands in their chat templates (Jinja).
 * Such a template is a program; which family it is of, and so what it would write, is recognised by its words.
 *
 * <p>In the order in which they are tried.
 */
public enum ChatFormat {
  PHI_4(
      has("<|im_start|>", "<|im_sep|>"),
      Kind.TOKEN,
      "<|im_start|>system<|im_sep|>%<|im_end|>",
      "<|im_start|>user<|im_sep|>%<|im_end|>",
      "<|im_start|>assistant<|im_sep|>%<|im_end|>"),

  /** ChatML: Qwen, Yi, and many others. */
  CHATML(
      has("<|im_start|>", "!<end_of_utterance>"),
      Kind.TOKEN,
      "<|im_start|>system\n%<|im_end|>\n",
      "<|im_start|>user\n%<|im_end|>\n",
      "<|im_start|>assistant\n%<|im_end|>\n"),

  MISTRAL_7(
      has("[INST]", "[SYSTEM_PROMPT]"),
      Kind.TOKEN,
      "[SYSTEM_PROMPT]%[/SYSTEM_PROMPT]",
      "[INST]%[/INST]",
      "%</s>"),

  MISTRAL_3(
      has("[INST]", "[AVAILABLE_TOOLS]", "! [INST]"),
      Kind.TOKEN,
      "+%\n\n",
      "[INST]%[/INST]",
      "%</s>"),

  LLAMA_2(
      has("[INST]", "<<SYS>>"),
      Kind.TOKEN_OR_TEXT,
      "+<<SYS>>\n%\n<</SYS>>\n\n",
      "[INST] % [/INST]",
      " %</s>"),

  MISTRAL(has("[INST]"), Kind.TOKEN_OR_TEXT, "+%\n\n", "[INST] % [/INST]", " %</s>"),

  PHI_3(
      has("<|assistant|>", "<|end|>"),
      Kind.TOKEN,
      "<|system|>\n%<|end|>\n",
      "<|user|>\n%<|end|>\n",
      "<|assistant|>\n%<|end|>\n"),

  STABLE_ZEPHYR(
      user("'<\\|endoftext\\|>"),
      Kind.TOKEN_OR_TEXT,
      "<|system|>\n%<|endoftext|>\n",
      "<|user|>\n%<|endoftext|>\n",
      "<|assistant|>\n%<|endoftext|>\n"),

  ZEPHYR(
      user("eos_token"),
      Kind.TOKEN_OR_TEXT,
      "<|system|>\n%</s>\n",
      "<|user|>\n%</s>\n",
      "<|assistant|>\n%</s>\n"),

  GEMMA(
      has("<start_of_turn>"),
      Kind.TOKEN,
      "+%\n\n",
      "<start_of_turn>user\n%<end_of_turn>\n",
      "<start_of_turn>model\n%<end_of_turn>\n"),

  OPENCHAT(
      has("GPT4 Correct "),
      Kind.TOKEN_OR_TEXT,
      "%<|end_of_turn|>",
      "GPT4 Correct User: %<|end_of_turn|>",
      "GPT4 Correct Assistant: %<|end_of_turn|>"),

  VICUNA(
      has("USER: ", "ASSISTANT: "), Kind.TOKEN_OR_TEXT, "%\n\n", "USER: %\n", "ASSISTANT: %</s>\n"),

  DEEPSEEK_CODER(
      has("### Instruction:", "<|EOT|>"),
      Kind.TOKEN_OR_TEXT,
      "%\n",
      "### Instruction:\n%\n",
      "### Response:\n%\n<|EOT|>\n"),

  COMMAND_R(
      has("<|START_OF_TURN_TOKEN|>", "<|USER_TOKEN|>"),
      Kind.TOKEN,
      "<|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>%<|END_OF_TURN_TOKEN|>",
      "<|START_OF_TURN_TOKEN|><|USER_TOKEN|>%<|END_OF_TURN_TOKEN|>",
      "<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>%<|END_OF_TURN_TOKEN|>"),

  LLAMA_3(
      has("<|start_header_id|>", "<|end_header_id|>"),
      Kind.TOKEN,
      "<|start_header_id|>system<|end_header_id|>\n\n%<|eot_id|>",
      "<|start_header_id|>user<|end_header_id|>\n\n%<|eot_id|>",
      "<|start_header_id|>assistant<|end_header_id|>\n\n%<|eot_id|>"),

  DEEPSEEK_2(
      has("'Assistant: ' + message['content'] + eos_token"),
      Kind.TOKEN_OR_TEXT,
      "%\n\n",
      "User: %\n\n",
      "Assistant: %<｜end▁of▁sentence｜>"),

  DEEPSEEK_3(
      has("<｜User｜>", "<｜Assistant｜>"),
      Kind.TOKEN,
      "%\n\n",
      "<｜User｜>%",
      "<｜Assistant｜>%<｜end▁of▁sentence｜>"),

  EXAONE_3(
      has("[|system|]", "[|assistant|]", "[|endofturn|]"),
      Kind.TOKEN,
      "[|system|]%[|endofturn|]\n",
      "[|user|]%\n",
      "[|assistant|]%[|endofturn|]\n"),

  GRANITE(
      has("<|start_of_role|>", "<|end_of_role|>"),
      Kind.TOKEN,
      "<|start_of_role|>system<|end_of_role|>%<|end_of_text|>\n",
      "<|start_of_role|>user<|end_of_role|>%<|end_of_text|>\n",
      "<|start_of_role|>assistant<|end_of_role|>%<|end_of_text|>\n");

  /** What looks like the name of a special token in the patterns above. */
  static final Pattern MARKER = Pattern.compile(
      "<\\|[^|]+\\|>|<｜[^｜]+｜>|</?s>|\\[/?[A-Z_]+]" + "|\\[\\|[a-z]+\\|]|<(?:start|end)_of_turn>");

  private final Pattern known;
  private final Kind markers;
  private final String system;
  private final String user;
  private final String assistant;

  /**
   * A family.
   *
   * @param known matches the templates of it
   * @param markers what its markers are
   * @param system a system turn around {@code %}; one that begins with {@code +} stands in the next user turn
   */
  ChatFormat(Pattern known, Kind markers, String system, String user, String assistant) {
    this.known = known;
    this.markers = markers;
    this.system = system;
    this.user = user;
    this.assistant = assistant;
  }

  /** The family of a chat template; empty when it is not known. */
  public static Optional<ChatFormat> of(String template) {
    return Arrays.stream(values())
        .filter(format -> format.known.matcher(template).lookingAt())
        .findFirst();
  }

  /** The name for people, such as {@code llama-3}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Kind markers() {
    return markers;
  }

  String system() {
    return system;
  }

  String user() {
    return user;
  }

  String assistant() {
    return assistant;
  }

  /** Templates that have some words, and have none of those that are written after an exclamation mark. */
  private static Pattern has(String... words) {
    StringBuilder looks = new StringBuilder();
    for (String word : words) {
      boolean absent = word.startsWith("!");
      looks
          .append(absent ? "(?!.*" : "(?=.*")
          .append(Pattern.quote(absent ? word.substring(1) : word))
          .append(')');
    }
    return Pattern.compile(looks.toString(), Pattern.DOTALL);
  }

  /** Templates that write a turn of the user between {@code <|user|>} and such an end. */
  private static Pattern user(String end) {
    return Pattern.compile(
        ".*<\\|user\\|>(?:\\\\n|\\s)*' *\\+ *message\\['content'\\] *\\+ *" + end, Pattern.DOTALL);
  }
}
