package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComputedPrefixesTest {

  @Test
  void add_randomTexts_knowsThePrefixesThatCameBefore() {
    ComputedPrefixes computed = new ComputedPrefixes();
    Set<List<Integer>> known = new HashSet<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      int[] text = random.ints(1 + random.nextInt(8), 0, 4).toArray();
      long prefix = ComputedPrefixes.of(text, 0);
      for (int length = 1; length <= text.length; length++) {
        prefix = ComputedPrefixes.extend(prefix, text[length - 1]);
        assertThat(prefix).isEqualTo(ComputedPrefixes.of(text, length));
        assertThat(computed.add(prefix))
            .isEqualTo(known.add(Arrays.stream(text, 0, length).boxed().toList()));
      }
    }
    assertThat(known).hasSizeGreaterThan(10_000);
  }
}
