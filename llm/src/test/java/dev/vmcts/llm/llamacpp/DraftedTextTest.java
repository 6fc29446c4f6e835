package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real library with the bundled model: a text is the same with drafts as without. */
@Tag("slow")
final class DraftedTextTest {

  private static final Path MODEL =
      Path.of("../model/vmcts-tiny.gguf").toAbsolutePath().normalize();
  private static final List<String> STATEMENTS = List.of(
      "forall n, n + 0 = n",
      "forall n m, n + m = m + n",
      "forall n m, S n + m = S (n + m)",
      "forall (l : list nat), l ++ nil = l",
      "forall n, n * 0 = 0");

  private static List<String> prompts() {
    return IntStream.range(0, 50)
        .mapToObj(i -> "Require Import Arith List.\nImport ListNotations.\nLemma fact" + i / 5
            + " : " + STATEMENTS.get(i % 5) + ".\nProof.\n")
        .toList();
  }

  private static Message.Sample request(String prompt, Sampling sampling, long seed) {
    return new Message.Sample(1, prompt, sampling, "none", seed);
  }

  private static int same(String a, String b) {
    int at = Arrays.mismatch(a.toCharArray(), b.toCharArray());
    return at < 0 ? a.length() : at;
  }

  private static Stream<DraftChoice> drafts() {
    // The model drafts for itself: nearly all guesses are right.
    return Stream.of(DraftChoice.LOOKUP, DraftChoice.of(MODEL));
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void sample_temperatureZeroOnFiftyPrompts_givesTheSameText(DraftChoice draft) throws Exception {
    InProcessModel plain = new InProcessModel(MODEL, DraftChoice.NONE);
    InProcessModel drafted = new InProcessModel(MODEL, draft);
    int equal = 0;
    int accepted = 0;
    for (String prompt : prompts()) {
      Message.Sample request = request(prompt, new Sampling(0, 1, 0, 24), 1);
      Proposal expected = plain.answer(request);
      Proposal got = drafted.answer(request);
      accepted += got.drafts().accepted();
      if (got.text().equals(expected.text())) {
        equal++;
        assertThat(got.tokens()).isEqualTo(expected.tokens());
        assertThat(got.stopReason()).isEqualTo(expected.stopReason());
        assertThat(Math.abs(got.logProbability() - expected.logProbability())).isLessThan(0.05);
      } else {
        // Batches of several tokens round otherwise: the two next tokens must be as good as equally
        // likely.
        String common = prompt + expected.text().substring(0, same(expected.text(), got.text()));
        assertThat(plain.lead(common)).as(common).isLessThan(BundledModelTest.CLEAR_LEAD);
      }
    }
    assertThat(equal).isGreaterThanOrEqualTo(48);
    assertThat(accepted).isGreaterThan(120);
  }

  @Test
  void open_draftOfAnotherVocabulary_isRefused() {
    LlamaOptions options = LlamaOptions.of(MODEL).withDraft(DraftChoice.of(TestModel.file()));
    assertThatThrownBy(() -> LlamaCppModel.open(options))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("proto-2m-f16.gguf cannot draft for ")
        .hasMessageContaining("its vocabulary is another one (")
        .hasMessageContaining("use a smaller model of the same family, or lookup");
  }

  @Test
  void sample_modelThatDraftsForItself_soonDraftsNothing() throws Exception {
    LlamaOptions options = LlamaOptions.of(MODEL).withDraft(DraftChoice.of(MODEL));
    try (LlamaCppModel model = LlamaCppModel.open(options)) {
      int late = 0;
      int tokens = 0;
      for (int i = 0; i < 40; i++) {
        Proposal proposal =
            model.sample(prompts().get(i), new Sampling(0.7, 1, 0, 24), StopRule.NONE, i);
        assertThat(proposal.drafts().accepted())
            .isLessThanOrEqualTo(proposal.drafts().tokens());
        late += i < 20 ? 0 : proposal.drafts().tokens();
        tokens += i < 20 ? 0 : proposal.tokens();
      }
      // A guess costs what a token costs, so it cannot pay.
      assertThat(late).isLessThan(tokens / 2);
    }
  }

  @Test
  void sample_sameSeed_drawsTheSameTokens() throws Exception {
    InProcessModel plain = new InProcessModel(MODEL, DraftChoice.NONE);
    InProcessModel drafted = new InProcessModel(MODEL, DraftChoice.LOOKUP);
    int equal = 0;
    int tokens = 0;
    int accepted = 0;
    for (int seed = 1; seed <= 60; seed++) {
      // One scope: what was proposed is taken out of the distribution.
      Sampling sampling = new Sampling(0.7, 0.95, 0, 20)
          .withKnownWords(seed % 3 != 0)
          .withScope(seed % 2 == 0 ? "here" : "");
      Message.Sample request = request(prompts().get(seed % 5), sampling, seed);
      Proposal expected = plain.answer(request);
      Proposal got = drafted.answer(request);
      equal += got.text().equals(expected.text()) ? 1 : 0;
      tokens += got.tokens();
      accepted += got.drafts().accepted();
    }
    // A number that falls between two tokens may fall on the other side when a probability is
    // rounded otherwise.
    assertThat(equal).isGreaterThanOrEqualTo(54);
    assertThat(accepted).isBetween(60, tokens);
  }
}
