package dev.vmcts.llm.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vmcts.llm.LanguageModel;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.open.Models;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server answers, on a model whose words are known. */
class CompletionServerTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final WordModel model = new WordModel();
  private CompletionServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        CompletionServer.start(model, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void models_get_namesTheModelAndItsContext() throws Exception {
    HttpResponse<String> answer =
        client.send(request("/v1/models").GET().build(), BodyHandlers.ofString());
    assertThat(JSON.readTree(answer.body()).at("/data/0/id").asText()).isEqualTo("words.gguf");
    assertThat(JSON.readTree(answer.body()).at("/data/0/max_model_len").asInt()).isEqualTo(99);
  }

  @Test
  void completions_whole_hasTextReasonAndUsage() throws Exception {
    JsonNode answer = ask("{'prompt':'a','max_tokens':9,'logprobs':1}", 200);

    assertThat(answer.path("object").asText()).isEqualTo("text_completion");
    assertThat(answer.at("/choices/0/text").asText()).isEqualTo("one two three four five");
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(answer.at("/choices/0/logprobs/token_logprobs").toString())
        .isEqualTo("[-0.5,-1.0,-1.5,-2.0,-2.5]");
    assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(7);
    assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(5);
    assertThat(answer.at("/usage/total_tokens").asInt()).isEqualTo(12);
    assertThat(answer.at("/usage/prompt_tokens_details/cached_tokens").asInt()).isEqualTo(4);
  }

  @Test
  void completions_tokenLimit_isTheReason() throws Exception {
    JsonNode answer = ask("{'prompt':['a'],'max_tokens':2}", 200);
    assertThat(answer.at("/choices/0/text").asText()).isEqualTo("one two ");
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    assertThat(answer.at("/choices/0/logprobs").isNull()).isTrue();
  }

  @Test
  void completions_stopText_endsBeforeItAndSamplesNoMore() throws Exception {
    JsonNode answer = ask("{'prompt':'a','max_tokens':9,'stop':['o thr','never']}", 200);
    assertThat(answer.at("/choices/0/text").asText()).isEqualTo("one tw");
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(model.tokens).hasValue(3);
  }

  @Test
  void completions_fields_reachTheModel() throws Exception {
    ask("{'prompt':'a','temperature':0.3,'top_p':0.9,'top_k':7,'max_tokens':4,'seed':-5}", 200);
    ask("{'prompt':'a','model':'words.gguf','n':1,'echo':false,'user':'me','stop':null}", 200);
    assertThat(model.samplings)
        .containsExactly(new Sampling(0.3, 0.9, 7, 4), new Sampling(1, 1, 0, 16));
    assertThat(model.seeds.get(0)).isEqualTo(-5);
  }

  @Test
  void completions_streamed_isEventsUpToDone() throws Exception {
    String body =
        "{'prompt':'a','stream':true,'stop':'thr','stream_options':{'include_usage':true}}";
    HttpResponse<String> answer = send(body);

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    List<String> events = answer.body().lines().filter(line -> !line.isEmpty()).toList();
    assertThat(events).allMatch(line -> line.startsWith("data: "));
    assertThat(events.get(events.size() - 1)).isEqualTo("data: [DONE]");
    StringBuilder text = new StringBuilder();
    String reason = "";
    int completion = 0;
    for (String event : events.subList(0, events.size() - 1)) {
      JsonNode json = JSON.readTree(event.substring("data: ".length()));
      text.append(json.at("/choices/0/text").asText());
      reason = json.at("/choices/0/finish_reason").asText(reason);
      completion = json.at("/usage/completion_tokens").asInt(completion);
    }
    assertThat(text.toString()).isEqualTo("one two ");
    assertThat(reason).isEqualTo("stop");
    assertThat(completion).isEqualTo(3);
  }

  @Test
  void completions_clientGoesAway_modelStops() throws Exception {
    HttpResponse<InputStream> answer = client.send(
        post("{'prompt':'endless','stream':true,'max_tokens':1000000}"),
        BodyHandlers.ofInputStream());
    assertThat(answer.body().readNBytes(100)).hasSize(100);
    answer.body().close();
    int before;
    int wait = 0;
    do {
      before = model.tokens.get();
      Thread.sleep(200);
    } while (before != model.tokens.get() && wait++ < 50);
    assertThat(model.tokens.get()).isEqualTo(before).isLessThan(20_000);
  }

  @Test
  void completions_modelDiesInAStream_saysSoInTheStream() throws Exception {
    HttpResponse<String> answer = send("{'prompt':'dies','stream':true}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"error\"", "the process ended").doesNotContain("[DONE]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                     | 400 | no JSON",
        "[]                                    | 400 | no JSON object",
        "{}                                    | 400 | prompt must be one text",
        "{'prompt':[1,2]}                      | 400 | prompt must be one text",
        "{'prompt':''}                         | 400 | the prompt is empty",
        "{'prompt':'a','temperature':-1}       | 400 | temperature is -1.0; allowed: 0 to 10",
        "{'prompt':'a','temperature':'hot'}    | 400 | temperature is \"hot\"; allowed: a number",
        "{'prompt':'a','max_tokens':0}         | 400 | allowed: 1 or more",
        "{'prompt':'a','seed':1.5}             | 400 | seed is 1.5",
        "{'prompt':'a','stop':''}              | 400 | stop is \"\"; allowed: a text",
        "{'prompt':'a','stop':7}               | 400 | stop is 7",
        "{'prompt':'a','n':2}                  | 400 | n is 2; allowed: 1",
        "{'prompt':'a','logit_bias':{'5':1}}   | 400 | logit_bias is",
        "{'prompt':'a','model':'other'}        | 404 | there is no model 'other'; there is 'words.gguf'",
        "{'prompt':'long'}                     | 400 | context length is 99 tokens; the prompt has 120",
        "{'prompt':'long','stream':true}       | 400 | context length is 99 tokens; the prompt has 120",
        "{'prompt':'dead'}                     | 503 | the process ended",
        "{'prompt':'broken'}                   | 500 | computes no numbers",
      })
  void completions_wrong_isAnErrorInOpenAisForm(String body, int status, String message)
      throws Exception {
    JsonNode error = ask(body, status).path("error");
    assertThat(error.path("message").asText()).contains(message);
    assertThat(error.path("type").asText())
        .isEqualTo(status < 500 ? "invalid_request_error" : "server_error");
    assertThat(error.has("param")).isTrue();
    assertThat(error.has("code")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"GET,/v1/completions,405", "POST,/v1/models,405", "GET,/v1/chat,404", "GET,/,404"})
  void answer_otherPathOrMethod_saysWhatThereIs(String method, String path, int status)
      throws Exception {
    HttpResponse<String> answer = client.send(
        request(path).method(method, HttpRequest.BodyPublishers.ofString("{}")).build(),
        BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).at("/error/message").asText()).contains("/v1/");
  }

  @Test
  void client_ofOurs_getsTextLogProbabilitiesAndUsage() throws Exception {
    String url = "openai:http://localhost:" + server.port() + "/v1#words.gguf";
    try (LanguageModel served = Models.open(url, options -> options)) {
      assertThat(served.info().contextLength()).isEqualTo(99);
      Proposal proposal = served.sample("a", new Sampling(1, 1, 0, 9), StopRule.NONE, 1);
      assertThat(proposal)
          .isEqualTo(new Proposal("one two three four five", 5, -7.5, StopReason.EOS, 7, 4));
    }
  }

  private JsonNode ask(String body, int status) throws Exception {
    HttpResponse<String> answer = send(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String body) throws Exception {
    return client.send(post(body), BodyHandlers.ofString());
  }

  private HttpRequest post(String body) {
    return request("/v1/completions")
        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create(String.format(Locale.ROOT, "http://localhost:%d%s", server.port(), path)));
  }
}
