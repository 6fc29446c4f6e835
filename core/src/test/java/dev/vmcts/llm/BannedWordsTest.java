package dev.vmcts.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BannedWordsTest {

  private static final BannedWords BANNED =
      new BannedWords(List.of("Admitted", "admit", "sorry", "assume", "{:axiom"));

  @ParameterizedTest
  @CsvSource({
    "'Admitted.', 0",
    "'intros. Admitted.', 8",
    "'- admit. ', 2",
    "'exact (sorry)', 7",
    "'x.sorry ', 2",
    "'lemma {:axiom} a()', 6",
    "'if b { assume x; }', 7"
  })
  void find_wordThatStandsAlone_isFound(String text, int start) {
    assertThat(BANNED.find(text, 0, false)).map(BannedWords.Found::start).hasValue(start);
  }

  @ParameterizedTest
  @CsvSource({
    "'admitted_by.'",
    "'Admitted_by.'",
    "'sorry'' '",
    "'not_sorry '",
    "'readmit '",
    "'Admitted2 '",
    "'sorryé '",
    "'assumed '",
    "'{: axiom} '",
    "'admit'",
    "''"
  })
  void find_nameWithTheWordInIt_orItsBeginning_isNotFound(String text) {
    assertThat(BANNED.find(text, 0, false)).isEmpty();
  }

  @Test
  void find_wordAtTheEnd_isFoundWhenNothingFollows() {
    assertThat(BANNED.find("now admit", 0, true)).contains(new BannedWords.Found(4, 9));
  }

  @Test
  void find_from_passesByWordsThatEndedBefore() {
    assertThat(BANNED.find("sorry admit ", 6, true)).contains(new BannedWords.Found(6, 11));
    assertThat(BANNED.find("sorry ", 5, false)).contains(new BannedWords.Found(0, 5));
  }
}
