package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmcts.llm.BannedWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrawnTextTest {

  private static final double LIKELY = -0.1;
  private static final double UNLIKELY = -2;

  private final DrawnText drawn = drawn("Proof.\n");

  private static DrawnText drawn(String prompt) {
    return new DrawnText(new BannedWords(List.of("Admitted", "sorry")), prompt);
  }

  private void add(int token, String piece, double logProbability) {
    drawn.add(token, piece.getBytes(StandardCharsets.UTF_8), logProbability);
  }

  @Test
  void takeBack_wordOfOneToken_isNotDrawnThereAgain() {
    add(1, "intros.", LIKELY);
    add(2, " Admitted", LIKELY);
    assertThat(drawn.bannedWord(false)).isEmpty();
    add(3, ".", LIKELY);
    drawn.takeBack(drawn.bannedWord(false).orElseThrow());
    assertThat(drawn.text()).hasToString("intros.");
    assertThat(drawn.tokens()).isEqualTo(1);
    assertThat(drawn.logProbability()).isEqualTo(LIKELY);
    assertThat(drawn.allows(2)).isFalse();
    assertThat(drawn.allows(3)).isTrue();
    add(4, " auto", LIKELY);
    assertThat(drawn.allows(2)).isTrue();
  }

  @Test
  void takeBack_wordOfSeveralTokens_goesBackToTheLastThatWasNoForegoneConclusion() {
    add(1, " Ad", UNLIKELY);
    add(2, "mi", UNLIKELY);
    add(3, "tte", LIKELY);
    add(4, "d.\n", LIKELY);
    drawn.takeBack(drawn.bannedWord(false).orElseThrow());
    assertThat(drawn.text()).hasToString(" Ad");
    assertThat(drawn.allows(2)).isFalse();
  }

  @Test
  void takeBack_allTokensForegone_goesBackToTheFirst() {
    add(1, "auto. ", UNLIKELY);
    add(2, "Ad", LIKELY);
    add(3, "mitted", LIKELY);
    add(4, ".", UNLIKELY);
    drawn.takeBack(drawn.bannedWord(false).orElseThrow());
    assertThat(drawn.text()).hasToString("auto. ");
    assertThat(drawn.allows(2)).isFalse();
  }

  @Test
  void bannedWord_nameWithTheWordInIt_isNone() {
    add(1, "exact sorry", UNLIKELY);
    add(2, "'", UNLIKELY);
    add(3, " Admitted", UNLIKELY);
    add(4, "_by", UNLIKELY);
    add(5, ".", UNLIKELY);
    assertThat(drawn.bannedWord(true)).isEmpty();
  }

  @Test
  void bannedWord_endOfText_endsAWord() {
    add(1, "exact sorry", UNLIKELY);
    assertThat(drawn.bannedWord(true)).isPresent();
  }

  @Test
  void takeBack_wordThatThePromptBegins_goesBackToTheFirstToken() {
    DrawnText begun = drawn("Proof. Admit");
    begun.add(1, "ted".getBytes(StandardCharsets.UTF_8), LIKELY);
    begun.add(2, ".".getBytes(StandardCharsets.UTF_8), LIKELY);
    begun.takeBack(begun.bannedWord(false).orElseThrow());
    assertThat(begun.tokens()).isZero();
    assertThat(begun.allows(1)).isFalse();
  }

  @Test
  void takeBack_charactersInParts_areWholeAgain() {
    byte[] alpha = "α".getBytes(StandardCharsets.UTF_8);
    drawn.add(1, new byte[] {alpha[0]}, UNLIKELY);
    drawn.add(2, new byte[] {alpha[1]}, UNLIKELY);
    add(3, " sorry", UNLIKELY);
    drawn.add(4, new byte[] {'\n', alpha[0]}, UNLIKELY);
    drawn.takeBack(drawn.bannedWord(false).orElseThrow());
    drawn.add(5, alpha, UNLIKELY);
    assertThat(drawn.text()).hasToString("αα");
  }

  @Test
  void bannedWord_longText_isFoundOnce() {
    for (int i = 0; i < 100; i++) {
      add(i, " apply le_n.", LIKELY);
      assertThat(drawn.bannedWord(false)).isEmpty();
    }
    add(100, " sorry", LIKELY);
    add(101, "\n", LIKELY);
    assertThat(drawn.bannedWord(false).orElseThrow().end()).isEqualTo(1206);
  }
}
