package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Proposal;
import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Banned words with a real model: those that it says most. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BannedTextTest {

  private static final Sampling HOT = new Sampling(1.5, 1, 0, 40);
  private static final Sampling WARM = new Sampling(0.5, 0.95, 0, 40);

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
  void sample_highTemperature_neverSpellsABannedWord() throws Exception {
    List<String> banned =
        List.of("intros", "reflexivity", "simpl", "auto", "lia", "destruct", "Qed");
    int free = 0;
    for (long seed = 1; seed <= 20; seed++) {
      free += said(TestModel.PROMPT, HOT, seed, banned);
      assertThat(said(TestModel.PROMPT, HOT.withBanned(banned), seed, banned)).isZero();
    }
    assertThat(free).isGreaterThan(20);
  }

  @Test
  void sample_bannedWordsOfSeveralTokens_areTakenBack() throws Exception {
    List<String> banned = List.of("induction n", "rewrite IHn");
    assertThat(said(TestModel.PROMPT, TestModel.GREEDY, 1, banned)).isEqualTo(2);
    Proposal held =
        model.sample(TestModel.PROMPT, TestModel.GREEDY.withBanned(banned), StopRule.NONE, 1);
    assertThat(held.text()).isNotBlank();
    assertThat(held.tokens()).isLessThanOrEqualTo(TestModel.GREEDY.maxTokens());
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(said(TestModel.PROMPT, WARM.withBanned(banned), seed, banned)).isZero();
    }
  }

  @Test
  void sample_namesThatBeginWithABannedWord_stayPossible() throws Exception {
    String free =
        model.sample(TestModel.PROMPT, TestModel.GREEDY, StopRule.NONE, 1).text();
    assertThat(free).contains("induction", "IHn");
    Sampling held = TestModel.GREEDY.withBanned(List.of("IH", "induct", "reflex"));
    assertThat(model.sample(TestModel.PROMPT, held, StopRule.NONE, 1).text()).isEqualTo(free);
  }

  @Test
  void sample_afterTakingBack_theCacheIsWhole() throws Exception {
    Sampling held = TestModel.GREEDY.withBanned(List.of("induction", "simpl", "reflexivity"));
    String first = model.sample(TestModel.PROMPT, held, StopRule.NONE, 1).text();
    assertThat(model.sample(TestModel.PROMPT, held, StopRule.NONE, 1).text()).isEqualTo(first);
    try (LlamaCppModel fresh = TestModel.open()) {
      assertThat(fresh.sample(TestModel.PROMPT, held, StopRule.NONE, 1).text()).isEqualTo(first);
    }
  }

  private int said(String prompt, Sampling sampling, long seed, List<String> words)
      throws Exception {
    String text = model.sample(prompt, sampling, StopRule.NONE, seed).text();
    Pattern any = Pattern.compile(words.stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?<![\\w'])(", ")(?![\\w'])")));
    return (int) any.matcher(text).results().count();
  }
}
