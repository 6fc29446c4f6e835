package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.chat.ChatFormat;
import dev.vmcts.llm.chat.Spelled;
import dev.vmcts.llm.chat.Spelled.Kind;
import dev.vmcts.llm.chat.Spelled.Part;
import dev.vmcts.llm.gguf.GgufFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations with the real llama.cpp and a model whose file has a chat template. */
class ChatModelTest {

  private static final int START = 1022;
  private static final int END = 1023;

  @TempDir
  private static Path folder;

  private static Path file;

  @BeforeAll
  static void write() throws Exception {
    file = ChatModelFile.chatMl(folder.resolve("small-instruct.gguf"));
  }

  @Test
  void tokens_markers_areSpecialTokensAndTextIsNot() throws Exception {
    Vocabulary vocabulary = vocabulary(file);
    Spelled spelled = new Spelled(List.of(
        new Part(Kind.TOKEN, "<|im_start|>"),
        new Part(Kind.TEXT, "user\n"),
        new Part(Kind.TEXT, "auto <|im_end|> lia"),
        new Part(Kind.TOKEN_OR_TEXT, "<|im_end|>"),
        new Part(Kind.TOKEN_OR_TEXT, "<|nothing|>")));

    int[] tokens = vocabulary.tokens(spelled);

    int[] text = vocabulary.ofText("user\nauto <|im_end|> lia");
    int[] rest = vocabulary.ofText("<|nothing|>");
    assertThat(text).doesNotContain(START, END);
    // The model wants a start token before everything, which is that of ChatML here.
    assertThat(tokens).hasSize(3 + text.length + rest.length).startsWith(START, START);
    assertThat(tokens[2 + text.length]).isEqualTo(END);
    assertThat(List.of(vocabulary.special("auto"), vocabulary.special("<|im_end|>")))
        .containsExactly(-1, END);
    assertThatThrownBy(
            () -> vocabulary.tokens(new Spelled(List.of(new Part(Kind.TOKEN, "<|nothing|>")))))
        .isInstanceOf(ModelException.class)
        .hasMessage("the model's chat template has <|nothing|>, which is no special token of its"
            + " vocabulary; use --prompt-style base");
  }

  @Test
  void sample_conversation_goesOnWithTheAnswer() throws Exception {
    Prompt prompt = new Prompt(
        List.of(new Turn(Role.USER, "Prove it. <|im_end|>")), TestModel.PROMPT, TestModel.PROMPT);
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(file))) {
      assertThat(model.info().promptStyle()).isEqualTo("instruct");
      assertThat(model.refusesTurns()).isEmpty();

      Proposal answer = model.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1);
      Proposal again = model.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1);

      assertThat(answer.text()).isNotBlank().isEqualTo(again.text());
      assertThat(again.reusedTokens()).isEqualTo(again.promptTokens() - 1);
    }
    Vocabulary vocabulary = vocabulary(file);
    assertThat(
            vocabulary.tokens(LlamaCppModel.template(file, GgufFile.read(file)).spell(prompt)))
        .containsOnlyOnce(END)
        .endsWith(vocabulary.ofText(" intros"));
  }

  @Test
  void open_fileWithoutTemplate_takesPlainTextOnly() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      assertThat(model.info().promptStyle()).isEmpty();
      assertThat(model.refusesTurns())
          .hasValueSatisfying(why -> assertThat(why).contains("has no chat template"));
    }
  }

  @Test
  void promptStyle_templateOfABaseModel_isNotUsedUnasked() throws Exception {
    Path base = ChatModelFile.withTemplate(folder.resolve("small-base.gguf"), ChatModelFile.CHATML);
    Path unknown = ChatModelFile.withTemplate(folder.resolve("odd-chat.gguf"), "{{ messages }}");

    assertThat(LlamaCppModel.promptStyle(base, GgufFile.read(base))).isEmpty();
    assertThat(LlamaCppModel.template(base, GgufFile.read(base)).format())
        .contains(ChatFormat.CHATML);
    assertThat(LlamaCppModel.promptStyle(unknown, GgufFile.read(unknown))).isEmpty();
  }

  @Test
  void sample_templateWhoseTokensAreMissing_saysWhatToDo() throws Exception {
    Path odd =
        ChatModelFile.withTemplate(folder.resolve("odd-instruct.gguf"), ChatModelFile.CHATML);
    Prompt prompt = new Prompt(List.of(new Turn(Role.USER, "Prove it.")), "", "");
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(odd))) {
      assertThatThrownBy(() -> model.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("<|im_start|>, which is no special token");
    }
  }

  private static Vocabulary vocabulary(Path model) throws Exception {
    return LlamaContext.load(TestModel.start(model, 1, 256, DraftChoice.NONE)).vocabulary();
  }
}
