package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextJoinerTest {

  @Test
  void add_byteByByte_isTheText() {
    String text = "∀ x, 𝔸 → é\n";
    TextJoiner joiner = new TextJoiner();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      joiner.add(new byte[] {b}, 1);
    }
    assertThat(joiner.text().toString()).isEqualTo(text);
  }

  @Test
  void add_brokenBytes_becomeReplacementCharacters() {
    TextJoiner joiner = new TextJoiner();
    joiner.add(new byte[] {'a', (byte) 0xE2, 'b', (byte) 0xFF, 'c'}, 5);
    assertThat(joiner.text().toString()).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void add_unfinishedCharacter_waits() {
    TextJoiner joiner = new TextJoiner();
    joiner.add(new byte[] {'a', (byte) 0xE2, (byte) 0x88}, 3);
    assertThat(joiner.text().toString()).isEqualTo("a");
  }
}
