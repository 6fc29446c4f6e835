package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownWordsTest {

  private static final KnownWords KNOWN =
      new KnownWords("Inductive day := Tuesday | Sunday.\nmap_days'", Set.of("match", "T", "with"));

  @ParameterizedTest
  @CsvSource({
    "'', T, true",
    "T, ues, true",
    "T, sday, false",
    "'=> Tues', day, true",
    "'=> Tues', ' ', false",
    "'=> Tuesday', ' |', true",
    "'=> Tuesday', s, false",
    "'', ' match x with', false",
    "'', ' match day with', true",
    "x, '', false",
    "'', da, true",
    "_, days, true",
    "'', '12_(', true"
  })
  void allows_token_keepsToKnownWords(String text, String token, boolean allowed) {
    assertThat(KNOWN.allows(text, token)).isEqualTo(allowed);
  }

  @Test
  void allows_promptThatEndsInAWord_goesOnWithIt() {
    KnownWords known = new KnownWords("Sunday Mon", Set.of("Monday"));
    assertThat(known.allows("", "day")).isTrue();
    assertThat(known.allows("", "key")).isFalse();
    assertThat(known.allows("", " Mon")).isTrue();
  }

  @Test
  void allowsEnd_unfinishedWord_isRefused() {
    assertThat(KNOWN.allowsEnd("=> Tues")).isFalse();
    assertThat(KNOWN.allowsEnd("=> Tuesday")).isTrue();
    assertThat(KNOWN.allowsEnd("=> Tuesday.")).isTrue();
    assertThat(KNOWN.allowsEnd("")).isTrue();
  }
}
