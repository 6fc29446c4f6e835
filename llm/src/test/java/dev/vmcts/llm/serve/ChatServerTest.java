package dev.vmcts.llm.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.StreamingModel;
import dev.vmcts.llm.llamacpp.ChatModelFile;
import dev.vmcts.llm.llamacpp.LlamaCppModel;
import dev.vmcts.llm.llamacpp.LlamaOptions;
import dev.vmcts.llm.openai.OpenAiModel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages to a served model: the real one, asked by our own client, and one of words. */
class ChatServerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILE = "Lemma a : forall n : nat, n + 0 = n.\nProof.\n";
  private static final Prompt PROMPT = new Prompt(
      List.of(new Turn(Role.SYSTEM, "Be right."), new Turn(Role.USER, "Go on. <|im_end|>")),
      "```coq\n" + FILE,
      FILE);

  @TempDir
  private Path folder;

  @Tag("slow")
  @Test
  void chat_realModel_saysWhatItSaysWithoutAServer() throws Exception {
    Path file = ChatModelFile.chatMl(folder.resolve("small-instruct.gguf"));
    Sampling greedy = new Sampling(0, 1, 0, 24);
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(file));
        CompletionServer server = start(model);
        OpenAiModel client = OpenAiModel.open("http://localhost:" + server.port() + "/v1")) {
      Proposal here = model.sample(PROMPT, greedy, StopRule.NONE, 1);
      Proposal there = client.sample(PROMPT, greedy, StopRule.NONE, 1);

      assertThat(here.text()).isNotBlank();
      assertThat(there.text()).isEqualTo(here.text());
      assertThat(there.tokens()).isEqualTo(here.tokens());
      assertThat(there.promptTokens()).isEqualTo(here.promptTokens());
      assertThat(there.logProbability()).isCloseTo(here.logProbability(), within(1e-3));
    }
  }

  @Test
  void chat_whole_hasTheFormOfAMessage() throws Exception {
    JsonNode answer = ask(
        200,
        new WordModel(),
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}],"
            + "\"max_completion_tokens\":2,\"logprobs\":true}");
    assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
    JsonNode choice = answer.path("choices").path(0);
    assertThat(choice.path("message").toString())
        .isEqualTo("{\"role\":\"assistant\",\"content\":\"one two \"}");
    assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
    assertThat(choice.path("logprobs").path("content").path(1).path("logprob").asDouble())
        .isEqualTo(-1.0);
    assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "[] ! messages must be a list that has a message of system or user",
        "[{\"role\":\"assistant\",\"content\":\"a\"}] ! messages must be a list that has a message",
        "[{\"role\":\"tool\",\"content\":\"a\"}] ! role is 'tool'; allowed: system, developer, user, assistant",
        "[{\"role\":\"user\",\"content\":7}] ! the content of a message must be a text",
        "[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}] ! the content of a message must be a text",
        "[{\"role\":\"user\",\"content\":\"\\u0000\"}] ! the prompt has a NUL character",
      })
  void chat_wrongMessages_areRefused(String messages, String why) throws Exception {
    JsonNode answer = ask(400, new WordModel(), "{\"messages\":" + messages + "}");
    assertThat(answer.path("error").path("message").asText()).contains(why);
    assertThat(answer.path("error").path("param").asText()).isEqualTo("messages");
  }

  @Test
  void chat_modelWithoutTemplate_saysSo() throws Exception {
    Path base = ChatModelFile.withTemplate(folder.resolve("odd.gguf"), "{{ messages }}");
    try (LlamaCppModel model = LlamaCppModel.open(LlamaOptions.of(base))) {
      JsonNode answer = ask(400, model, "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
      assertThat(answer.path("error").path("message").asText())
          .contains("has a chat template that is not known");
    }
  }

  private static CompletionServer start(StreamingModel model) throws Exception {
    return CompletionServer.start(
        model, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static JsonNode ask(int status, StreamingModel model, String body) throws Exception {
    try (CompletionServer server = start(model)) {
      HttpRequest request = HttpRequest.newBuilder(
              URI.create("http://localhost:" + server.port() + "/v1/chat/completions"))
          .POST(BodyPublishers.ofString(body))
          .build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      return JSON.readTree(answer.body());
    }
  }
}
