package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmcts.llm.ModelException;
import org.junit.jupiter.api.Test;

class PromptCheckTest {

  @Test
  void check_pairedSurrogates_pass() {
    assertThatCode(() -> PromptCheck.check("𝔸 → ∀")).doesNotThrowAnyException();
  }

  @Test
  void check_loneSurrogates_areRefusedWithTheirIndex() {
    for (String text : new String[] {"ab\uD835", "ab\uDD38", "ab\uD835c", "ab\uDD38\uD835"}) {
      assertThatThrownBy(() -> PromptCheck.check(text))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("lone surrogate) at index 2");
    }
  }

  @Test
  void check_nulCharacter_isRefusedWithItsIndex() {
    assertThatThrownBy(() -> PromptCheck.check("a\0b"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("NUL character at index 1");
  }

  @Test
  void check_empty_isRefused() {
    assertThatThrownBy(() -> PromptCheck.check("")).isInstanceOf(ModelException.class);
  }
}
