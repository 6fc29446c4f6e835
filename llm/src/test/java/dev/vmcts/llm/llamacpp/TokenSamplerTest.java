package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vmcts.llm.Sampling;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenSamplerTest {

  private static final float[] LOGITS = {1.5f, -0.5f, 0.25f, 3f, 2.75f, -4f, 0f, 1.5f};
  private static final float NONE = Float.NEGATIVE_INFINITY;

  /** The 99.9 % quantile of chi-square with 7 degrees of freedom. */
  private static final double CHI_SQUARE_7 = 24.32;

  @ParameterizedTest
  @CsvSource({"1.0, 11", "0.5, 12", "2.0, 13", "10.0, 14"})
  void draw_manyTimes_followsTheSoftmax(double temperature, long seed) {
    double[] expected = softmax(temperature);
    int[] counts = counts(new Sampling(temperature, 1, 0, 1), seed, 100_000);
    double statistic = IntStream.range(0, LOGITS.length)
        .mapToDouble(i -> Math.pow(counts[i] - 100_000 * expected[i], 2) / (100_000 * expected[i]))
        .sum();
    assertThat(statistic).isLessThan(CHI_SQUARE_7);
  }

  @Test
  void draw_topK_keepsTheLikeliestAndTiesByLowerToken() {
    int[] counts = counts(new Sampling(1, 1, 3, 1), 5, 20_000);
    assertThat(counts[3]).isPositive();
    assertThat(counts[4]).isPositive();
    assertThat(counts[0]).isPositive();
    assertThat(counts[0] + counts[3] + counts[4]).isEqualTo(20_000);
  }

  @Test
  void draw_topP_keepsTheSmallestSufficientSet() {
    double[] p = softmax(1);
    int[] counts = counts(new Sampling(1, p[3] + p[4] - 1e-6, 0, 1), 6, 20_000);
    assertThat(counts[3] + counts[4]).isEqualTo(20_000);
    assertThat(counts[3] / 20_000.0).isCloseTo(p[3] / (p[3] + p[4]), within(0.02));
    int[] wider = counts(new Sampling(1, p[3] + p[4] + 1e-6, 0, 1), 6, 20_000);
    assertThat(wider[0]).isPositive();
    assertThat(wider[7]).isZero();
  }

  @Test
  void draw_topPNearZero_isGreedy() {
    assertThat(counts(new Sampling(1, 1e-9, 0, 1), 7, 100)[3]).isEqualTo(100);
  }

  @Test
  void draw_temperatureZero_isTheLowestOfTheLikeliest() {
    float[] tied = {0, 2, 2, 1};
    assertThat(sampler(new Sampling(0, 1, 0, 1), 1).draw(tied, 4, TokenSamplerTest::any))
        .isEqualTo(1);
  }

  @Test
  void draw_tinyTemperatureAndHugeLogits_staysFinite() {
    float[] huge = {3e38f, -3e38f, 2.9e38f};
    TokenSampler sampler = sampler(new Sampling(1e-300, 0.9, 2, 1), 1);
    assertThat(sampler.draw(huge, 3, TokenSamplerTest::any)).isZero();
    assertThat(sampler.logProbability()).isZero();
  }

  @Test
  void draw_logProbability_isThatOfThePlainSoftmax() {
    TokenSampler sampler = sampler(new Sampling(0, 0.1, 1, 1), 1);
    sampler.draw(LOGITS.clone(), LOGITS.length, TokenSamplerTest::any);
    assertThat(sampler.logProbability()).isCloseTo(Math.log(softmax(1)[3]), within(1e-9));
  }

  @Test
  void draw_impossibleTokens_areNeverDrawn() {
    float[] logits = {NONE, 1, NONE, 1};
    TokenSampler sampler = sampler(new Sampling(10, 1, 3, 1), 3);
    assertThat(IntStream.range(0, 1000)
            .map(i -> sampler.draw(logits, 4, TokenSamplerTest::any))
            .distinct())
        .containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void draw_noDistribution_isRefused() {
    TokenSampler sampler = sampler(new Sampling(1, 1, 0, 1), 3);
    assertThatThrownBy(() -> sampler.draw(new float[] {1, Float.NaN}, 2, TokenSamplerTest::any))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("token 1 is NaN");
    assertThatThrownBy(() -> sampler.draw(new float[] {NONE, NONE}, 2, TokenSamplerTest::any))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void draw_sameSeed_drawsTheSame() {
    assertThat(counts(new Sampling(1, 0.9, 5, 1), 8, 500))
        .isEqualTo(counts(new Sampling(1, 0.9, 5, 1), 8, 500));
  }

  @Test
  void draw_someAllowed_followsTheSoftmaxOfThose() {
    TokenSampler sampler = sampler(new Sampling(1, 1, 0, 1), 21);
    double[] p = softmax(1);
    int fourth = 0;
    for (int i = 0; i < 20_000; i++) {
      int token = sampler.draw(LOGITS.clone(), LOGITS.length, t -> t == 4 || t == 0);
      assertThat(token).isIn(0, 4);
      assertThat(sampler.logProbability()).isCloseTo(Math.log(p[token]), within(1e-6));
      fourth += token == 4 ? 1 : 0;
    }
    assertThat(fourth / 20_000.0).isCloseTo(p[4] / (p[0] + p[4]), within(0.02));
  }

  @Test
  void draw_oneOfManyAllowed_findsIt() {
    float[] logits = new float[100];
    logits[77] = -50;
    assertThat(sampler(new Sampling(1, 0.5, 3, 1), 1).draw(logits, 100, t -> t == 77))
        .isEqualTo(77);
  }

  @Test
  void draw_noneAllowed_drawsAsIfAllWere() {
    float[] logits = LOGITS.clone();
    TokenSampler sampler = sampler(new Sampling(0, 1, 0, 1), 1);
    assertThat(sampler.draw(logits, logits.length, t -> false)).isEqualTo(3);
    assertThat(sampler.logProbability()).isCloseTo(Math.log(softmax(1)[3]), within(1e-6));
  }

  @Test
  void draw_oneLawfulAmongVeryMany_isFoundByOneLook() {
    float[] logits = new float[100_000];
    logits[77_777] = -30;
    int[] asked = new int[1];
    TokenLaw law = law(token -> {
      asked[0]++;
      return token == 77_777;
    });
    TokenSampler sampler = sampler(new Sampling(0.7, 0.95, 0, 1), 1);
    assertThat(sampler.draw(logits, logits.length, law, TokenSamplerTest::any)).isEqualTo(77_777);
    assertThat(asked[0]).isLessThan(100_020);
    assertThat(sampler.logProbability()).isCloseTo(-30 - Math.log(100_000), within(1e-3));
  }

  @Test
  void draw_lawfulTokens_followTheSoftmaxOfThose() {
    TokenSampler sampler = sampler(new Sampling(1, 1, 0, 1), 21);
    double[] p = softmax(1);
    int fourth = 0;
    for (int i = 0; i < 20_000; i++) {
      int token = sampler.draw(
          LOGITS.clone(), LOGITS.length, law(t -> t == 4 || t == 0), TokenSamplerTest::any);
      assertThat(token).isIn(0, 4);
      fourth += token == 4 ? 1 : 0;
    }
    assertThat(fourth / 20_000.0).isCloseTo(p[4] / (p[0] + p[4]), within(0.02));
  }

  @Test
  void draw_lawfulButNotAllowed_isBetterThanUnlawful() {
    TokenSampler sampler = sampler(new Sampling(0, 1, 0, 1), 1);
    assertThat(sampler.draw(LOGITS.clone(), LOGITS.length, law(t -> t == 1), t -> t == 2))
        .isEqualTo(1);
  }

  private static TokenLaw law(IntPredicate lawful) {
    return new TokenLaw() {
      @Override
      public boolean allows(int token) {
        return lawful.test(token);
      }

      @Override
      public boolean mayAllow(int token) {
        return lawful.test(token);
      }
    };
  }

  private static boolean any(int token) {
    return true;
  }

  private static int[] counts(Sampling sampling, long seed, int draws) {
    TokenSampler sampler = sampler(sampling, seed);
    int[] counts = new int[LOGITS.length];
    for (int i = 0; i < draws; i++) {
      counts[sampler.draw(LOGITS.clone(), LOGITS.length, TokenSamplerTest::any)]++;
    }
    return counts;
  }

  private static double[] softmax(double temperature) {
    double[] p = IntStream.range(0, LOGITS.length)
        .mapToDouble(i -> Math.exp(LOGITS[i] / temperature))
        .toArray();
    double sum = IntStream.range(0, p.length).mapToDouble(i -> p[i]).sum();
    return IntStream.range(0, p.length).mapToDouble(i -> p[i] / sum).toArray();
  }

  private static TokenSampler sampler(Sampling sampling, long seed) {
    TokenSampler sampler = new TokenSampler();
    Proposed proposed = new Proposed();
    proposed.begin();
    sampler.use(sampling, new SplittableRandom(seed), proposed);
    return sampler;
  }
}
