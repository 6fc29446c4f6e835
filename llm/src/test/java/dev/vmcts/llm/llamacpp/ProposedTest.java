package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.llm.Sampling;
import dev.vmcts.llm.StopRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProposedTest {

  private static final double[] P = {0.6, 0.3, 0.1};
  private static final Sampling PLAIN = new Sampling(1, 1, 0, 10);

  /** Cuts a text before the first space. */
  private static final StopRule FIRST_WORD = new StopRule() {
    @Override
    public String id() {
      return "first-word";
    }

    @Override
    public int cut(CharSequence generated) {
      return generated.toString().indexOf(' ');
    }
  };

  private final TokenSampler sampler = new TokenSampler();

  @Test
  void take_branchWhoseOtherTokensAreRefused_isSpentWithItsLastOne() {
    Proposed proposed = new Proposed();
    proposed.begin();
    proposed.add(5, 0.5);
    proposed.refuse(0.75);
    assertThat(proposed.refusesPart()).isTrue();
    proposed.add(6, 0.25);
    proposed.end("ab");
    proposed.begin();
    assertThat(proposed.refusesPart()).isFalse();
    double[] masses = {0, 0, 0, 0, 0, 1, 1};
    proposed.take(masses, 2);
    assertThat(masses).containsExactly(0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void texts_ofTwoTokens_areAllDifferentUntilAllAreProposed() {
    for (long seed = 0; seed < 50; seed++) {
      Proposed proposed = new Proposed();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        texts.add(text(proposed, PLAIN, 9 * seed + i, 2));
      }
      assertThat(texts).doesNotHaveDuplicates();
      assertThat(text(proposed, PLAIN, seed, 2)).as("when nothing is left").hasSize(2);
    }
  }

  @Test
  void texts_withTopPAndTopK_areAllDifferent() {
    Proposed proposed = new Proposed();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      texts.add(text(proposed, new Sampling(0.5, 0.7, 2, 10), i, 2));
    }
    assertThat(texts).doesNotHaveDuplicates();
  }

  @Test
  void secondText_followsTheDistributionWithoutTheFirst() {
    int rounds = 20_000;
    int zeroThenOne = 0;
    for (long seed = 0; seed < rounds; seed++) {
      Proposed proposed = new Proposed();
      String first = text(proposed, PLAIN, 2 * seed, 1);
      String second = text(proposed, PLAIN, 2 * seed + 1, 1);
      zeroThenOne += first.equals("0") && second.equals("1") ? 1 : 0;
    }
    assertThat((double) zeroThenOne / rounds).isCloseTo(P[0] * P[1] / (1 - P[0]), within(0.015));
  }

  @Test
  void logProbability_isThatOfTheModel_whateverWasProposed() {
    Proposed proposed = new Proposed();
    for (int i = 0; i < 3; i++) {
      String text = text(proposed, PLAIN, i, 1);
      assertThat(sampler.logProbability())
          .isCloseTo(Math.log(P[Integer.parseInt(text)]), within(1e-6));
    }
  }

  @Test
  void temperatureZero_isGreedyEveryTime() {
    Proposed proposed = new Proposed();
    for (int i = 0; i < 3; i++) {
      assertThat(text(proposed, new Sampling(0, 1, 0, 10), i, 2)).isEqualTo("00");
    }
  }

  @Test
  void has_sameCutBehindOtherText_isKnown() {
    Proposed proposed = new Proposed();
    proposed.begin();
    proposed.add(0, 1);
    proposed.end("auto.");
    assertThat(proposed.has("auto. ", 5, FIRST_WORD)).isTrue();
    assertThat(proposed.has("auto.x", 5, FIRST_WORD)).isFalse();
    assertThat(proposed.has("auto.x ", 6, FIRST_WORD)).isFalse();
    assertThat(proposed.has("aut", 0, FIRST_WORD)).isFalse();
  }

  @Test
  void scopes_tooManyBranches_forgetsTheOldest() {
    Scopes scopes = new Scopes(5);
    Proposed first = scopes.begin("a", true);
    assertThat(scopes.begin("a", true)).isSameAs(first);
    assertThat(scopes.begin("a", false)).isNotSameAs(first);
    assertThat(scopes.begin("", true)).isNotSameAs(scopes.begin("", true));
    for (int token = 0; token < 4; token++) {
      first.add(token, 0.5);
    }
    scopes.begin("b", true);
    assertThat(scopes.begin("a", true)).isNotSameAs(first);
  }

  /** A text of so many tokens, each of which is a digit. */
  private String text(Proposed proposed, Sampling sampling, long seed, int length) {
    proposed.begin();
    sampler.use(sampling, new SplittableRandom(seed), proposed);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      float[] logits = new float[P.length];
      for (int i = 0; i < P.length; i++) {
        logits[i] = (float) Math.log(P[i]);
      }
      text.append(sampler.draw(logits, logits.length, token -> true));
    }
    proposed.end(text.toString());
    return text.toString();
  }
}
