package dev.vmcts.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Prompt.Role;
import dev.vmcts.llm.Prompt.Turn;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.llamacpp.FullStopRule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to a server that has {@code /chat/completions}. */
class OpenAiChatTest {

  private static final Sampling SAMPLING = new Sampling(0.7, 0.95, 20, 64);
  private static final List<Turn> TURNS =
      List.of(new Turn(Role.SYSTEM, "Be right."), new Turn(Role.USER, "Go on."));
  private static final Prompt CONTINUING = new Prompt(TURNS, "```coq\nProof.\n", "Proof.\n");
  private static final Prompt ASKING = new Prompt(TURNS, "```coq\n", "Proof.\n");

  private FakeServer server;

  OpenAiChatTest() throws Exception {
    server = new FakeServer();
  }

  @BeforeEach
  void oneModel() {
    server.models(
        (exchange, body) -> FakeServer.json(exchange, 200, "{\"data\":[{\"id\":\"qwen\"}]}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private OpenAiModel open() throws Exception {
    return OpenAiModel.open(server.url() + "#qwen", name -> null);
  }

  @Test
  void sample_fileInTheAnswer_isSentToBeGoneOnWith() throws Exception {
    server.chat(FakeServer.events(
        "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}",
        FakeServer.delta("auto"),
        FakeServer.delta(". Qed."),
        "[DONE]"));
    Proposal proposal = open().sample(CONTINUING, SAMPLING, new FullStopRule(), 5);

    assertThat(proposal.text()).isEqualTo("auto.");
    assertThat(proposal.stopReason()).isEqualTo(StopReason.STOP);
    assertThat(server.bodies().get(0))
        .contains("\"messages\":[{\"role\":\"system\",\"content\":\"Be right.\"},"
            + "{\"role\":\"user\",\"content\":\"Go on.\"},"
            + "{\"role\":\"assistant\",\"content\":\"```coq\\nProof.\\n\"}]")
        .contains("\"continue_final_message\":true", "\"add_generation_prompt\":false")
        .contains("\"logprobs\":true", "\"stream\":true", "\"seed\":5", "\"max_tokens\":64")
        .doesNotContain("\"prompt\"");
  }

  @Test
  void sample_fileInTheQuestion_isAnsweredInACodeBlock() throws Exception {
    server.chat(FakeServer.events(
        FakeServer.delta("Here it is.\\n\\n```co"),
        FakeServer.delta("q\\nauto."),
        FakeServer.delta("\\n```\\nIt ends the proof."),
        "[DONE]"));
    Proposal proposal = open().sample(ASKING, SAMPLING, StopRule.NONE, 5);

    assertThat(proposal.text()).isEqualTo("auto.\n");
    assertThat(proposal.stopReason()).isEqualTo(StopReason.EOS);
    assertThat(server.bodies().get(0)).doesNotContain("assistant", "continue_final_message");
  }

  @Test
  void sample_answerWithoutABlock_isCodeInTheEnd() throws Exception {
    server.chat(FakeServer.events(FakeServer.delta("auto. Qed."), "[DONE]"));
    assertThat(open().sample(ASKING, SAMPLING, new FullStopRule(), 5).text()).isEqualTo("auto.");
  }

  @Test
  void sample_logProbabilitiesAndUsage_areTheServers() throws Exception {
    server.chat(FakeServer.events(
        "{\"choices\":[{\"delta\":{\"content\":\"a b\"},\"logprobs\":{\"content\":"
            + "[{\"token\":\"a\",\"logprob\":-0.5},{\"token\":\" b\",\"logprob\":-0.25}]}}]}",
        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}",
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}",
        "[DONE]"));
    Proposal proposal = open().sample(CONTINUING, SAMPLING, StopRule.NONE, 1);
    assertThat(proposal.logProbability()).isCloseTo(-0.75, within(1e-12));
    assertThat(proposal)
        .isEqualTo(new Proposal("a b", 2, proposal.logProbability(), StopReason.LENGTH, 7, 0));
  }

  @Test
  void sample_serverThatRefusesFields_isAskedWithoutThoseItNames() throws Exception {
    server.chat((exchange, body) -> {
      if (body.contains("continue_final_message")) {
        FakeServer.json(
            exchange, 400, "{\"error\":{\"message\":\"unknown: continue_final_message\"}}");
      } else if (body.contains("\"max_tokens\"")) {
        FakeServer.json(
            exchange, 400, "{\"error\":{\"message\":\"use max_completion_tokens instead\"}}");
      } else {
        FakeServer.events(FakeServer.delta("done"), "[DONE]").to(exchange, body);
      }
    });
    OpenAiModel model = open();
    assertThat(model.sample(CONTINUING, SAMPLING, StopRule.NONE, 1).text()).isEqualTo("done");
    assertThat(model.sample(CONTINUING, SAMPLING, StopRule.NONE, 1).text()).isEqualTo("done");
    assertThat(server.bodies()).hasSize(4);
    assertThat(server.bodies().get(3))
        .contains("\"logprobs\":true", "\"max_completion_tokens\":64");
  }

  @Test
  void sample_serverThatRefusesEverything_isNotAskedForEver() throws Exception {
    server.chat((exchange, body) ->
        FakeServer.json(exchange, 400, "{\"error\":{\"message\":\"no system role\"}}"));
    OpenAiModel model = open();
    assertThatThrownBy(() -> model.sample(CONTINUING, SAMPLING, StopRule.NONE, 1))
        .isInstanceOf(ModelException.class)
        .hasMessage("the server at " + server.url() + " answers 400: no system role");
    assertThat(server.bodies()).hasSize(3);
  }

  @Test
  void sample_endpointThatIsMissing_saysWhichStyleNeedsNone() throws Exception {
    OpenAiModel model = open();
    assertThatThrownBy(() -> model.sample(CONTINUING, SAMPLING, StopRule.NONE, 1))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(
            "answers 404; the URL should end before /chat/completions, such as"
                + " http://localhost:8080/v1; where a server has no /chat/completions: --prompt-style base");
    assertThatThrownBy(() -> model.sample("x", SAMPLING, StopRule.NONE, 1))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(
            "the URL should end before /completions, such as http://localhost:8080/v1; where a server"
                + " has /chat/completions only: --prompt-style instruct or ask");
  }
}
