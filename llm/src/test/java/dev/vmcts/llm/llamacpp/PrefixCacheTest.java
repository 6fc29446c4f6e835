package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixCacheTest {

  /** A cache of keys and values that remembers which tokens stand where. */
  private static final class Fake implements PrefixCache.Cells {
    private final List<List<Integer>> sequences = new ArrayList<>();

    Fake(int count) {
      for (int i = 0; i < count; i++) {
        sequences.add(new ArrayList<>());
      }
    }

    @Override
    public void share(int from, int to, int length) {
      assertThat(sequences.get(to)).isEmpty();
      sequences.get(to).addAll(sequences.get(from).subList(0, length));
    }

    @Override
    public void truncate(int sequence, int length) {
      sequences.get(sequence).subList(length, sequences.get(sequence).size()).clear();
    }
  }

  private final Fake cells = new Fake(3);
  private final PrefixCache cache = new PrefixCache(cells, 3, Long.MAX_VALUE);

  @Test
  void claim_samePromptAgain_leavesOnlyTheLastToken() {
    assertThat(computed(cache, cells, 1, 2, 3)).isEqualTo(3);
    assertThat(computed(cache, cells, 1, 2, 3)).isEqualTo(1);
  }

  @Test
  void claim_samePromptAgain_dropsWhatWasWrittenAfterIt() {
    PrefixCache.Row row = filled(1, 2, 3, 4);
    append(row, 5, 6);
    cache.release(row);
    assertThat(cache.claim(new int[] {1, 2, 3, 4})).contains(row);
    assertThat(cells.sequences.get(row.sequence())).containsExactly(1, 2, 3);
    assertThat(cache.resident(new int[] {1, 2, 3, 4, 5, 6, 7})).isEqualTo(3);
  }

  @Test
  void claim_promptThatAnotherWentOnFrom_dropsNothing() {
    PrefixCache.Row row = filled(1, 2, 3);
    append(row, 4);
    cache.release(row);
    computed(cache, cells, 1, 2, 3, 4, 5);
    computed(cache, cells, 1, 2, 3);
    assertThat(cache.resident(new int[] {1, 2, 3, 4, 5, 6})).isEqualTo(5);
  }

  @Test
  void claim_branch_sharesTheCommonPrefix() {
    computed(cache, cells, 1, 2, 3, 4);
    assertThat(computed(cache, cells, 1, 2, 9, 9)).isEqualTo(2);
    assertThat(computed(cache, cells, 1, 2, 3, 4, 5)).isEqualTo(1);
  }

  @Test
  void claim_moreBranchesThanRows_evictsTheLeastRecentOne() {
    computed(cache, cells, 1, 1, 1);
    computed(cache, cells, 2, 2, 2);
    computed(cache, cells, 3, 3, 3);
    computed(cache, cells, 1, 1, 1, 1);
    computed(cache, cells, 4, 4, 4);
    assertThat(computed(cache, cells, 1, 1, 1, 1, 1)).isEqualTo(1);
    assertThat(computed(cache, cells, 2, 2, 2)).isEqualTo(3);
  }

  @Test
  void evict_nothingElseResident_saysSo() {
    PrefixCache.Row row = cache.claim(new int[] {1, 2}).orElseThrow();
    row.append(1);
    assertThat(cache.evict()).isFalse();
  }

  @Test
  void claim_rowOfAnother_sharesIt() {
    PrefixCache.Row first = filled(1, 2, 3, 4);
    PrefixCache.Row second = filled(1, 2, 3, 4, 5);
    assertThat(second.sequence()).isNotEqualTo(first.sequence());
    assertThat(cache.resident(new int[] {1, 2, 3, 4, 5, 6})).isEqualTo(5);
    assertThat(cells.sequences.get(first.sequence())).containsExactly(1, 2, 3, 4);
  }

  @Test
  void claim_allRowsClaimed_isEmptyUntilOneIsReleased() {
    PrefixCache.Row first = filled(1, 1);
    filled(2, 2);
    filled(3, 3);
    assertThat(cache.claim(new int[] {4, 4})).isEmpty();
    assertThat(cache.claim(new int[] {1, 1, 1})).isEmpty();
    cache.release(first);
    assertThat(cache.claim(new int[] {4, 4})).contains(first);
  }

  @Test
  void evict_claimedRows_areKept() {
    filled(1, 1);
    cache.release(filled(2, 2));
    assertThat(cache.evict()).isTrue();
    assertThat(cache.evict()).isFalse();
    assertThat(cache.resident(new int[] {1, 1, 1})).isEqualTo(2);
  }

  @Test
  void drew_rowThatNobodyUses_losesWhatWasWrittenAndThenItsPrompt() {
    PrefixCache impatient = new PrefixCache(cells, 3, 4);
    PrefixCache.Row row = impatient.claim(new int[] {1, 2, 3}).orElseThrow();
    append(row, 1, 2, 3, 4, 5);
    impatient.release(row);
    int[] next = {1, 2, 3, 4, 5, 6};
    draw(impatient, 1);
    assertThat(impatient.resident(next)).isEqualTo(5);
    draw(impatient, 1);
    assertThat(impatient.resident(next)).isEqualTo(3);
    draw(impatient, 22);
    assertThat(impatient.resident(next)).isEqualTo(3);
    draw(impatient, 1);
    assertThat(impatient.resident(next)).isZero();
    assertThat(cells.sequences).allMatch(List::isEmpty);
  }

  @Test
  void drew_rowThatIsUsed_keepsWhatOthersShareWithIt() {
    PrefixCache impatient = new PrefixCache(cells, 3, 1);
    computed(impatient, cells, 1, 2, 3);
    draw(impatient, 9);
    computed(impatient, cells, 1, 2, 4);
    draw(impatient, 9);
    computed(impatient, cells, 1, 2, 4, 5);
    draw(impatient, 1);
    // The row of 3 was last used when that of 4 began, and goes; it shared more than the others
    // have.
    assertThat(impatient.resident(new int[] {1, 2, 3, 3})).isEqualTo(2);
    assertThat(impatient.resident(new int[] {1, 2, 4, 5, 6})).isEqualTo(4);
  }

  @Test
  void drew_claimedRow_isKeptAndItsTimeBeginsWhenItIsReleased() {
    PrefixCache impatient = new PrefixCache(cells, 3, 1);
    PrefixCache.Row row = impatient.claim(new int[] {1, 2}).orElseThrow();
    append(row, 1, 2);
    draw(impatient, 50);
    impatient.release(row);
    draw(impatient, 9);
    assertThat(impatient.resident(new int[] {1, 2, 3})).isEqualTo(2);
    draw(impatient, 1);
    assertThat(impatient.resident(new int[] {1, 2, 3})).isZero();
  }

  private void append(PrefixCache.Row row, int... tokens) {
    for (int token : tokens) {
      row.append(token);
      cells.sequences.get(row.sequence()).add(token);
    }
  }

  private static void draw(PrefixCache cache, int tokens) {
    for (int i = 0; i < tokens; i++) {
      cache.drew();
    }
  }

  private PrefixCache.Row filled(int... prompt) {
    PrefixCache.Row row = cache.claim(prompt).orElseThrow();
    for (int i = row.length(); i < prompt.length; i++) {
      row.append(prompt[i]);
      cells.sequences.get(row.sequence()).add(prompt[i]);
    }
    return row;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void claim_randomPrompts_neverDisagreesWithTheCells(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 1 + (int) (seed % 4);
    Fake fake = new Fake(rows);
    PrefixCache tested = new PrefixCache(fake, rows, Long.MAX_VALUE);
    for (int i = 0; i < 2000; i++) {
      computed(tested, fake, random.ints(1 + random.nextInt(8), 0, 2).toArray());
    }
  }

  /** Claims a row, checks that it is a prefix, computes the rest; returns how many tokens that were. */
  private static int computed(PrefixCache cache, Fake cells, int... prompt) {
    PrefixCache.Row row = cache.claim(prompt).orElseThrow();
    List<Integer> tokens = cells.sequences.get(row.sequence());
    List<Integer> wanted = Arrays.stream(prompt).boxed().toList();
    assertThat(tokens).isEqualTo(wanted.subList(0, row.length()));
    assertThat(row.length()).isLessThan(prompt.length);
    int from = row.length();
    for (int i = from; i < prompt.length; i++) {
      row.append(prompt[i]);
      tokens.add(prompt[i]);
    }
    cache.release(row);
    return prompt.length - from;
  }
}
