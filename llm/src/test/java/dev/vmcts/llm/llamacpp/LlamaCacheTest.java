package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real library with the small real model: which tokens are computed, and that it makes no difference to the text. */
@Tag("slow")
class LlamaCacheTest {

  private static final Sampling ONE = new Sampling(0, 1, 0, 1);
  private static final String LONG = "Lemma plus : forall n m, n + m = m + n.\n".repeat(24);

  @Test
  void sample_secondTime_computesOneToken() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      Proposal first = model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1);
      Proposal second = model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1);
      assertThat(first.reusedTokens()).isZero();
      assertThat(second.reusedTokens()).isEqualTo(first.promptTokens() - 1);
      assertThat(second.text()).isEqualTo(first.text()).isNotBlank();
    }
  }

  @Test
  void sample_eightBranchesOfALongPrefix_computeThePrefixOnce() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      Proposal prefix = model.sample(LONG, ONE, StopRule.NONE, 1);
      assertThat(prefix.promptTokens()).isGreaterThan(400);
      int computed = 0;
      for (int branch = 0; branch < 8; branch++) {
        Proposal p = model.sample(LONG + "Lemma b" + branch + " :", ONE, StopRule.NONE, 1);
        computed += p.promptTokens() - p.reusedTokens();
      }
      assertThat(computed).isLessThan(8 * 10);
    }
  }

  @Test
  void sample_stepThatTheModelWrote_isNotComputedAgain() throws Exception {
    try (LlamaCppModel model = TestModel.open()) {
      Proposal step = model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1);
      Proposal next = model.sample(TestModel.PROMPT + step.text(), ONE, StopRule.NONE, 1);
      assertThat(next.promptTokens() - next.reusedTokens()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void sample_greedy_isTheSameWithAndWithoutReuse() throws Exception {
    LlamaOptions options = LlamaOptions.of(TestModel.file());
    List<String> prompts = prompts(20);
    try (LlamaCppModel reusing = LlamaCppModel.open(options);
        LlamaCppModel single = LlamaCppModel.open(options.withCache(0, 1))) {
      for (String prompt : prompts) {
        // Another text in between leaves the single sequence nothing to reuse.
        single.sample("Check 1.", ONE, StopRule.NONE, 1);
        Proposal fresh = single.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1);
        Proposal reused = reusing.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1);
        assertThat(fresh.reusedTokens()).isLessThanOrEqualTo(1);
        assertThat(reused.text()).isEqualTo(fresh.text());
        assertThat(reused.logProbability()).isCloseTo(fresh.logProbability(), within(0.05));
      }
    }
  }

  @Test
  void sample_cacheOfOneContext_evictsAndNeverFails() throws Exception {
    LlamaOptions small = LlamaOptions.of(TestModel.file())
        .withContextLength(128)
        .withCache(128, 8)
        .withBatch(64);
    SplittableRandom random = new SplittableRandom(9);
    try (LlamaCppModel model = LlamaCppModel.open(small);
        LlamaCppModel roomy = LlamaCppModel.open(small.withCache(4096, 1))) {
      for (int i = 0; i < 60; i++) {
        String prompt =
            "Lemma l" + random.nextInt(6) + " : " + "n + ".repeat(random.nextInt(40)) + "n =";
        Proposal tight = model.sample(prompt, new Sampling(0, 1, 0, 40), StopRule.NONE, i);
        Proposal free = roomy.sample(prompt, new Sampling(0, 1, 0, 40), StopRule.NONE, i);
        assertThat(tight.text()).isEqualTo(free.text());
      }
    }
  }

  private static List<String> prompts(int count) {
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      prompts.add(TestModel.PROMPT
          + (i % 3 == 0 ? " n." : ".\n  induction n")
          + (i % 2 == 0 ? "" : "; simpl."));
      prompts.add(
          LONG.substring(0, 40 * (1 + i % 10)) + "Lemma q" + i + " : forall n, n + " + i + " =");
    }
    return prompts;
  }
}
