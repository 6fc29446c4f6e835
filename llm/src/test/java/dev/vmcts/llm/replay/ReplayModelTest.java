package dev.vmcts.llm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.text.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayModelTest {

  private static final String HEADER =
      "{\"event\":\"header\",\"version\":\"1.0\",\"model\":{\"contextLength\":512},\"promptStyle\":\"plain\"}\n";
  private static final Sampling SAMPLING = new Sampling(1, 1, 0, 100);

  @TempDir
  Path folder;

  @Test
  void sample_recordedPromptAndSeed_isTheRecordedProposal() throws Exception {
    try (ReplayModel model =
        read(HEADER + line("p1", 7, "auto.", 3, "STOP") + line("p1", 8, "lia.", 2, "STOP"))) {
      assertThat(model.sample("p1", SAMPLING, StopRule.NONE, 7))
          .isEqualTo(new Proposal("auto.", 3, -0.5, StopReason.STOP, 10, 4));
      assertThat(model.sample("p1", SAMPLING, StopRule.NONE, 8).text()).isEqualTo("lia.");
      assertThat(model.info().contextLength()).isEqualTo(512);
      assertThat(model.info().promptStyle()).isEqualTo("plain");
    }
  }

  @Test
  void sample_unknownKey_saysWhatToDo() throws Exception {
    try (ReplayModel model = read(HEADER + line("p1", 7, "auto.", 3, "STOP"))) {
      assertThatThrownBy(() -> model.sample("p2", SAMPLING, StopRule.NONE, 7))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("no proposal for this prompt with seed 7");
    }
  }

  @Test
  void sample_recordedAsTooLong_isTooLongAgain() throws Exception {
    try (ReplayModel model = read(HEADER + line("p1", 7, "", 0, "LENGTH"))) {
      assertThatThrownBy(() -> model.sample("p1", SAMPLING, StopRule.NONE, 7))
          .isInstanceOf(PromptTooLongException.class);
    }
  }

  @Test
  void read_noTraceOrNoProposals_saysSo() {
    assertThatThrownBy(() -> read("hello\n")).isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> read(HEADER))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no proposals");
    assertThatThrownBy(() -> read(HEADER + line("p1", 7, "", 0, "WHY")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("malformed");
  }

  private ReplayModel read(String content) throws Exception {
    return ReplayModel.read(Files.writeString(folder.resolve("trace.jsonl"), content));
  }

  private static String line(String prompt, long seed, String text, int tokens, String reason) {
    return "{\"event\":\"propose\",\"source\":\"model\",\"promptSha256\":\""
        + Sha256.of(prompt) + "\",\"seed\":"
        + seed + ",\"text\":\"" + text + "\",\"tokens\":" + tokens
        + ",\"logProbability\":-0.5,\"stopReason\":\""
        + reason + "\",\"promptTokens\":10,\"reusedTokens\":4}\n";
  }
}
