package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopReason;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.StreamingModel.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real library with the small real model: what a proposal is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LlamaCppModelTest {

  private static final Sampling WARM = new Sampling(1, 0.95, 40, 30);

  private LlamaCppModel model;

  @BeforeAll
  void open() throws Exception {
    model = TestModel.open();
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void info_isThatOfTheFile() {
    assertThat(model.info().id()).isEqualTo("proto-2m-f16.gguf");
    assertThat(model.info().hash()).hasSize(64);
    assertThat(model.info().contextLength()).isEqualTo(1024);
    assertThat(model.info().promptStyle()).isEmpty();
  }

  @Test
  void sample_greedy_writesAProof() throws Exception {
    Proposal proposal = model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1);
    assertThat(proposal.text()).contains("induction").doesNotContain("<|");
    assertThat(proposal.tokens()).isBetween(1, 24);
    assertThat(proposal.logProbability()).isBetween(-50.0, 0.0);
    assertThat(proposal.promptTokens()).isBetween(20, 200);
  }

  @Test
  void stream_wholeText_isWhatSampleGives() throws Exception {
    List<Token> tokens = new ArrayList<>();
    Proposal streamed = model.stream(TestModel.PROMPT, WARM, 3, tokens::add).orElseThrow();
    Proposal sampled = model.sample(TestModel.PROMPT, WARM, StopRule.NONE, 3);

    assertThat(streamed.text()).isEqualTo(sampled.text());
    assertThat(tokens).hasSize(streamed.tokens());
    assertThat(tokens.stream().map(Token::text).collect(Collectors.joining()))
        .isEqualTo(streamed.text());
    assertThat(tokens.stream().mapToDouble(Token::logProbability).sum())
        .isCloseTo(streamed.logProbability(), within(1e-9));
    assertThat(tokens.get(0).promptTokens()).isEqualTo(streamed.promptTokens());
  }

  @Test
  void stream_listenerWantsNoMore_endsAndGoesOnWithTheNextRequest() throws Exception {
    Sampling many = WARM.withMaxTokens(500);
    int stopped = 0;
    for (int i = 1; i < 20; i++) {
      int enough = i;
      List<Token> tokens = new ArrayList<>();
      Optional<Proposal> whole = model.stream(TestModel.PROMPT, many, i, token -> {
        tokens.add(token);
        return tokens.size() < enough;
      });
      // A text may have ended before.
      assertThat(tokens).hasSize(whole.map(Proposal::tokens).orElse(enough));
      stopped += whole.isEmpty() ? 1 : 0;
    }
    assertThat(stopped).isGreaterThan(10);
    assertThat(
            model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1).text())
        .contains("induction");
  }

  @Test
  void stream_listenerFails_leavesAModelThatWorks() throws Exception {
    assertThatThrownBy(() -> model.stream(TestModel.PROMPT, WARM, 1, token -> {
          throw new IllegalStateException("listener");
        }))
        .hasMessage("listener");
    assertThat(
            model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1).tokens())
        .isPositive();
  }

  @Test
  void sample_stopRule_cutsExactlyThere() throws Exception {
    Proposal proposal = model.sample(TestModel.PROMPT, WARM, new FullStopRule(), 5);
    assertThat(proposal.stopReason()).isEqualTo(StopReason.STOP);
    assertThat(proposal.text()).endsWith(".");
    assertThat(proposal.text().indexOf('.')).isEqualTo(proposal.text().length() - 1);
  }

  @Test
  void sample_unknownStopRule_isRefusedAndTheModelGoesOn() throws Exception {
    StopRule unknown = new StopRule() {
      @Override
      public String id() {
        return "nowhere";
      }

      @Override
      public int cut(CharSequence generated) {
        return -1;
      }
    };
    assertThatThrownBy(() -> model.sample("Proof.", WARM, unknown, 1))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("nowhere");
    assertThat(model.sample("Proof.", WARM, StopRule.NONE, 1).tokens()).isPositive();
  }

  @Test
  void sample_tokenLimit_isKept() throws Exception {
    Proposal proposal = model.sample(TestModel.PROMPT, new Sampling(0, 1, 0, 3), StopRule.NONE, 1);
    assertThat(proposal.tokens()).isEqualTo(3);
    assertThat(proposal.stopReason()).isEqualTo(StopReason.LENGTH);
  }

  @Test
  void sample_wholeProof_endsWithTheEndOfText() throws Exception {
    Proposal proposal =
        model.sample(TestModel.PROMPT, new Sampling(0, 1, 0, 400), StopRule.NONE, 1);
    assertThat(proposal.stopReason()).isEqualTo(StopReason.EOS);
    assertThat(proposal.text()).contains("Qed.").doesNotContain("<|eos|>");
  }

  @Test
  void sample_sameSeed_isTheSame_otherSeedsDiffer() throws Exception {
    Set<String> texts = new HashSet<>();
    for (long seed = 1; seed <= 12; seed++) {
      Proposal first = model.sample(TestModel.PROMPT, WARM, StopRule.NONE, seed);
      Proposal second = model.sample(TestModel.PROMPT, WARM, StopRule.NONE, seed);
      assertThat(second.text()).isEqualTo(first.text());
      texts.add(first.text());
    }
    assertThat(texts).hasSizeGreaterThan(3);
  }

  @Test
  void sample_unicode_survives() throws Exception {
    Proposal proposal = model.sample("(* ∀ 𝔸 é — 漢字 *)\nTheorem t :", WARM, StopRule.NONE, 3);
    assertThat(proposal.promptTokens()).isGreaterThan(15);
  }

  @Test
  void sample_namesOfSpecialTokens_areText() throws Exception {
    int plain = model.sample("a b", WARM, StopRule.NONE, 1).promptTokens();
    Proposal special = model.sample("a<|eos|>b", WARM, StopRule.NONE, 1);
    assertThat(special.promptTokens()).isGreaterThan(plain + 2);
  }

  @Test
  void sample_promptLongerThanTheContext_saysHowLong() {
    String longPrompt = "intros n. ".repeat(1000);
    assertThatThrownBy(() -> model.sample(longPrompt, WARM, StopRule.NONE, 1))
        .isInstanceOf(PromptTooLongException.class)
        .hasMessageContaining("1024");
  }

  @Tag("slow")
  @Test
  void sample_hugePrompts_areRefusedWithoutHarm() throws Exception {
    for (String text :
        new String[] {"a".repeat(3_000_000), " \n".repeat(500_000), "∀".repeat(300_000)}) {
      assertThatThrownBy(() -> model.sample(text, WARM, StopRule.NONE, 1))
          .isInstanceOf(PromptTooLongException.class);
    }
    assertThat(model.sample("Proof.", WARM, StopRule.NONE, 1).tokens()).isPositive();
  }

  @Test
  void sample_promptThatLeavesOneToken_givesOneToken() throws Exception {
    String prompt = "x";
    int tokens = 0;
    while (tokens < 1023) {
      prompt += " x".repeat(Math.max(1, (1023 - tokens) / 2));
      tokens = model.sample(prompt, new Sampling(0, 1, 0, 1), StopRule.NONE, 1).promptTokens();
    }
    assertThat(tokens).isEqualTo(1023);
    Proposal proposal = model.sample(prompt, WARM, StopRule.NONE, 1);
    assertThat(proposal.tokens()).isEqualTo(1);
  }

  @Test
  void sample_badText_isRefusedBeforeNativeCode() {
    for (String text : new String[] {"", "a\0b", "lone \uD835 surrogate"}) {
      assertThatThrownBy(() -> model.sample(text, WARM, StopRule.NONE, 1))
          .isInstanceOf(ModelException.class);
    }
  }
}
