package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupDrafterTest {

  private final LookupDrafter drafter = new LookupDrafter(64);

  private static int[] of(int... tokens) {
    return tokens;
  }

  private Guess guess(int most, int... text) {
    // The array may be longer than the text.
    return drafter.guess(Arrays.copyOf(text, text.length + 3), text.length, most);
  }

  private static int[] tokens(Guess guess) {
    return IntStream.range(0, guess.length()).map(guess::token).toArray();
  }

  private static int[] grades(Guess guess) {
    return IntStream.range(0, guess.length()).map(guess::grade).toArray();
  }

  @Test
  void guess_nothingLikeIt_isEmpty() {
    assertThat(guess(4, 1, 2, 3).length()).isZero();
    assertThat(guess(4, 1).length()).isZero();
  }

  @Test
  void guess_ownText_goesOnAsBefore() {
    Guess guess = guess(3, 1, 2, 3, 4, 5, 6, 1, 2, 3);
    assertThat(tokens(guess)).containsExactly(4, 5, 6);
    assertThat(grades(guess)).containsExactly(2, 3, 4);
  }

  @Test
  void guess_ownTextRepeatsItself_endsWithIt() {
    assertThat(tokens(guess(9, 7, 8, 7, 8, 7))).containsExactly(8, 7);
  }

  @Test
  void guess_twoMatches_takesTheLongerThenTheLater() {
    assertThat(tokens(guess(1, 1, 2, 5, 9, 2, 6, 3, 1, 2))).containsExactly(5);
    assertThat(tokens(guess(1, 2, 5, 9, 2, 6, 3, 2))).containsExactly(6);
  }

  @Test
  void guess_writtenBefore_goesOnAsThatTextUpToItsEnd() {
    drafter.ended(of(1, 2, 3, 4, 5), 2, 5);
    drafter.ended(of(8, 9), 1, 2);
    Guess guess = guess(9, 0, 1, 2);
    assertThat(tokens(guess)).containsExactly(3, 4, 5);
    assertThat(grades(guess)).containsExactly(1, 2, 3);
    // Nothing follows the end of a text.
    assertThat(guess(9, 0, 9).length()).isZero();
  }

  @Test
  void guess_writtenBeforeAndOwn_equallyLongTakesWhatWasWritten() {
    drafter.ended(of(1, 2, 3), 2, 3);
    assertThat(tokens(guess(1, 2, 7, 2))).containsExactly(3);
    assertThat(tokens(guess(1, 5, 2, 7, 5, 2))).containsExactly(7);
  }

  @Test
  void guess_matchOfAnyLength_hasTheHighestGradeAtMost() {
    int[] long1 = new int[40];
    Arrays.setAll(long1, i -> i % 20);
    assertThat(grades(guess(2, long1))).containsExactly(Guess.GRADES - 1, Guess.GRADES - 1);
  }

  @Test
  void ended_moreThanThereIsRoomFor_forgetsTheOldest() {
    drafter.ended(of(100, 101, 102), 1, 3);
    for (int i = 0; i < 30; i++) {
      drafter.ended(of(200 + 3 * i, 201 + 3 * i, 202 + 3 * i), 1, 3);
    }
    assertThat(guess(1, 100).length()).isZero();
    assertThat(tokens(guess(1, 287))).containsExactly(288);
  }

  @Test
  void ended_textLongerThanThereIsRoomFor_keepsItsEnd() {
    int[] text = new int[500];
    Arrays.setAll(text, i -> i);
    drafter.ended(text, 1, 500);
    assertThat(tokens(guess(1, 498))).containsExactly(499);
    assertThat(guess(1, 100).length()).isZero();
  }

  @Test
  void ended_nothingWritten_keepsNothing() {
    drafter.ended(of(1, 2, 3), 3, 3);
    assertThat(guess(1, 1).length()).isZero();
  }
}
