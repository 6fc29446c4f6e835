package dev.vmcts.llm.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StopTextsTest {

  @Test
  void add_noStopTexts_givesEverythingAtOnce() {
    StopTexts texts = new StopTexts(List.of());
    assertThat(texts.add("ab")).isEqualTo("ab");
    assertThat(texts.rest()).isEmpty();
    assertThat(texts.stopped()).isFalse();
  }

  @Test
  void add_beginningOfAStopText_isHeldBack() {
    StopTexts texts = new StopTexts(List.of("\n\n"));
    assertThat(texts.add("a\n")).isEqualTo("a");
    assertThat(texts.add("b\n")).isEqualTo("\nb");
    assertThat(texts.rest()).isEqualTo("\n");
    assertThat(texts.stopped()).isFalse();
  }

  /** Whatever the pieces, what comes out is the text up to the stop text that is whole first. */
  @Test
  void add_anyPieces_givesTheTextBeforeTheFirstStopText() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      String text = word(random, 12);
      List<String> stops = List.of(word(random, 3), word(random, 3));
      StopTexts texts = new StopTexts(stops);
      StringBuilder given = new StringBuilder();
      int at = 0;
      while (at < text.length() && !texts.stopped()) {
        int end = Math.min(text.length(), at + random.nextInt(1, 4));
        given.append(texts.add(text.substring(at, end)));
        at = end;
      }
      given.append(texts.rest());
      Optional<String> first = stops.stream()
          .filter(text::contains)
          .min(Comparator.<String>comparingInt(stop -> text.indexOf(stop) + stop.length())
              .thenComparingInt(text::indexOf));
      assertThat(texts.stopped()).as("%s %s", text, stops).isEqualTo(first.isPresent());
      assertThat(given.toString())
          .as("%s %s", text, stops)
          .isEqualTo(text.substring(0, first.map(text::indexOf).orElse(text.length())));
    }
  }

  private static String word(SplittableRandom random, int most) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(1, most + 1);
    for (int i = 0; i < length; i++) {
      word.append(random.nextInt(3) == 0 ? 'b' : 'a');
    }
    return word.toString();
  }
}
