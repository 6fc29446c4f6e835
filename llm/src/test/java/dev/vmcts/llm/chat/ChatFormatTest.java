package dev.vmcts.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import dev.vmcts.llm.chat.Spelled.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations as the templates of well-known models write them; templates are cut to what they are told by. */
class ChatFormatTest {

  private static final Prompt PROMPT = new Prompt(
      List.of(
          new Turn(Role.SYSTEM, "S"),
          new Turn(Role.USER, "U"),
          new Turn(Role.ASSISTANT, "A"),
          new Turn(Role.USER, "V")),
      "B\n",
      "B\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "CHATML ! {{'<|im_start|>' + message['role']}} !"
            + " <|im_start|>system~S<|im_end|>~<|im_start|>user~U<|im_end|>~<|im_start|>assistant~A<|im_end|>~"
            + "<|im_start|>user~V<|im_end|>~<|im_start|>assistant~B~",
        "PHI_4 ! {{'<|im_start|>user<|im_sep|>' + message['content']}} !"
            + " <|im_start|>system<|im_sep|>S<|im_end|><|im_start|>user<|im_sep|>U<|im_end|>"
            + "<|im_start|>assistant<|im_sep|>A<|im_end|><|im_start|>user<|im_sep|>V<|im_end|>"
            + "<|im_start|>assistant<|im_sep|>B~",
        "LLAMA_2 ! {{'<<SYS>>~' + system_message}}{{bos_token + '[INST] '}} !"
            + " [INST] <<SYS>>~S~<</SYS>>~~U [/INST] A</s>[INST] V [/INST] B~",
        "MISTRAL ! {{' [INST] ' + system_message}} ! [INST] S~~U [/INST] A</s>[INST] V [/INST] B~",
        "MISTRAL_3 ! {{'[AVAILABLE_TOOLS]'}}{{'[INST]' + content}} ! [INST]S~~U[/INST]A</s>[INST]V[/INST]B~",
        "MISTRAL_7 ! {{'[SYSTEM_PROMPT]' + m}}{{'[INST]'}} !"
            + " [SYSTEM_PROMPT]S[/SYSTEM_PROMPT][INST]U[/INST]A</s>[INST]V[/INST]B~",
        "PHI_3 ! {{'<|user|>' + '~' + message['content'] + '<|end|>' + '<|assistant|>'}} !"
            + " <|system|>~S<|end|>~<|user|>~U<|end|>~<|assistant|>~A<|end|>~<|user|>~V<|end|>~<|assistant|>~B~",
        "ZEPHYR ! {{ '<|user|>\\n' + message['content'] + eos_token }} !"
            + " <|system|>~S</s>~<|user|>~U</s>~<|assistant|>~A</s>~<|user|>~V</s>~<|assistant|>~B~",
        "STABLE_ZEPHYR ! {{ '<|user|>\\n' + message['content'] + '<|endoftext|>' }} !"
            + " <|system|>~S<|endoftext|>~<|user|>~U<|endoftext|>~<|assistant|>~A<|endoftext|>~"
            + "<|user|>~V<|endoftext|>~<|assistant|>~B~",
        "GEMMA ! {{'<start_of_turn>' + role}} !"
            + " <start_of_turn>user~S~~U<end_of_turn>~<start_of_turn>model~A<end_of_turn>~"
            + "<start_of_turn>user~V<end_of_turn>~<start_of_turn>model~B~",
        "DEEPSEEK_CODER ! {{'### Instruction:~'}}{{'<|EOT|>'}} !"
            + " S~### Instruction:~U~### Response:~A~<|EOT|>~### Instruction:~V~### Response:~B~",
        "DEEPSEEK_2 ! {{ 'Assistant: ' + message['content'] + eos_token }} !"
            + " S~~User: U~~Assistant: A<｜end▁of▁sentence｜>User: V~~Assistant: B~",
        "DEEPSEEK_3 ! {{'<｜User｜>' + m + '<｜Assistant｜>'}} !"
            + " S~~<｜User｜>U<｜Assistant｜>A<｜end▁of▁sentence｜><｜User｜>V<｜Assistant｜>B~",
        "COMMAND_R ! {{'<|START_OF_TURN_TOKEN|><|USER_TOKEN|>'}} !"
            + " <|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>S<|END_OF_TURN_TOKEN|>"
            + "<|START_OF_TURN_TOKEN|><|USER_TOKEN|>U<|END_OF_TURN_TOKEN|>"
            + "<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>A<|END_OF_TURN_TOKEN|>"
            + "<|START_OF_TURN_TOKEN|><|USER_TOKEN|>V<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>B~",
        "LLAMA_3 ! {{'<|start_header_id|>' + role + '<|end_header_id|>'}} !"
            + " <|start_header_id|>system<|end_header_id|>~~S<|eot_id|><|start_header_id|>user<|end_header_id|>~~U<|eot_id|>"
            + "<|start_header_id|>assistant<|end_header_id|>~~A<|eot_id|>"
            + "<|start_header_id|>user<|end_header_id|>~~V<|eot_id|><|start_header_id|>assistant<|end_header_id|>~~B~",
        "OPENCHAT ! {{'GPT4 Correct ' + role}} !"
            + " S<|end_of_turn|>GPT4 Correct User: U<|end_of_turn|>GPT4 Correct Assistant: A<|end_of_turn|>"
            + "GPT4 Correct User: V<|end_of_turn|>GPT4 Correct Assistant: B~",
        "VICUNA ! {{'USER: ' + m + 'ASSISTANT: '}} ! S~~USER: U~ASSISTANT: A</s>~USER: V~ASSISTANT: B~",
        "EXAONE_3 ! {{'[|system|][|assistant|][|endofturn|]'}} !"
            + " [|system|]S[|endofturn|]~[|user|]U~[|assistant|]A[|endofturn|]~[|user|]V~[|assistant|]B~",
        "GRANITE ! {{'<|start_of_role|>' + role + '<|end_of_role|>'}} !"
            + " <|start_of_role|>system<|end_of_role|>S<|end_of_text|>~<|start_of_role|>user<|end_of_role|>U<|end_of_text|>~"
            + "<|start_of_role|>assistant<|end_of_role|>A<|end_of_text|>~<|start_of_role|>user<|end_of_role|>V<|end_of_text|>~"
            + "<|start_of_role|>assistant<|end_of_role|>B~",
      })
  void spell_template_isWrittenAsItsFamilyDoes(ChatFormat format, String template, String text)
      throws Exception {
    ChatTemplate known = template(template);
    assertThat(known.format()).contains(format);
    assertThat(known.spell(PROMPT).text()).isEqualTo(text.replace('~', '\n'));
  }

  @Test
  void spell_markersInText_areText() throws Exception {
    Spelled spelled = template("<|im_start|>")
        .spell(new Prompt(List.of(new Turn(Role.USER, "a<|im_end|>b")), "<|im_end|>", ""));

    assertThat(spelled.parts().stream()
            .filter(part -> part.kind() == Kind.TOKEN)
            .map(Spelled.Part::text))
        .containsExactly("<|im_start|>", "<|im_end|>", "<|im_start|>");
  }

  @Test
  void spell_nothingBegun_leavesTheSpaceToTheAnswer() throws Exception {
    Prompt asked = new Prompt(List.of(new Turn(Role.USER, "U")), "", "");
    assertThat(template("[INST]").spell(asked).text()).isEqualTo("[INST] U [/INST]");
    assertThat(template("USER: ASSISTANT: ").spell(asked).text()).isEqualTo("USER: U\nASSISTANT:");
  }

  @Test
  void spell_systemAtTheEnd_isATurnOfTheUser() throws Exception {
    Prompt asked = new Prompt(List.of(new Turn(Role.SYSTEM, "S")), "", "");
    assertThat(template("<start_of_turn>").spell(asked).text())
        .isEqualTo("<start_of_turn>user\nS<end_of_turn>\n<start_of_turn>model\n");
  }

  @Test
  void spell_plainText_needsNoTemplate() throws Exception {
    Spelled spelled =
        new ChatTemplate("m.gguf", Optional.empty()).spell(Prompt.of("<|im_end|> text"));
    assertThat(spelled).isEqualTo(Spelled.of("<|im_end|> text"));
  }

  @Test
  void spell_unknownTemplateOrNone_saysWhatToDo() {
    assertThatThrownBy(() -> template("{{ 'Hear, hear: ' }}").spell(PROMPT))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "model m-instruct.gguf has a chat template that is not known (known: phi-4, chatml,")
        .hasMessageContaining("--prompt-style base");
    assertThatThrownBy(() -> new ChatTemplate("m.gguf", Optional.empty()).spell(PROMPT))
        .isInstanceOf(ModelException.class)
        .hasMessage("model m.gguf has no chat template, so it can only go on with a text:"
            + " --prompt-style base");
  }

  private static ChatTemplate template(String text) {
    return new ChatTemplate("m-instruct.gguf", Optional.of(text));
  }
}
