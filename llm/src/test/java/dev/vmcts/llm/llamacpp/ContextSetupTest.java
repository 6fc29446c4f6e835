package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.PromptTooLongException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.StopRule;
import dev.vmcts.llm.gguf.GgufFile;
import dev.vmcts.llm.llamacpp.ContextSetup.Rope;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contexts of other lengths and kinds with the real llama.cpp; the small model was trained with 1,024 tokens. */
@Tag("slow")
final class ContextSetupTest {

  private static final LlamaOptions OPTIONS = LlamaOptions.of(TestModel.file());

  /** About 1,600 tokens. */
  private static final String LONG = "Lemma a : 0 + 0 = 0.\nProof. auto. Qed.\n".repeat(70);

  private static Proposal greedy(ContextSetup setup, int size, String prompt) throws Exception {
    try (LlamaCppModel model =
        LlamaCppModel.open(OPTIONS.withContextLength(size).withSetup(setup))) {
      return model.sample(prompt, TestModel.GREEDY, StopRule.NONE, 1);
    }
  }

  @Test
  void tokens_ofAText_areCountedByTheModel() throws Exception {
    try (LlamaCppModel model = LlamaCppModel.open(OPTIONS)) {
      assertThat(model.tokens("")).isZero();
      assertThat(model.tokens(LONG)).isBetween(1000, LONG.length());
      // A prompt has a start token, too.
      assertThat(
              model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1).promptTokens())
          .isBetween(model.tokens(TestModel.PROMPT), model.tokens(TestModel.PROMPT) + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(KvType.class)
  void kv_everyType_writes(KvType type) throws Exception {
    Proposal proposal = greedy(new ContextSetup(type, Rope.MODEL, 1), 1024, TestModel.PROMPT);
    assertThat(proposal.text()).contains("induction n");
  }

  @Test
  void rope_none_changesNothingWhereTheFileScalesNothing() throws Exception {
    assertThat(greedy(new ContextSetup(KvType.F16, Rope.NONE, 1), 1024, TestModel.PROMPT))
        .isEqualTo(greedy(ContextSetup.DEFAULT, 1024, TestModel.PROMPT));
  }

  @ParameterizedTest
  @CsvSource({"LINEAR", "YARN"})
  void rope_scaled_readsMoreThanTheModelWasTrainedWith(Rope rope) throws Exception {
    assertThatThrownBy(() -> greedy(ContextSetup.DEFAULT, 1024, LONG))
        .isInstanceOf(PromptTooLongException.class);
    Proposal proposal = greedy(new ContextSetup(KvType.F16, rope, 4), 4096, LONG);
    assertThat(proposal.promptTokens()).isBetween(1025, 4000);
    assertThat(proposal.tokens()).isPositive();
    assertThat(greedy(new ContextSetup(KvType.F16, rope, 4), 1024, TestModel.PROMPT)
            .logProbability())
        .isNotEqualTo(greedy(ContextSetup.DEFAULT, 1024, TestModel.PROMPT).logProbability());
  }

  @Test
  void size_beyondWhatTheScaleAllows_isRefused() {
    assertThatThrownBy(() -> greedy(new ContextSetup(KvType.F16, Rope.YARN, 2), 2049, "a"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "context length is 2049; allowed: 16 to 2048, what the model was trained with times rope scale");
  }

  @ParameterizedTest
  @CsvSource({"MODEL, 2", "NONE, 2", "LINEAR, 0.5", "YARN, 2000", "YARN, NaN"})
  void scale_thatMeansNothing_isRefused(Rope rope, double scale) {
    assertThatThrownBy(() -> new ContextSetup(KvType.F16, rope, scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rope scale is ");
  }

  @Test
  void kv_headsThatDoNotFit_areRefused() {
    Path bundled = Path.of("../model/vmcts-tiny.gguf");
    assertThatThrownBy(() -> LlamaCppModel.open(
            LlamaOptions.of(bundled).withSetup(new ContextSetup(KvType.Q8_0, Rope.MODEL, 1))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("have 48 numbers; allowed: f16");
  }

  @Test
  void memory_ofAModel_isComputedFromItsHeader() throws Exception {
    GgufFile header = GgufFile.read(TestModel.file());
    MemoryNeed need = MemoryNeed.of(header, KvType.F16);
    // 4 layers, 6 heads of 32 numbers, keys and values of 2 bytes.
    assertThat(need.perToken()).isEqualTo(3072);
    assertThat(need.bytes(1000)).isEqualTo(header.bytes() + 3_072_000);
    assertThat(MemoryNeed.of(header, KvType.Q8_0).perToken()).isEqualTo(1632);
    assertThat(MemoryNeed.of(header, KvType.Q4_0).perToken()).isEqualTo(864);
    assertThat(MemoryNeed.free().orElse(1)).isPositive();
  }

  @Test
  void memory_thatWillNotDo_isRefusedWithTheFigures() throws Exception {
    MemoryNeed need = new MemoryNeed(100L << 20, 1 << 20);
    Path file = Path.of("m.gguf");
    need.check(file, 1000, KvType.F16, OptionalLong.of(1100L << 20));
    need.check(file, 1000, KvType.F16, OptionalLong.empty());
    assertThatThrownBy(() -> need.check(file, 8192, KvType.F16, OptionalLong.of(4196L << 20)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model file m.gguf needs 8292 MiB of memory: 100 MiB of weights and 8192 MiB of keys and values (f16)"
                + " for a cache of 8192 tokens; free are 4196 MiB;"
                + " use --context-size 2048 or less, or --kv-type q8_0 or q4_0");
    assertThatThrownBy(() -> need.check(file, 100, KvType.F16, OptionalLong.of(50L << 20)))
        .hasMessageEndingWith("use a smaller model");
  }
}
