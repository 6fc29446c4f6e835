package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.Drafts;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How many guessed tokens are computed, on a clock that batches advance. */
class DraftingTest {

  private static final int[] GRADES = {2, 2, 2, 2, 2, 2, 2, 2};

  /** Guesses eight tokens that are 1, whatever the text. */
  private static final Drafter ONES = new Drafter() {
    @Override
    public Guess guess(int[] tokens, int length, int most) {
      return new Guess(new int[] {1, 1, 1, 1, 1, 1, 1, 1}, GRADES);
    }

    @Override
    public void ended(int[] tokens, int promptLength, int length) {
      // It learns nothing.
    }
  };

  private final SplittableRandom random = new SplittableRandom(1);
  private final Slot slot = new Slot(new FakeWriting(1, "", 1, 1, 1_000_000));
  private long now;
  private Drafting drafting = new Drafting(ONES, () -> now);
  private double plain;
  private double took;

  /**
   * Computes batches.
   *
   * @param share the share of a guess that is right
   * @param perToken seconds a token, besides one a batch
   * @return drafted tokens of a batch, on average
   */
  private double run(int batches, double share, double perToken) {
    return run(batches, share, tokens -> 1 + perToken * tokens);
  }

  private double run(int batches, double share, IntToDoubleFunction cost) {
    long drafted = 0;
    for (int i = 0; i < batches; i++) {
      drafting.begin(1);
      drafting.guess(slot, 100);
      int count = slot.draft().count();
      drafted += count;
      drafting.planned();
      double seconds = cost.applyAsDouble(1 + count);
      now += (long) (seconds * 1e9);
      drafting.computed(1 + count);
      slot.draft().computed();
      int drawn = 0;
      boolean accepted;
      do {
        drawn++;
        accepted = slot.draft().accepts(random.nextDouble() < share ? 1 : 2, drafting);
      } while (accepted);
      slot.draft().save(drafting.saved(drawn));
      plain += drawn * cost.applyAsDouble(1);
      took += seconds;
    }
    return (double) drafted / batches;
  }

  @Test
  void guess_rightAndCheap_draftsAll() {
    run(200, 0.95, 0.1);
    assertThat(run(500, 0.95, 0.1)).isGreaterThan(6);
    assertThat(plain / took).isGreaterThan(2.5);
  }

  @Test
  void guess_halfRight_draftsFew() {
    run(200, 0.5, 0.3);
    assertThat(run(500, 0.5, 0.3)).isBetween(0.5, 2.5);
    assertThat(plain / took).isGreaterThan(1);
  }

  @Test
  void guess_wrong_draftsNothingAndCostsNextToNothing() {
    run(200, 0.02, 0.3);
    assertThat(run(500, 0.02, 0.3)).isZero();
    assertThat(plain / took).isGreaterThan(0.95);
  }

  @Test
  void guess_tokensAsDearAsBatches_draftsNextToNothing() {
    run(200, 0.6, 100);
    assertThat(run(2000, 0.6, 100)).isLessThan(0.1);
    assertThat(plain / took).isGreaterThan(0.93);
  }

  @Test
  void guess_rightOnlyLater_draftsThen() {
    run(500, 0, 0.1);
    assertThat(run(100, 0, 0.1)).isZero();
    run(100, 0.95, 0.1);
    assertThat(run(100, 0.95, 0.1)).isGreaterThan(4);
  }

  @Test
  void saved_isWhatPlainBatchesWouldHaveTaken() {
    run(2000, 0.9, 0.2);
    Drafts sum = slot.draft().sum();
    assertThat(sum.savedSeconds()).isBetween(0.95 * (plain - took), 1.05 * (plain - took));
    assertThat(sum.accepted()).isBetween(1, sum.tokens());
  }

  /** The same guesses, each of which takes a part of what a batch takes. */
  private final class Dear implements Drafter {
    private final long nanosPerToken;

    private Dear(double seconds) {
      nanosPerToken = (long) (seconds * 1e9);
    }

    @Override
    public boolean isFree() {
      return false;
    }

    @Override
    public Guess guess(int[] tokens, int length, int most) {
      int count = Math.min(most, GRADES.length);
      now += count * nanosPerToken;
      took += count * nanosPerToken / 1e9;
      int[] ones = Arrays.copyOf(new int[] {1, 1, 1, 1, 1, 1, 1, 1}, count);
      return new Guess(ones, Arrays.copyOf(GRADES, count));
    }

    @Override
    public void ended(int[] tokens, int promptLength, int length) {
      // It learns nothing.
    }
  }

  @Test
  void guess_takesLittleTime_isAskedFor() {
    drafting = new Drafting(new Dear(0.1), () -> now);
    run(200, 0.9, 0.1);
    assertThat(run(500, 0.9, 0.1)).isGreaterThan(4);
    assertThat(plain / took).isGreaterThan(2);
  }

  @Test
  void guess_takesAsLongAsABatch_isHardlyEverAskedFor() {
    drafting = new Drafting(new Dear(1.1), () -> now);
    run(200, 0.9, 0.1);
    assertThat(run(5000, 0.9, 0.1)).isLessThan(0.2);
    assertThat(plain / took).isGreaterThan(0.95);
  }

  /** As llama.cpp's own library is on a processor: two tokens take what two batches take, each further one little. */
  private static double processor(int tokens) {
    return tokens == 1 ? 1 : 1.4 + 0.3 * tokens;
  }

  @Test
  void guess_severalTokensAreComputedInAnotherWay_seesThatOneTokenIsCheaper() {
    drafting = new Drafting(new Dear(0.08), () -> now);
    run(500, 0.6, DraftingTest::processor);
    plain = 0;
    took = 0;
    assertThat(run(5000, 0.6, DraftingTest::processor)).isLessThan(0.3);
    assertThat(plain / took).isGreaterThan(0.95);
  }

  @Test
  void guess_severalTokensAreComputedInAnotherWay_paysWhereItIsMostlyRight() {
    drafting = new Drafting(new Dear(0.08), () -> now);
    run(500, 0.95, DraftingTest::processor);
    assertThat(run(5000, 0.95, DraftingTest::processor)).isGreaterThan(6);
    assertThat(plain / took).isGreaterThan(1.2);
  }

  @Test
  void guess_paysOnlyLater_isComputedThen() {
    run(500, 0.6, DraftingTest::processor);
    assertThat(run(1000, 0.6, DraftingTest::processor)).isLessThan(0.3);
    run(1000, 0.6, 0.05);
    assertThat(run(1000, 0.6, 0.05)).isGreaterThan(1);
  }

  @Test
  void guess_noRoom_comparesOnly() {
    drafting.begin(1);
    drafting.guess(slot, -3);
    assertThat(slot.draft().count()).isZero();
    assertThat(slot.draft().accepts(1, drafting)).isFalse();
  }

  @Test
  void guess_othersAreRead_draftsNothing() {
    run(100, 1, 0.1);
    drafting.begin(0);
    drafting.guess(slot, 100);
    assertThat(slot.draft().count()).isZero();
    assertThat(drafting.saved(1)).isZero();
  }
}
