package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopRule;
import org.junit.jupiter.api.Test;

class LlamaCppModelTest {

  @Test
  void sample_secondTime_decodesOneToken() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      Proposal first = model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1);
      Proposal second = model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1);
      assertThat(first.reusedTokens()).isZero();
      assertThat(second.reusedTokens()).isEqualTo(first.promptTokens() - 1);
      assertThat(second.text()).isEqualTo(first.text()).isNotBlank();
    }
  }
}
