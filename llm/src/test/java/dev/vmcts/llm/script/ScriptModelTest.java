package dev.vmcts.llm.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Prompt;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptModelTest {

  private static final Sampling SAMPLING = new Sampling(1, 1, 0, 100);

  @TempDir
  Path folder;

  @Test
  void sample_lines_areGivenInOrderThenEndOfText() throws Exception {
    try (ScriptModel model = read("# steps\nintros n.\n\nauto.\n")) {
      assertThat(sample(model).text()).isEqualTo("intros n.");
      assertThat(sample(model)).isEqualTo(new Proposal("auto.", 2, 0, StopReason.STOP, 0, 0));
      assertThat(sample(model)).isEqualTo(new Proposal("", 0, 0, StopReason.EOS, 0, 0));
      assertThat(sample(model).stopReason()).isEqualTo(StopReason.EOS);
    }
  }

  @Test
  void sample_jsonList_mayHoldLineBreaks() throws Exception {
    try (ScriptModel model = read("[\"Proof.\\n  auto.\", \"Qed.\"]")) {
      assertThat(sample(model).text()).isEqualTo("Proof.\n  auto.");
      assertThat(sample(model).text()).isEqualTo("Qed.");
    }
  }

  @Test
  void read_malformed_saysWhere() {
    assertThatThrownBy(() -> read("[\"a\",\n 3]"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("element 1 is 3");
    assertThatThrownBy(() -> read("[\"a\",\n"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no JSON list");
    assertThatThrownBy(() -> ScriptModel.read(folder.resolve("none")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("does not exist");
  }

  private ScriptModel read(String content) throws Exception {
    return ScriptModel.read(Files.writeString(folder.resolve("steps"), content));
  }

  private static Proposal sample(ScriptModel model) {
    return model.sample(Prompt.of("prompt"), SAMPLING, StopRule.NONE, 1);
  }
}
