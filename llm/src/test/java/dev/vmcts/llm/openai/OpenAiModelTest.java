package dev.vmcts.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.TransientModelException;
import dev.vmcts.llm.llamacpp.FullStopRule;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiModelTest {

  private static final Sampling SAMPLING = new Sampling(0.7, 0.95, 20, 64);

  private FakeServer server;

  OpenAiModelTest() throws Exception {
    server = new FakeServer();
  }

  @BeforeEach
  void oneModel() {
    server.models((exchange, body) ->
        FakeServer.json(exchange, 200, "{\"data\":[{\"id\":\"qwen\",\"max_model_len\":4096}]}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private OpenAiModel open() throws Exception {
    return OpenAiModel.open(server.url() + "#qwen", name -> null);
  }

  @Test
  void sample_stream_isCutByTheStopRule() throws Exception {
    server.completions(FakeServer.events(
        FakeServer.piece(" rewrite"),
        FakeServer.piece(" IHn."),
        FakeServer.piece(" lia."),
        "[DONE]"));
    Proposal proposal = open().sample("Proof.\n", SAMPLING, new FullStopRule(), -3);
    assertThat(proposal.text()).isEqualTo(" rewrite IHn.");
    assertThat(proposal.stopReason()).isEqualTo(StopReason.STOP);
    assertThat(proposal.tokens()).isEqualTo(2);
    assertThat(server.bodies().get(0))
        .contains("\"model\":\"qwen\"", "\"prompt\":\"Proof.\\n\"", "\"max_tokens\":64")
        .contains("\"temperature\":0.7", "\"top_p\":0.95", "\"top_k\":20", "\"stream\":true")
        .contains("\"seed\":" + (-3L & Integer.MAX_VALUE));
  }

  @Test
  void sample_logProbabilitiesAndUsage_areTheServers() throws Exception {
    server.completions(FakeServer.events(
        "{\"choices\":[{\"text\":\"a b\",\"logprobs\":{\"token_logprobs\":[-0.5,-0.25]}}]}",
        "{\"choices\":[{\"text\":\"\",\"finish_reason\":\"length\"}]}",
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":5}}}",
        "[DONE]"));
    Proposal proposal = open().sample("x", SAMPLING, StopRule.NONE, 1);
    assertThat(proposal.logProbability()).isCloseTo(-0.75, within(1e-12));
    assertThat(proposal)
        .isEqualTo(new Proposal("a b", 2, proposal.logProbability(), StopReason.LENGTH, 7, 5));
  }

  @Test
  void sample_endOfStream_isTheEndOfTheText() throws Exception {
    server.completions(FakeServer.events(FakeServer.piece("é")));
    Proposal proposal = open().sample("x", SAMPLING, StopRule.NONE, 1);
    assertThat(proposal.text()).isEqualTo("é");
    assertThat(proposal.stopReason()).isEqualTo(StopReason.EOS);
  }

  @Test
  void sample_busyServer_isAskedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    server.completions((exchange, body) -> {
      if (asked.incrementAndGet() < 3) {
        FakeServer.json(exchange, asked.get() == 1 ? 503 : 429, "");
      } else {
        FakeServer.events(FakeServer.piece("done"), "[DONE]").to(exchange, body);
      }
    });
    assertThat(open().sample("x", SAMPLING, StopRule.NONE, 1).text()).isEqualTo("done");
    assertThat(asked).hasValue(3);
  }

  @Tag("slow")
  @Test
  void sample_brokenServer_isGivenUp() throws Exception {
    server.completions((exchange, body) ->
        FakeServer.json(exchange, 500, "{\"error\":" + "{\"message\":\"out of memory\"}}"));
    OpenAiModel model = open();
    assertThatThrownBy(() -> model.sample("x", SAMPLING, StopRule.NONE, 1))
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining("in 5 attempts: status 500 out of memory");
    assertThat(server.bodies()).hasSize(OpenAiModel.ATTEMPTS);
  }

  @Tag("slow")
  @Test
  void sample_serverThatHasEnded_saysSo() throws Exception {
    OpenAiModel model = open();
    server.close();
    assertThatThrownBy(() -> model.sample("x", SAMPLING, StopRule.NONE, 1))
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining("in 5 attempts: the connection is refused (is the server running?)");
  }

  @Test
  void sample_serverThatKnowsNoExtras_isAskedWithoutThem() throws Exception {
    server.completions((exchange, body) -> {
      if (body.contains("logprobs")) {
        FakeServer.json(exchange, 400, "{\"error\":{\"message\":\"unknown field logprobs\"}}");
      } else {
        FakeServer.events(FakeServer.piece("done"), "[DONE]").to(exchange, body);
      }
    });
    OpenAiModel model = open();
    assertThat(model.sample("x", SAMPLING, StopRule.NONE, 1).text()).isEqualTo("done");
    assertThat(model.sample("x", SAMPLING, StopRule.NONE, 1).text()).isEqualTo("done");
    assertThat(server.bodies()).hasSize(3);
  }

  @Test
  void sample_promptTooLong_saysSo() throws Exception {
    server.completions((exchange, body) -> FakeServer.json(
        exchange,
        400,
        "{\"error\":{\"message\":\"maximum context length is 4096 tokens, you sent 5000\"}}"));
    OpenAiModel model = open();
    assertThatThrownBy(() -> model.sample("x", SAMPLING, StopRule.NONE, 1))
        .isInstanceOfSatisfying(
            PromptTooLongException.class, e -> assertThat(e.promptTokens()).isEqualTo(5000));
  }

  @Test
  void sample_errorInTheStream_isReported() throws Exception {
    server.completions(
        FakeServer.events(FakeServer.piece("a"), "{\"error\":{\"message\":\"slot lost\"}}"));
    OpenAiModel model = open();
    assertThatThrownBy(() -> model.sample("x", SAMPLING, StopRule.NONE, 1))
        .isInstanceOf(ModelException.class)
        .hasMessage("the model's server reports: slot lost");
  }

  @Test
  void sample_interrupted_endsAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.completions((exchange, body) -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      asked.countDown();
      Thread.sleep(60_000);
    });
    OpenAiModel model = open();
    AtomicReference<Exception> end = new AtomicReference<>();
    Thread thread = new Thread(() -> {
      try {
        model.sample("x", SAMPLING, StopRule.NONE, 1);
      } catch (ModelException | InterruptedException e) {
        end.set(e);
      }
    });
    thread.start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    thread.interrupt();
    thread.join(20_000);
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void sample_severalThreads_areServedAtOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(4);
    server.completions((exchange, body) -> {
      try {
        together.await(20, TimeUnit.SECONDS);
      } catch (java.util.concurrent.BrokenBarrierException
          | java.util.concurrent.TimeoutException e) {
        throw new java.io.IOException(e);
      }
      FakeServer.events(FakeServer.piece("done"), "[DONE]").to(exchange, body);
    });
    OpenAiModel model = open();
    AtomicInteger answered = new AtomicInteger();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> {
        try {
          model.sample("x", SAMPLING, StopRule.NONE, 1);
          answered.incrementAndGet();
        } catch (ModelException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
      });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join(60_000);
    }
    assertThat(answered).hasValue(4);
  }

  @Test
  void open_key_isSentAndNeverShown() throws Exception {
    server.completions((exchange, body) -> FakeServer.json(exchange, 401, ""));
    OpenAiModel model = OpenAiModel.open(
        server.url() + "#qwen", name -> name.equals("OPENAI_API_KEY") ? "s3cret" : null);
    assertThatThrownBy(() -> model.sample("x", SAMPLING, StopRule.NONE, 1))
        .hasMessageContaining("answers 401; set OPENAI_API_KEY")
        .hasMessageNotContaining("s3cret");
    assertThat(server.keys()).containsOnly("Bearer s3cret");
    assertThat(model.info().toString()).doesNotContain("s3cret");
  }

  @Test
  void open_keyOverPlainHttp_staysHere() throws Exception {
    assertThat(OpenAiAddress.of("http://gpu.example/v1").keepsSecrets()).isFalse();
    assertThat(OpenAiAddress.of("https://gpu.example/v1").keepsSecrets()).isTrue();
  }

  @Test
  void open_model_isTheOneThatIsNamedOrTheOnlyOne() throws Exception {
    assertThat(open().info().contextLength()).isEqualTo(4096);
    assertThat(OpenAiModel.open(server.url(), name -> null).info().id()).isEqualTo("qwen");
    assertThatThrownBy(() -> OpenAiModel.open(server.url() + "#llama", name -> null))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("has no model 'llama'; it has qwen");
    server.models((exchange, body) -> FakeServer.json(exchange, 404, ""));
    assertThat(OpenAiModel.open(server.url() + "#any", name -> null).info().id())
        .isEqualTo("any");
    assertThatThrownBy(() -> OpenAiModel.open(server.url(), name -> null))
        .hasMessageContaining("add #MODEL");
  }

  @Test
  void open_noServer_asksWhetherItRuns() {
    String url = server.url();
    server.close();
    assertThatThrownBy(() -> OpenAiModel.open(url + "#qwen", name -> null))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot reach the model's server at " + url + "; is it running?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8080#m",
        "ftp://host/v1#m",
        "http://",
        "http://me:pw@host/v1#m",
        "http://h/v1?k=v#m"
      })
  void open_wrongAddress_isRefused(String address) {
    assertThatThrownBy(() -> OpenAiModel.open(address, name -> null))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(
            address.contains("@") || address.contains("?")
                ? "OPENAI_API_KEY"
                : "allowed: openai:URL#MODEL");
  }
}
